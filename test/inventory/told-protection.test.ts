import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Protection } from "../../src/inventory/resource.ts";
import { projectScope, type Scope } from "../../src/inventory/scope.ts";
import { rowsOf } from "../rows.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const teller = { kind: "fake.backup", relation: "backup-of", type: "backup" } as const;
const volume = fakeKind({ id: "fake.volume", protectionFrom: [teller] });

const urnOfVolume = (id: string, { project = "" }: Scope): string => `urn:fake:${project}:${id}`;
/** A backup is called after its volume: `<volume>/<number>`, or `<volume>/failed`. */
const backup = fakeKind({
  id: "fake.backup",
  urnEnd: ({ id }) => `backup:${id}`,
  more: ({ id }) => {
    const [of = "", which = ""] = id.split("/");
    return {
      status: which === "failed" ? "error" : "available",
      createdAt: which === "failed" ? "2026-09-09T00:00:00Z" : `2026-0${which}-01T00:00:00Z`,
      relations: [{ type: "backup-of", urn: urnOfVolume(of, projectScope("one")) }],
    };
  },
});

type Answer = () => AsyncIterable<ReturnType<typeof pageOf>>;
const listing = (...ids: readonly string[]): Answer =>
  async function* list() {
    // Later than any list that did not wait.
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield pageOf(...ids);
  };
const refused: Answer = async function* list() {
  yield await Promise.reject(new InventoryError("PERMISSION_DENIED", "no right"));
};

/** Backups of two regions, and volumes of the project that both are in. */
async function protectionOf(
  backups: Readonly<Record<string, Answer>>,
  kinds = [volume, backup],
): Promise<Readonly<Record<string, readonly Protection[]>>> {
  const provider = fakeProvider({
    kinds,
    async *scopes() {
      yield { kinds: kinds.filter(({ id }) => id === volume.id), scope: projectScope("one") };
      for (const locality of Object.keys(backups)) {
        const scope = { id: `one/${locality}`, project: "one", locality };
        yield { kinds: kinds.filter(({ id }) => id === backup.id), scope };
      }
    },
    list: (kind, { locality = "" }) => (kind.id === volume.id ? [pageOf("a", "b")] : (backups[locality]?.() ?? [])),
  });
  const { resources } = await runOf(provider, { concurrentScopes: 1 });
  return Object.fromEntries(
    resources.filter(({ kind }) => kind === volume.id).map(({ name, details }) => [name, details.protection]),
  );
}

describe("a kind is told of its protection by the copies that the run reads", () => {
  test("with how many there are and when the newest was made", async () => {
    const found = await protectionOf({ north: listing("a/1", "a/3"), south: listing("a/2") });
    expect(found).toEqual({
      a: [{ type: "backup", state: "enabled", copiesKept: 3, lastSuccessAt: "2026-03-01T00:00:00Z" }],
      b: [{ type: "backup", state: "disabled" }],
    });
  });

  test("and a copy that failed is none", async () => {
    const found = await protectionOf({ north: listing("a/failed", "b/failed", "b/1") });
    expect(found).toEqual({
      a: [{ type: "backup", state: "disabled" }],
      b: [{ type: "backup", state: "enabled", copiesKept: 1, lastSuccessAt: "2026-01-01T00:00:00Z" }],
    });
  });

  test("and what could not be read is unknown, where nothing else tells", async () => {
    const found = await protectionOf({ north: listing("a/1"), south: refused });
    expect(found).toMatchObject({ a: [{ state: "enabled" }], b: [{ type: "backup", state: "unknown" }] });
  });

  test("and nothing is said where the run does not read them", async () => {
    expect(await protectionOf({ north: listing("a/1") }, [volume])).toEqual({ a: [], b: [] });
  });
});

test("a schedule says what it does for what it protects", async () => {
  const told = { type: "automatic-backup", state: "enabled", copiesKept: 7 } as const;
  const server = fakeKind({
    id: "fake.server",
    protectionFrom: [{ kind: "fake.schedule", relation: "protects", type: "automatic-backup" }],
  });
  const schedule = fakeKind({
    id: "fake.schedule",
    urnEnd: ({ id }) => `schedule:${id}`,
    more: ({ id }) => ({
      protection: [id.startsWith("off") ? { type: "automatic-backup", state: "disabled" } : told],
      relations: [{ type: "protects", urn: "urn:fake:one:a" }],
    }),
  });
  const provider = fakeProvider({
    kinds: [server, schedule],
    list: ({ id }) => [id === server.id ? pageOf("a", "b") : pageOf("off", "on", "off-again")],
  });
  const { resources } = await runOf(provider);
  const found = resources
    .filter(({ kind }) => kind === server.id)
    .map(({ name, details }) => [name, details.protection]);
  expect(found).toEqual([
    ["a", [told]],
    ["b", [{ type: "automatic-backup", state: "disabled" }]],
  ]);
});

describe("in the tables", async () => {
  const rows = [...(await rowsOf("ovh")), ...(await rowsOf("scaleway"))];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = rows.flatMap((row) => (row.protectionFrom ?? []).map((one) => [row.id, one.kind] as const));

  test.each(told)("%s is told by %s, which does not wait for it", (id, kind) => {
    const ancestors: string[] = [];
    for (let above = byId.get(kind)?.parent?.kind; above !== undefined; above = above.parent?.kind)
      ancestors.push(above.id);
    expect(byId.has(kind)).toBe(true);
    expect(ancestors).not.toContain(id);
    expect((byId.get(kind)?.protectionFrom ?? []).map((one) => one.kind)).not.toContain(id);
  });
});
