import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { generator } from "../../../src/emulator/random.ts";
import { readSnapshot } from "../../../src/snapshots/read-snapshot.ts";
import { type Audit, audit } from "./audit.ts";
import { type FleetAtWork, type FleetToMake, fleetAtWork, type Worker } from "./fleet-at-work.ts";
import { grouped } from "./grouped.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { type SeenRequest, watchRequests } from "./watch-requests.ts";

/** 500 are as long as it takes (CONTRIBUTING.md); the seed makes another plan. */
const jobs = Number(process.env["FLEET_CHAOS_JOBS"] ?? 90);
const seed = Number(process.env["FLEET_CHAOS_SEED"] ?? 1);
const requestsPerSecond = 20;
const accounts = 10;

/** Small accounts of which OVHcloud's has two inventories, each by a credential of its own. */
const fleetToMake: FleetToMake = {
  options: Array.from({ length: accounts }, () => ({
    ...{ ovhProjects: 1, ovhRegions: 1, scalewayProjects: 1, zones: 1, resources: 1 },
    ...{ requestsPerSecond, latencyMs: 20 },
  })),
  inventories: (all) =>
    all.flatMap(({ credentials: { ovhApplication, ovhAccessToken, scaleway } }, index) => {
      const customer = `customer-${index}`;
      return [
        { customer, name: "ovhcloud", config: ovhApplication, kinds: "ovh.cloud.*" },
        { customer, name: "ovhcloud-again", config: ovhAccessToken, kinds: "ovh.cloud.*" },
        { customer, name: "scaleway", config: scaleway },
      ];
    }),
};

/** Whose account it is, is asked before it is anybody's turn. */
const asksWhose = /^\/(1\.0|v1)\/auth\/details\b/;

/** Longer than a job is kept without a sign of life, and shorter than a lease; and longer than both. */
const stopsMs = [12_000, 25_000] as const;

/** A worker that stood still. */
interface Stop {
  readonly pid: number;
  readonly from: number;
  until: number;
}

describe.skipIf(noPostgres !== undefined)("workers that are killed, and that stand still, at random moments", () => {
  const postgres = usePostgres();

  it(`end each of ${jobs} inventories once, one worker at an account at a time, and write nothing stale`, async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, fleetToMake);
    const nights = Math.ceil(jobs / fleet.count);
    const night = (index: number) => new Date(Date.UTC(2026, 10, 1 + index, 2)).toISOString();
    await fleet.run("enqueue", fleet.customers, "--night", night(0));
    const notes = await audit(databaseUrl);
    const wait = hastening(notes, jobs);
    const crew = createCrew(fleet, databaseUrl);
    // Nothing disturbs the first night, and no account is asked too much to say whose it is: it is known from then on.
    await crew.start("--per-customer", "1");
    while ((await wait(500)) > 0);
    for (let index = 1; index < nights; index += 1) {
      const { stderr } = await fleet.run("enqueue", fleet.customers, "--night", night(index));
      expect(stderr).toContain(`asked for ${fleet.count} inventories`);
    }
    const { port } = new URL(fleet.emulators.url);
    const requests = watchRequests(fleet.emulators.accounts, Number(port), crew.pids);
    await Promise.all([crew.start(), crew.start()]);

    const random = generator(seed);
    // What stands still longest is begun first, while every worker has something to do.
    const isLate = (left: number) => left < fleet.count / 2;
    for (let turn = 0; !isLate(await wait(500 + 2500 * random())); turn += 1) {
      const running = crew.running();
      const target = running[Math.floor(random() * running.length)];
      if (target === undefined || running.length < 2) continue;
      // Cut off once more it would have failed, as a job does that ends its workers: of many jobs some have that luck.
      if (await hasLastAttempt(notes)) continue;
      if (turn > 0 && random() < 0.4) await Promise.all([crew.kill(target), crew.start()]);
      else crew.stop(target, stopsMs[turn === 0 || random() < 0.5 ? 1 : 0]);
    }
    await crew.allGoOn();
    while ((await wait(500)) > 0);
    expect(await crew.dismiss()).toEqual(crew.living().map(() => 0));

    const all = Array.from({ length: nights }, (_, index) => index);
    await expectEndedOnce(notes, fleet.count * all.length);
    await expectNothingStale(notes, crew);
    await expectSnapshots(fleet, notes);
    await expectInTurn(requests, notes, crew);
  });
});

/** The workers of a fleet, each with a name of its own at the database. */
function createCrew(fleet: FleetAtWork, databaseUrl: string) {
  const everyone: { readonly name: string; readonly worker: Worker; readonly pid: number }[] = [];
  const stops: Stop[] = [];
  const gone = new Set<number>();
  const going = new Map<number, Promise<void>>();
  const living = () => everyone.filter(({ pid }) => !gone.has(pid));
  let hired = 0;
  return {
    stops,
    living,
    pids: () => everyone.map(({ pid }) => pid),
    running: () => living().filter(({ pid }) => !going.has(pid)),
    /** The process that wrote under a name. */
    pidOf: (name: string) => everyone.find((one) => one.name === name)?.pid,
    async start(...words: readonly string[]) {
      hired += 1;
      const name = `worker-${hired}`;
      const url = new URL(databaseUrl);
      url.searchParams.set("application_name", name);
      const worker = await fleet.with({ DATABASE_URL: url.href }).worker("--at-once", "8", ...words);
      everyone.push({ name, worker, pid: worker.child.pid ?? 0 });
    },
    async kill({ worker, pid }: { readonly worker: Worker; readonly pid: number }) {
      gone.add(pid);
      await worker.end("SIGKILL");
    },
    stop({ worker, pid }: { readonly worker: Worker; readonly pid: number }, forMs: number) {
      const stop: Stop = { pid, from: Date.now(), until: Number.POSITIVE_INFINITY };
      stops.push(stop);
      worker.child.kill("SIGSTOP");
      going.set(
        pid,
        sleep(forMs).then(() => {
          stop.until = Date.now();
          worker.child.kill("SIGCONT");
          going.delete(pid);
        }),
      );
    },
    allGoOn: () => Promise.all(going.values()),
    dismiss: () => Promise.all(living().map(({ worker }) => worker.end("SIGTERM"))),
  };
}
type Crew = ReturnType<typeof createCrew>;

/** Waits, lets the minutes until jobs are tried again pass at once, and tells how many are not done. */
function hastening({ pool }: Audit, atMost: number) {
  return async (milliseconds: number): Promise<number> => {
    await sleep(milliseconds);
    await pool.query(
      "UPDATE pgboss.job SET start_after = now() WHERE name = 'inventories' AND state = 'retry' AND start_after > now()",
    );
    const { rows } = await pool.query<{ left: number }>(
      "SELECT count(*)::int AS left FROM pgboss.job WHERE name = 'inventories' AND state IN ('created', 'retry', 'active')",
    );
    return rows[0]?.left ?? atMost;
  };
}

/** Whether a job that is not done is not tried again once it is cut off. */
async function hasLastAttempt({ pool }: Audit): Promise<boolean> {
  const { rowCount } = await pool.query(
    "SELECT 1 FROM pgboss.job WHERE name = 'inventories' AND state IN ('retry', 'active') AND retry_count >= retry_limit",
  );
  return rowCount !== 0;
}

async function expectEndedOnce(notes: Audit, count: number): Promise<void> {
  const ends = grouped(
    (await notes.runs()).filter(({ before, state }) => state !== before && state !== null),
    ({ job }) => job,
  );
  expect([...ends.values()].filter(({ length }) => length !== 1)).toEqual([]);
  expect(ends.size).toBe(count);
  expect(new Set([...ends.values()].flat().map(({ state }) => state))).toEqual(new Set(["complete"]));
  const settled = grouped(await notes.jobs(), ({ job }) => job);
  expect(settled.size).toBe(count);
  const ways = [...settled.values()].map((all) => all.map(({ queue, state }) => `${queue} ${state}`).join(", "));
  expect(new Set(ways)).toEqual(new Set(["inventories completed"]));
}

/** Whoever writes has the newest token of what it writes. */
async function expectNothingStale(notes: Audit, crew: Crew): Promise<void> {
  const isBy = (worker: string | null, writer: string) => worker?.endsWith(`/${crew.pidOf(writer)}`) === true;
  const runs = await notes.runs();
  expect(runs.length).toBeGreaterThan(jobs);
  expect(runs.filter(({ worker, writer }) => !isBy(worker, writer))).toEqual([]);
  const falling = runs.filter(({ tokenBefore, token }) => tokenBefore !== null && BigInt(token) < BigInt(tokenBefore));
  expect(falling).toEqual([]);
  const memories = await notes.memories();
  expect(memories.length).toBeGreaterThan(0);
  expect(memories.filter(({ holder, writer }) => !isBy(holder, writer))).toEqual([]);
}

/** Of each inventory one of each night, whole, and nothing beside them. */
async function expectSnapshots({ snapshots }: FleetAtWork, { pool }: Audit): Promise<void> {
  const { rows } = await pool.query<{ snapshot: string }>("SELECT snapshot FROM cloud_inventory.runs");
  const files = readdirSync(snapshots, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  expect(paths.toSorted()).toEqual(rows.map(({ snapshot }) => snapshot).toSorted());
  for (const path of paths) {
    let isComplete = false;
    for await (const line of readSnapshot(path)) if (line.type === "finished") isComplete = line.complete;
    expect(isComplete, path).toBe(true);
  }
}

/** Whoever asks an account has it; who stood still while it was lost asks no more than fits into a second. */
async function expectInTurn(requests: readonly SeenRequest[], notes: Audit, crew: Crew): Promise<void> {
  const leases = grouped(await notes.leases(), ({ accountDigest }) => accountDigest);
  const digests = await digestsOfAccounts(notes);
  const isHeld = ({ account, pid, cameAt }: SeenRequest) =>
    leases
      .get(digests.get(account) ?? "")
      ?.some(({ worker, takenAt, endsAt }) => worker.endsWith(`/${pid}`) && takenAt <= cameAt && cameAt <= endsAt) ===
    true;
  const turns = requests.filter(({ pid, target }) => pid !== undefined && !asksWhose.test(target));
  expect(turns.length).toBeGreaterThan(jobs);
  const late = turns.filter((request) => !isHeld(request));
  const byStop = grouped(late, ({ pid, cameAt }) =>
    crew.stops.findLast((stop) => stop.pid === pid && stop.until <= cameAt),
  );
  expect(byStop.get(undefined) ?? []).toEqual([]);
  for (const ofStop of byStop.values()) {
    const each = [...grouped(ofStop, ({ account }) => account).values()];
    expect(Math.max(...each.map(({ length }) => length))).toBeLessThanOrEqual(requestsPerSecond);
  }
  const inTurn = grouped(turns.filter(isHeld), ({ account }) => account);
  for (const ofAccount of inTurn.values()) {
    const overlapping = ofAccount.filter((one, index) =>
      ofAccount.slice(0, index).some(({ pid, leftAt = 0 }) => pid !== one.pid && leftAt > one.cameAt),
    );
    expect(overlapping).toEqual([]);
  }
}

/** The digest of each account that {@link watchRequests} names. */
async function digestsOfAccounts({ pool }: Audit): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ account: string; digest: string }>(
    `SELECT DISTINCT CASE name WHEN 'scaleway' THEN 'scaleway ' ELSE 'ovh ' END || substr(customer, 10) AS account,
       account_digest AS digest FROM cloud_inventory.runs`,
  );
  expect(rows.length).toBe(2 * accounts);
  return new Map(rows.map(({ account, digest }) => [account, digest]));
}
