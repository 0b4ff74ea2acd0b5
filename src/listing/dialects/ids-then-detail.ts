import { expandPath, expandQuery } from "../../http/path.ts";
import { textOf } from "../kind.ts";
import { batchingAt, mostAtOnce } from "../paging/batches.ts";
import { idsThenDetail as readDetails } from "../paging/ids-then-detail.ts";
import { listOf } from "../paging/list-of.ts";
import type { Query } from "../reader.ts";
import type { Dialect, Reading } from "./dialect.ts";

export interface IdsThenDetail {
  readonly path: string;
  readonly query?: Query;
  /** `{id}` stands for the item's id. Default: the list's path with `/{id}` behind it. */
  readonly detailPath?: string;
  readonly detailQuery?: Query;
  /** The field of the detail that repeats the id. */
  readonly idField: string;
  /** The detail does not repeat the id: the listed one is laid into `idField`, whatever the detail holds there. */
  readonly isListedAlone?: boolean;
  /** Ids hold what no batch can ask for, such as the `@` of addresses: details are read one by one. */
  readonly isAskedAlone?: boolean;
}

/**
 * A list of ids, or of objects that carry one, each then read on its own (OVHcloud version 1). Where the cloud hands out several
 * details at once they are asked for so: by the same route, and under the same right.
 */
export function idsThenDetail(options: IdsThenDetail): Dialect {
  const { path, query = {}, detailPath = `${path}/{id}`, detailQuery = {}, idField } = options;
  const { isListedAlone = false, isAskedAlone = isListedAlone } = options;
  const listEntries = async ({ values, reader }: Reading): Promise<readonly unknown[]> => {
    const asked = expandPath(path, values);
    return listOf(await reader.read(asked, expandQuery(query, values)), undefined, `GET ${asked}`);
  };
  const readItem = (id: string, { values, reader }: Reading): Promise<unknown> =>
    reader.readDetail(expandPath(detailPath, { ...values, id }), detailQuery);
  return {
    query,
    calls: [
      { path, of: "list" },
      { path: detailPath, of: "item" },
    ],
    cost: { details: { atOnce: isAskedAlone ? 1 : mostAtOnce(detailPath) } },
    idField,
    proof: "one document of ids; each detail read",
    async *read(reading) {
      const entries = await listEntries(reading);
      const { window, idsOnly } = reading;
      if (idsOnly) {
        yield {
          number: 1,
          items: entries.map((entry) => (textOf(entry) === undefined ? entry : { [idField]: entry })),
        };
        return;
      }
      const batching = isAskedAlone ? undefined : batchingAt(reading.reader, detailPath, reading.values, detailQuery);
      yield* readDetails({
        entries,
        idField,
        isListedAlone,
        window,
        readDetail: (id) => readItem(id, reading),
        batching,
      });
    },
    probe: async (reading) => (await listEntries(reading)).slice(0, 1).map((id) => ({ [idField]: id })),
    readItem,
  };
}
