import type pg from "pg";
import { describe, expect, it } from "vitest";
import { changesAt, type FakeNight, kind, known, merge, night, openCatalogue } from "./catalogue-worlds.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("a resource of the catalogue that a night does not show", () => {
  const postgres = usePostgres();

  const opened = (): Promise<pg.Pool> => openCatalogue(postgres);

  const whole: FakeNight["scopes"] = [{ outcome: "completed" }];
  const first = (scopes = whole): FakeNight => ({
    startedAt: night(1),
    scopes,
    resources: [{ name: "a" }, { name: "b" }],
  });
  const second = (about: Partial<FakeNight>): FakeNight => ({
    startedAt: night(2),
    scopes: whole,
    resources: [{ name: "a" }],
    ...about,
  });

  it("is gone where its list was read to its end", async () => {
    const pool = await opened();
    await merge(pool, first());
    await merge(pool, second({}));
    expect(await known(pool)).toMatchObject({
      a: { firstSeen: night(1), lastSeen: night(2), goneAt: undefined },
      b: { firstSeen: night(1), lastSeen: night(1), goneAt: night(2) },
    });
    expect(await changesAt(pool, night(2))).toMatchObject([{ type: "removed", urn: "urn:test:b" }]);
    await pool.end();
  });

  it.each<[string, Partial<FakeNight>]>([
    ["its right was lost", { scopes: [{ outcome: "denied", code: "PERMISSION_DENIED", reason: "no right" }] }],
    ["its right was never granted", { scopes: [{ outcome: "denied", notGranted: true }] }],
    ["the gap is accepted", { scopes: [{ outcome: "failed", accepted: true }] }],
    ["its list was read in part", { scopes: [{ outcome: "partial" }] }],
    ["its list failed", { scopes: [{ outcome: "failed" }] }],
    ["the product is not offered", { scopes: [{ outcome: "not-offered" }] }],
    ["the list may have been cut short in silence", { scopes: [{ outcome: "completed", filtered: true }] }],
    ["pages may have shifted", { mayShift: [kind] }],
    ["its place was not looked at", { scopes: [{ outcome: "completed", scope: "elsewhere" }], resources: [] }],
    ["its kind was not read", { scopes: [{ outcome: "completed", kind: "test.other" }], resources: [] }],
    ["nothing names the account", { account: undefined }],
    [
      "its list was taken over from before",
      { scopes: [{ outcome: "completed", readAt: new Date(Date.parse(night(1)) - 1000).toISOString() }] },
    ],
    [
      "another list shows it",
      { scopes: [...whole, { outcome: "completed", scope: "p1" }], resources: [{ name: "b", scope: "p1" }] },
    ],
  ])("is not gone where %s", async (_, about) => {
    const pool = await opened();
    await merge(pool, first());
    await merge(pool, second(about));
    expect((await known(pool))["b"]).toMatchObject({ firstSeen: night(1), goneAt: undefined });
    expect((await changesAt(pool, night(2))).filter(({ urn }) => urn === "urn:test:b")).toEqual([]);
    await pool.end();
  });

  it("stays as it was shown last where a list shows it that was read before", async () => {
    const pool = await opened();
    const places = (readAt: string): FakeNight["scopes"] => [
      { outcome: "completed", scope: "p1", readAt },
      { outcome: "completed", scope: "p2" },
    ];
    const shown = (status: string, scope: string) => [{ name: "b", scope, details: { status } }];
    await merge(pool, { startedAt: night(2), scopes: places(night(2)).slice(1), resources: shown("new", "p2") });
    await merge(pool, { startedAt: night(3), scopes: places(night(1)), resources: shown("old", "p1") });
    expect((await known(pool))["b"]).toMatchObject({ firstSeen: night(2), lastSeen: night(2), goneAt: undefined });
    expect(await changesAt(pool, night(1))).toEqual([]);
    const { rows } = await pool.query("SELECT status, scope FROM cloud_inventory.current_resources");
    expect(rows).toEqual([{ status: "new", scope: "p2" }]);
    await pool.end();
  });

  it("is not gone where an index alone named it", async () => {
    const pool = await opened();
    await merge(pool, { ...first(), resources: [{ name: "b", details: { status: "listed-only" } }] });
    await merge(pool, second({}));
    expect((await known(pool))["b"]?.goneAt).toBeUndefined();
    await pool.end();
  });

  it("is gone at the second whole list where it was last seen in one that was not read to its end", async () => {
    const pool = await opened();
    await merge(pool, first([{ outcome: "partial" }]));
    await merge(pool, second({}));
    expect((await known(pool))["b"]?.goneAt).toBeUndefined();
    await merge(pool, second({ startedAt: night(3) }));
    expect((await known(pool))["b"]?.goneAt).toBe(night(3));
    await pool.end();
  });

  it("is there again where a later night shows it", async () => {
    const pool = await opened();
    await merge(pool, first());
    await merge(pool, second({}));
    await merge(pool, { ...first(), startedAt: night(3) });
    expect((await known(pool))["b"]).toMatchObject({ firstSeen: night(1), lastSeen: night(3), goneAt: undefined });
    expect(await changesAt(pool, night(3))).toMatchObject([{ type: "added", urn: "urn:test:b" }]);
    await pool.end();
  });

  it("is judged by the list that showed it last", async () => {
    const pool = await opened();
    const places: FakeNight["scopes"] = [
      { outcome: "completed", scope: "p1" },
      { outcome: "completed", scope: "p2" },
    ];
    await merge(pool, { startedAt: night(1), scopes: places, resources: [{ name: "b", scope: "p1" }] });
    await merge(pool, { startedAt: night(2), scopes: places, resources: [{ name: "b", scope: "p2" }] });
    expect(await changesAt(pool, night(2))).toEqual([]);
    await merge(pool, { startedAt: night(3), scopes: places.slice(0, 1), resources: [] });
    expect((await known(pool))["b"]?.goneAt).toBeUndefined();
    await merge(pool, { startedAt: night(4), scopes: places, resources: [] });
    expect((await known(pool))["b"]?.goneAt).toBe(night(4));
    await pool.end();
  });
});
