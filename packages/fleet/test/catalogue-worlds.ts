import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSnapshotWriter, type Resource, type SnapshotLine } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { mergeSnapshot } from "../src/catalogue/merge-snapshot.ts";
import type { MergedRun } from "../src/catalogue/merged-run.ts";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { freshDatabase } from "./postgres.ts";

type Scope = Extract<SnapshotLine, { type: "scope" }>;
type Finished = Extract<SnapshotLine, { type: "finished" }>;

/** What one run found, in as few words as a test needs. */
export interface FakeNight {
  readonly inventory?: string;
  readonly account?: string | undefined;
  readonly startedAt: string;
  readonly mayShift?: readonly string[];
  readonly scopes: readonly (Partial<Scope> & Pick<Scope, "outcome">)[];
  readonly resources: readonly FakeResource[];
  readonly credentialEnds?: Finished["credentialEnds"];
}
export interface FakeResource extends Partial<Omit<Resource, "details">> {
  readonly scope?: string;
  readonly details?: Partial<Resource["details"]>;
}

export const kind = "test.thing";
const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
let written = 0;

/** Which of several nights: their runs begin a day apart. */
export const night = (number: number): string => new Date(Date.UTC(2026, 0, number, 2)).toISOString();

export const urnOf = (name: string): string => `urn:test:${name}`;

/** Writes the snapshot of a run, and answers with its path. */
export function writeSnapshot(fake: FakeNight): string {
  written += 1;
  const path = join(folder, `${written}.ndjson`);
  const { inventory = "test", startedAt, mayShift, scopes, resources, credentialEnds } = fake;
  const account = "account" in fake ? fake.account : "account-1";
  // A list is read while its run goes on.
  const writer = createSnapshotWriter(
    { inventory, ...(account === undefined ? {} : { account }) },
    () => Date.parse(startedAt) + 1000,
  );
  const told = scopes.map((scope) => ({ kind, scope: "account", ...scope }));
  const count = (outcome: Scope["outcome"]): number => told.filter((one) => one.outcome === outcome).length;
  const about = { inventory, requests: 1, durationMs: 1 };
  const lines = [
    writer.event({
      type: "started",
      inventory,
      version: "1.0.0",
      credential: "a key",
      kinds: [...new Set(told.map((one) => one.kind))],
      ...(mayShift === undefined ? {} : { mayShift: [...mayShift] }),
      startedAt,
    }),
    ...resources.map(({ scope = "account", ...resource }) =>
      writer.event({ type: "resource", inventory, scope, resource: wholeResource(resource) }),
    ),
    ...told.map((scope) => writer.event({ ...about, count: 0, warnings: [], ...scope, type: "scope" })),
    writer.event({
      ...about,
      type: "finished",
      complete: told.every(({ outcome }) => outcome === "completed" || outcome === "not-offered"),
      resources: resources.length,
      scopes: told.length,
      outcomes: {
        completed: count("completed"),
        partial: count("partial"),
        denied: count("denied"),
        "not-offered": count("not-offered"),
        failed: count("failed"),
      },
      acceptedGaps: 0,
      refused: 0,
      ...(credentialEnds === undefined ? {} : { credentialEnds }),
    }),
    writer.end(),
  ];
  writeFileSync(path, lines.join(""));
  return path;
}

function wholeResource({ details, ...resource }: Omit<FakeResource, "scope">): Resource {
  return {
    urn: urnOf(resource.name ?? "a"),
    kind,
    class: "compute",
    subclass: "",
    name: "a",
    service: "thing",
    resource: "thing",
    tags: [],
    endpoints: [],
    ...resource,
    details: { provider: "test", protection: [], relations: [], attributes: {}, ...details },
  };
}

export interface Begun {
  readonly customer?: string;
  readonly name?: string;
  readonly inventory?: string;
  readonly account?: string;
}

/** Begins the run of a night as a worker does that has the lease of the account. */
export async function beginRun(pool: pg.Pool, startedAt: string, about: Begun = {}): Promise<MergedRun> {
  const { customer = "acme", name = "prod", inventory = "test", account } = about;
  const digest = `${customer}/${name}`;
  const { rows } = await pool.query<{ runId: string; token: string }>(
    `WITH lease AS (
       INSERT INTO cloud_inventory.account_leases AS lease (account_digest, token, customer, worker, expires_at)
       VALUES ($1, nextval('cloud_inventory.lease_tokens'), $2, 'worker', now() + interval '1 hour')
       ON CONFLICT (account_digest) DO UPDATE SET token = EXCLUDED.token, expires_at = EXCLUDED.expires_at
       RETURNING token)
     INSERT INTO cloud_inventory.runs AS run (customer, name, night, inventory, account, account_digest, token, worker)
     SELECT $2, $3, $4, $5, $6, $1, token, 'worker' FROM lease
     ON CONFLICT (customer, name, night) DO UPDATE SET token = EXCLUDED.token
     RETURNING run_id AS "runId", token`,
    [digest, customer, name, startedAt, inventory, account],
  );
  const [begun] = rows;
  if (begun === undefined) throw new Error("no run was begun");
  return { ...begun, customer, name };
}

const neverAborted = new AbortController().signal;

/** Runs a night, which is when its run began where nothing else is said, and merges what it found; answers with the path of its snapshot. */
export async function merge(
  pool: pg.Pool,
  fake: FakeNight,
  { nightAt = fake.startedAt, ...about }: Begun & { readonly nightAt?: string } = {},
): Promise<string> {
  const path = writeSnapshot(fake);
  await mergeSnapshot(pool, await beginRun(pool, nightAt, about), path, neverAborted);
  return path;
}

export interface KnownResource {
  readonly urn: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly goneAt: string | undefined;
}

/** What the catalogue has of a customer's resources, by name. */
export async function known(pool: pg.Pool, customer = "acme"): Promise<Readonly<Record<string, KnownResource>>> {
  const { rows } = await pool.query<{ urn: string; first: Date; last: Date; gone: Date | null }>(
    `SELECT urn, first_seen AS first, last_seen AS last, gone_at AS gone FROM cloud_inventory.resources WHERE customer = $1 ORDER BY kind, urn`,
    [customer],
  );
  return Object.fromEntries(
    rows.map(({ urn, first, last, gone }) => [
      urn.slice("urn:test:".length),
      { urn, firstSeen: first.toISOString(), lastSeen: last.toISOString(), goneAt: gone?.toISOString() },
    ]),
  );
}

export interface KnownChange {
  readonly type: string;
  readonly kind: string;
  readonly urn: string;
  readonly fields: unknown;
}

/** What changed in a night, in the order of kind and URN. */
export async function changesAt(pool: pg.Pool, at: string, customer = "acme"): Promise<readonly KnownChange[]> {
  const { rows } = await pool.query<KnownChange>(
    `SELECT type, kind, urn, fields FROM cloud_inventory.resource_changes WHERE customer = $1 AND at = $2
     ORDER BY kind COLLATE "C", urn COLLATE "C", type`,
    [customer, at],
  );
  return rows;
}

/** A database of the test's own, with all tables. */
export async function openCatalogue(postgres: Parameters<typeof freshDatabase>[0]): Promise<pg.Pool> {
  const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
  await migrate(pool);
  return pool;
}
