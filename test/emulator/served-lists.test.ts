import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { servedKindEntries } from "../../src/emulator/kinds.ts";
import { ask, detailPath, entryOf, idOf, readKind } from "./served-clients.ts";

// What IAM's index lists is what all other lists hold: it has tests of its own.
const servedEntries = [...servedKindEntries.values()].filter(({ idField }) => idField !== "urn");

const small = { ovhProjects: 2, scalewayProjects: 2, zones: 3, ovhRegions: 3, scalewayBearer: "owner" } as const;

async function withEmulator<Result>(options: EmulatorOptions, use: (emulator: Emulator) => Promise<Result>) {
  const emulator = await startEmulator({ ...small, ...options });
  try {
    return await use(emulator);
  } finally {
    await emulator.close();
  }
}

/** Two of everything above a kind, or one of each engine, and so many of itself. */
function sized(kind: string, count: number): Record<string, number> {
  const { parent } = entryOf(kind);
  return { ...(parent === null ? {} : sized(parent, parent === "ovh.cloud.database" ? 5 : 2)), [kind]: count };
}

const kinds = servedEntries.map(({ kind }) => kind);

/** One kind for each way in which a list comes in pages, each sort of place and each depth: the others differ in names. */
const sampled = [
  ...new Map(
    servedEntries.map(({ kind, cloud, locality, list }) => {
      const { answers, paging, total } = list;
      return [[cloud, locality, answers, paging, total, depthOf(kind)].join(), kind] as const;
    }),
  ).values(),
];

function depthOf(kind: string): number {
  const { parent } = entryOf(kind);
  return parent === null ? 0 : 1 + depthOf(parent);
}

describe.each(sampled)("%s", (kind) => {
  const entry = entryOf(kind);

  test("lists completely, page by page, whatever there is", async () => {
    const check = async (count: number) => {
      const { found, expected } = await withEmulator({ resources: sized(kind, count) }, async (emulator) => ({
        found: (await readKind(emulator, entry)).map(({ id }) => String(id)),
        expected: emulator.expectedIds().get(kind) ?? [],
      }));
      expect(found.toSorted()).toEqual([...expected].toSorted());
      expect(new Set(found).size).toBe(found.length);
      if (entry.list.answers !== "one") expect(found.length).toBeGreaterThanOrEqual(count);
      if (count === 0 && !kind.includes(".iam.")) expect(found).toEqual([]);
    };
    const examples = [0, 1, 20, 50, 51, 100, 130].map((count): [number] => [count]);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 130 }), check), { numRuns: 10, examples });
  });
});

describe.each(kinds)("%s", (kind) => {
  const entry = entryOf(kind);

  test("lists what there is, each once", async () => {
    await withEmulator({ resources: sized(kind, 3) }, async (emulator) => {
      const ids = (await readKind(emulator, entry)).map(({ id }) => String(id));
      expect(ids.toSorted()).toEqual(emulator.expectedIds().get(kind)?.toSorted());
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("details agree with the list, and an unknown one is no unknown path", async () => {
    await withEmulator({ resources: sized(kind, 3) }, async (emulator) => {
      const found = await readKind(emulator, entry);
      expect(found.length).toBeGreaterThan(0);
      for (const each of found) {
        expect(typeof each.id).toBe(entry.idType);
        const path = detailPath(entry, each);
        if (path === undefined) continue;
        const item = await (await ask(emulator, entry, path)).json();
        // Some details do not repeat the id that they are asked for by.
        expect(idOf(entry, item)).toBe(idOf(entry, entry.example) === undefined ? undefined : each.id);
        if (entry.list.answers !== "items") continue;
        // A detail may say more, or other things, than the list; what both say is the same.
        if (entry.detail?.example === undefined) expect(item).toEqual(each.listed);
        else expect(shared(item, each.listed)).toEqual(shared(each.listed, item));
      }
      const [first] = found;
      const path = first && detailPath(entry, { ...first, id: entry.idType === "number" ? 1 : "unknown" });
      if (path === undefined) return;
      const answer = await ask(emulator, entry, path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).not.toMatchObject({
        message: expect.stringMatching(/invalid \(or empty\)|^Not Found/),
      });
    });
  });

  test("has the shape of its example", async () => {
    await withEmulator({ resources: sized(kind, 2) }, async (emulator) => {
      const found = await readKind(emulator, entry);
      const { listed, ...place } = found.at(-1) ?? { listPath: "", id: "", listed: {} };
      const path = detailPath(entry, { ...place, listed });
      const item = entry.list.answers === "ids" ? await (await ask(emulator, entry, path ?? "")).json() : listed;
      expect(shapeOf(item)).toEqual(shapeOf(entry.example));
    });
  });

  test("the same seed gives the same answers, another one gives others", async () => {
    const read = (seed: number) =>
      withEmulator({ seed, resources: sized(kind, 3) }, async (emulator) =>
        (await readKind(emulator, entry)).map(({ listPath: _, ...rest }) => rest),
      );
    const [first, again, other] = [await read(7), await read(7), await read(8)];
    expect(again).toEqual(first);
    const ids = first.map(({ id }) => id);
    expect(other.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

/** Which fields a value has, and of what type; what is null may be so in some items alone. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

/** A value without the fields that another one lacks. */
function shared(value: unknown, other: unknown): unknown {
  if (!isItem(value) || !isItem(other)) return value;
  const entries = Object.entries(value).filter(([key]) => key in other);
  return Object.fromEntries(entries.map(([key, inner]) => [key, shared(inner, other[key])]));
}

function isItem(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

test("what is listed says where it is and what it is below", async () => {
  await withEmulator({}, async (emulator) => {
    for (const kind of ["scaleway.kubernetes.pool", "ovh.cloud.kube-nodepool", "scaleway.redis.cluster"]) {
      for (const { listPath, listed } of await readKind(emulator, entryOf(kind))) {
        const item = listed as Record<string, unknown>;
        const places = [item["projectId"], item["cluster_id"], item["zone"], item["region"]];
        const segments = listPath.split("/");
        const said = places.filter((value) => value !== undefined && segments.includes(String(value)));
        expect(said.length, `${kind} ${listPath}`).toBeGreaterThan(0);
      }
    }
  });
});

test("a backup names an instance of its project and region", async () => {
  await withEmulator({}, async (emulator) => {
    const instances = await readKind(emulator, entryOf("scaleway.rdb.instance"));
    const backups = await readKind(emulator, entryOf("scaleway.rdb.backup"));
    expect(backups.length).toBeGreaterThan(0);
    for (const { listPath, listed } of backups) {
      const { instance_id, instance_name } = listed as Record<string, unknown>;
      const instance = instances.find(({ id }) => id === instance_id);
      expect(instance?.listPath).toBe(listPath.replace("backups", "instances"));
      expect(instance?.listed).toMatchObject({ name: instance_name });
    }
  });
});

test("no two items share an address", async () => {
  await withEmulator({ resources: sized("ovh.cloud.gateway", 130) }, async (emulator) => {
    const gateways = await readKind(emulator, entryOf("ovh.cloud.gateway"));
    const addresses = gateways.flatMap(({ listed }) => JSON.stringify(listed).match(/"ip":"[\d.]+"/g));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.length).toBe(2 * gateways.length);
  });
});
