import type { InventoryError } from "../../src/inventory/errors.ts";
import type { Parent } from "../../src/inventory/parents.ts";
import type { ListContext, Provider } from "../../src/inventory/provider.ts";
import type { Place, ResourceKind } from "../../src/inventory/resource-kind.ts";
import { urnPart } from "../../src/inventory/safe-text.ts";
import { nested } from "../../src/listing/dialects/nested.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import type { ListReader, Query } from "../../src/listing/reader.ts";
import { fakeKind, fakeProvider } from "./fake-provider.ts";

const idsAbove = ({ id, above }: Parent): string =>
  above === undefined ? urnPart(id) : `${idsAbove(above)}/${urnPart(id)}`;
const urnEnd = ({ id }: { id: string }, { parent }: Place): string =>
  parent === undefined ? urnPart(id) : `${idsAbove(parent)}/${urnPart(id)}`;

/** Houses have floors and lifts; floors have rooms. */
export const house = fakeKind({ id: "fake.house", list: wholeList({ path: "/{project}/house" }) });
export const floor = fakeKind({
  id: "fake.floor",
  urnEnd,
  list: nested({ parent: house, as: "house", list: wholeList({ path: "/{project}/house/{house}/floor" }) }),
});
export const lift = fakeKind({
  id: "fake.lift",
  urnEnd: (item, place) => `${urnEnd(item, place)}/lift`,
  list: nested({ parent: house, as: "house", list: wholeList({ path: "/{project}/house/{house}/lift" }) }),
});
export const room = fakeKind({
  id: "fake.room",
  urnEnd,
  list: nested({
    parent: floor,
    as: "floor",
    list: wholeList({ path: "/{project}/house/{house}/floor/{floor}/room" }),
  }),
});

/** What a path answers with: a document, or an error, which is thrown. */
export type Answers = (path: string, asked: Asked) => unknown;

export interface Asked {
  readonly query: Query;
  readonly context: ListContext;
  /** How often the path was asked for before. */
  readonly before: number;
}

export interface FakeCloud {
  readonly provider: Provider;
  /** Every path that was asked for, in order. */
  readonly asked: readonly string[];
  timesAsked(path: string): number;
}

/** A provider whose lists are read in their dialects from what paths answer with. Its requests are counted as a door does. */
export function fakeCloud(
  answers: Answers,
  {
    kinds = [house, floor, lift, room],
    scopes = ["p"],
  }: Partial<Pick<Parameters<typeof fakeProvider>[0], "kinds" | "scopes">> = {},
): FakeCloud {
  const asked: string[] = [];
  const timesAsked = (path: string): number => asked.filter((one) => one === path).length;
  const readerOf = (context: ListContext): ListReader => {
    const answer = async (path: string, query: Query): Promise<unknown> => {
      context.signal.throwIfAborted();
      const before = timesAsked(path);
      asked.push(path);
      context.traffic.requests += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const document = await answers(path, { query, context, before });
      if (document instanceof Error) throw document;
      return document;
    };
    return {
      read: answer,
      readDetail: answer,
      readPage: async (path, query) => ({
        document: await answer(path, query),
        hasNext: false,
        header: () => undefined,
      }),
    };
  };
  const provider = fakeProvider({
    kinds,
    scopes,
    list(kind: ResourceKind, { project }, context) {
      const { parents, idsOnly } = context;
      const { list } = kind as ListedKind;
      return list.read({ values: { project }, reader: readerOf(context), window: () => 4, parents, idsOnly });
    },
  });
  return { provider, asked, timesAsked };
}

export interface House {
  readonly floors: Readonly<Record<string, readonly string[]>>;
  readonly lifts: readonly string[];
}
export type Town = Readonly<Record<string, House>>;

/** The answers of a town of which nothing is missing. */
export function townAnswers(town: Town): Answers {
  return (path) => {
    const [, , , houseId = "", list, floorId = ""] = path.split("/").map(decodeURIComponent);
    const { floors = {}, lifts = [] } = town[houseId] ?? {};
    if (houseId === "") return idsOf(Object.keys(town));
    if (list === "lift") return idsOf(lifts);
    return idsOf(floorId === "" ? Object.keys(floors) : (floors[floorId] ?? []));
  };
}

/** The same, but for some paths. */
export function withFaults(answers: Answers, faults: Readonly<Record<string, InventoryError | Answers>>): Answers {
  return (path, asked) => {
    const fault = faults[path];
    if (fault === undefined) return answers(path, asked);
    return typeof fault === "function" ? fault(path, asked) : fault;
  };
}

export function idsOf(ids: readonly string[]): readonly unknown[] {
  return ids.map((id) => ({ id }));
}
