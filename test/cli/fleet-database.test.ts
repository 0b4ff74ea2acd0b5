import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { FleetEngine } from "../../src/hosts/cli/fleet/engine.ts";
import { main } from "../../src/hosts/cli/main.ts";
import { snapshotName } from "../../src/hosts/fleet/snapshot-names.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import { newFolder, writeSnapshot } from "../snapshots/worlds.ts";

/** Keeps a snapshot of acme/prod, as a worker does. */
function keep(snapshots: string, day: number, account: string): void {
  const scopes = [{ kind: "ovh.cloud.volume", scope: "p", outcome: "completed" as const }];
  const plain = writeSnapshot(newFolder(), "plain.ndjson", { inventory: "ovh", account, scopes, resources: [] });
  const path = join(snapshots, "acme/prod", snapshotName(new Date(Date.UTC(2026, 0, day))));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, gzipSync(readFileSync(plain)));
}

/** Lets a memory of an account stand in a state folder. */
function remember(state: string, account: string): void {
  writeFileSync(join(state, `${createHash("sha256").update(`cli\novh\n${account}`).digest("hex")}.json`), "{}");
}

/** Runs a word of a fleet in this process, with a database that does no more than is said here. */
async function runWith(database: Pick<Partial<FleetEngine>, "forget" | "prune">, state: string, ...args: string[]) {
  const unexpected = () => Promise.reject(new Error("nobody asked for this"));
  const words = {
    enqueue: unexpected,
    worker: unexpected,
    schedule: unexpected,
    status: unexpected,
    query: unexpected,
    metrics: unexpected,
  };
  const stderr = new PassThrough();
  const code = await main(["fleet", ...args], {
    environment: { DATABASE_URL: "postgres://fleet@db.example/fleet", CLOUD_INVENTORY_STATE_DIR: state },
    stdout: new PassThrough(),
    stderr,
    signal: new AbortController().signal,
    fleetEngine: { words, forget: unexpected, prune: unexpected, ...database },
  });
  return { code, said: String(stderr.read()) };
}

test("what a worker keeps until the database has forgotten is forgotten too", async () => {
  const [snapshots, state] = [newFolder(), newFolder()];
  keep(snapshots, 1, "aa1-ovh");
  for (const account of ["aa1-ovh", "bb2-ovh", "cc3-ovh"]) remember(state, account);
  const forget = async () => {
    keep(snapshots, 2, "bb2-ovh");
    return { runs: 2, jobs: 0, others: 0 };
  };
  expect(await runWith({ forget }, state, "forget", "acme", "--snapshots", snapshots, "--yes")).toEqual({
    code: 0,
    said: "removed 2 snapshots of acme, and 2 memories; from the database 2 runs, 0 jobs and 0 other rows\n",
  });
  expect(existsSync(join(snapshots, "acme"))).toBe(false);
  expect(readdirSync(state)).toHaveLength(1);
});

test("nothing is removed where what is remembered cannot be looked for", async () => {
  const snapshots = newFolder();
  keep(snapshots, 1, "aa1-ovh");
  const state = join(newFolder(), "not-mounted");
  const { code, said } = await runWith({}, state, "forget", "acme", "--snapshots", snapshots, "--yes");
  expect(code).toBe(2);
  expect(said).toContain("CLOUD_INVENTORY_STATE_DIR=off says that nothing is remembered in one");
  expect(existsSync(join(snapshots, "acme/prod"))).toBe(true);
});

test("old snapshots stay where the database cannot be pruned, and the database where the snapshots cannot be", async () => {
  const [snapshots, state] = [newFolder(), newFolder()];
  for (const day of [1, 2]) keep(snapshots, day, "aa1-ovh");
  const kept = () => readdirSync(join(snapshots, "acme/prod")).length;
  const prune = (database: Pick<FleetEngine, "prune">, place = snapshots) =>
    runWith(database, state, "prune", "--keep", "1", "--days", "9", "--snapshots", place);
  const refuses = () => Promise.reject(new InventoryError("INVALID_CONFIG", "no such database"));
  expect(await prune({ prune: refuses })).toEqual({ code: 2, said: "error: no such database\n" });
  expect(kept()).toBe(2);

  let pruned = 0;
  const takes = async () => {
    pruned += 1;
    return { runs: 1, changes: 2, resources: 3 };
  };
  expect(await prune({ prune: takes }, `${snapshots}/typo`)).toMatchObject({ code: 2 });
  expect(pruned).toBe(0);
  expect(await prune({ prune: takes })).toEqual({
    code: 0,
    said: "removed from the database 1 run, 2 changes and 3 gone resources\nremoved 1 snapshot\n",
  });
  expect([kept(), pruned]).toEqual([1, 1]);
});
