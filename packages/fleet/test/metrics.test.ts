import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FleetEntry } from "cloud-inventory-plugin/fleet";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { parsePrometheusText } from "../../../test/cli/prometheus-text.ts";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { inventoryQueue, openBoss } from "../src/jobs/boss.ts";
import { bury, enqueue, giveBack, type InventoryJobData } from "../src/jobs/inventory-job.ts";
import { fleetGauges, prefix } from "../src/operations/fleet-gauges.ts";
import { metricsWord } from "../src/words/metrics.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { terminalOf } from "./terminal.ts";
import { tools } from "./tools.ts";

interface EndedRun {
  readonly customer?: string;
  readonly name?: string;
  readonly inventory?: string;
  readonly night?: string;
  readonly endedAt?: string | null;
  readonly state?: string | null;
  readonly exitCode?: number | null;
  readonly result?: unknown;
}

const anEntry: FleetEntry = {
  name: "prod",
  customer: "acme",
  inventory: "ovh",
  tags: [],
  kinds: [],
  options: {},
  config: {},
  where: "a test",
  notices: [],
};
const run = {
  startedAt: "2026-11-26T02:00:00Z",
  durationMs: 1234,
  resources: 7,
  requests: 21,
  gaps: [],
  isAccepted: false,
};

describe.skipIf(noPostgres !== undefined)("fleet metrics", () => {
  const postgres = usePostgres();
  let url: string;
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    url = await freshDatabase(postgres);
    database = await openDatabase({ DATABASE_URL: url });
    onTestFinished(() => database.end());
  });

  async function insert(ended: EndedRun): Promise<void> {
    const endedAt = ended.endedAt === undefined ? "2026-11-26T02:10:00Z" : ended.endedAt;
    await database.query(
      `INSERT INTO cloud_inventory.runs
        (customer, name, night, inventory, account_digest, token, worker, ended_at, state, exit_code, result)
        VALUES ($1, $2, $3, $4, 'd', 1, 'w', $5, $6, $7, $8)`,
      [
        ended.customer ?? "acme",
        ended.name ?? "prod",
        ended.night ?? "2026-11-26T02:00:00Z",
        ended.inventory ?? "ovh",
        endedAt,
        ended.state === undefined ? "complete" : ended.state,
        ended.exitCode === undefined ? 0 : ended.exitCode,
        JSON.stringify(ended.result ?? { run, credentialEnds: [] }),
      ],
    );
  }

  async function metrics(options: Readonly<Record<string, string>> = {}) {
    const { terminal, stdout } = terminalOf({ DATABASE_URL: url });
    const code = await metricsWord(
      {
        argument: "metrics",
        words: ["metrics"],
        has: (name) => Object.hasOwn(options, name),
        one: (name) => options[name],
        all: () => [],
      },
      terminal,
    );
    expect(code).toBe(0);
    return stdout();
  }

  const seconds = (time: string): number => Date.parse(time) / 1000;
  /** The values of one inventory, or of the fleet, by metric. */
  function valuesOf(text: string, labels: Readonly<Record<string, string>> = {}) {
    const wanted = Object.entries(labels);
    const own = parsePrometheusText(text).filter((sample) =>
      wanted.length === 0
        ? Object.keys(sample.labels).length === 0
        : wanted.every(([label, value]) => sample.labels[label] === value),
    );
    return Object.fromEntries(own.map(({ name, value }) => [name.slice(prefix.length), value]));
  }

  it("tells of each inventory its last run that has ended", async () => {
    await migrate(database);
    await insert({ night: "2026-11-24T02:00:00Z", endedAt: "2026-11-24T02:10:00Z" });
    await insert({ night: "2026-11-25T02:00:00Z", endedAt: "2026-11-25T02:10:00Z", state: "incomplete" });
    await insert({
      endedAt: "2026-11-26T02:10:00.900Z",
      state: "incomplete",
      exitCode: 4,
      result: {
        run: { ...run, resources: 9 },
        credentialEnds: [{ what: "key", at: "2027-01-01T00:00:00Z" }, { what: "policy" }, { what: "role", at: null }],
      },
    });
    await insert({ night: "2026-11-27T02:00:00Z", endedAt: null, state: null, exitCode: null });
    const text = await metrics();
    expect(valuesOf(text, { customer: "acme", name: "prod", inventory: "ovh" })).toEqual({
      last_run_timestamp_seconds: seconds("2026-11-26T02:10:00Z"),
      last_run_state: 1,
      last_run_exit_code: 4,
      last_run_complete: 0,
      last_complete_timestamp_seconds: seconds("2026-11-24T02:10:00Z"),
      last_success_timestamp_seconds: seconds("2026-11-25T02:10:00Z"),
      last_run_duration_seconds: 1.234,
      last_run_resources: 9,
      last_run_requests: 21,
      credential_expiry_timestamp_seconds: seconds("2027-01-01T00:00:00Z"),
    });
    const states = parsePrometheusText(text).filter(({ name }) => name.endsWith("last_run_state"));
    expect(states.map(({ labels }) => labels["state"])).toEqual(["incomplete"]);
    expect(valuesOf(text)).toMatchObject({ inventories: 1, jobs_queued: 0, jobs_active: 0, dead_letters: 0 });
  });

  it("leaves out what is not known", async () => {
    await migrate(database);
    await insert({ state: "refused", exitCode: 3, result: { credentialEnds: [{ what: "key" }] } });
    await insert({ name: "endless", result: { run, credentialEnds: [{ what: "key", at: null }] } });
    const text = await metrics();
    expect(valuesOf(text, { name: "prod" })).toEqual({
      last_run_timestamp_seconds: seconds("2026-11-26T02:10:00Z"),
      last_run_state: 1,
      last_run_exit_code: 3,
      last_run_complete: 0,
    });
    expect(valuesOf(text, { name: "endless" })["credential_expiry_timestamp_seconds"]).toBe(Number.POSITIVE_INFINITY);
  });

  it("counts jobs by what becomes of them", async () => {
    await migrate(database);
    const boss = await openBoss({ DATABASE_URL: url }, { supervises: false, onError: () => {} });
    onTestFinished(() => boss.stop({ graceful: false }));
    await boss.createQueue("another");
    await boss.send("another", {});
    const names = ["dead", "retried", "done", "active", "queued", "queued-too"];
    const entries = names.map((name) => ({ ...anEntry, name }));
    await enqueue(boss, database, entries, new Date("2026-11-26T02:00:00Z"));
    const jobs = await boss.fetch<InventoryJobData>(inventoryQueue, { batchSize: 6, includeMetadata: true });
    for (const job of jobs) {
      const { id, retryCount, data } = job;
      if (data.name === "dead") await bury(boss, database, job, "refused");
      if (data.name === "retried") await boss.fail(inventoryQueue, { id, retryCount }, { reason: "it may pass" });
      if (data.name === "done") await boss.complete(inventoryQueue, { id, retryCount });
      if (data.name.startsWith("queued")) await giveBack(database, job, 60);
    }
    expect(valuesOf(await metrics())).toMatchObject({ jobs_queued: 3, jobs_active: 1, dead_letters: 1 });
    await insert({ name: "dead", endedAt: new Date(0).toISOString(), night: "2026-11-25T02:00:00Z" });
    await insert({ name: "dead", endedAt: "2999-01-01T00:00:00Z", state: "refused", exitCode: 3 });
    expect(valuesOf(await metrics())).toMatchObject({ dead_letters: 1 });
    await insert({ name: "dead", endedAt: "2999-01-01T00:00:00Z", night: "2026-11-27T02:00:00Z" });
    expect(valuesOf(await metrics())).toMatchObject({ dead_letters: 0 });
  });

  it("writes labels so that whatever they hold is read as it is", async () => {
    await migrate(database);
    const hostile = ['a"b', "back\\slash", "two\nlines", 'end\\"} 1\n# EOF', "", "é\u2028ü", "a,b={}"];
    for (const [index, name] of hostile.entries()) await insert({ customer: `c${index}`, name, inventory: name });
    const text = await metrics();
    const told = parsePrometheusText(text).filter(({ name }) => name === `${prefix}last_run_complete`);
    expect(told.map(({ labels }) => labels["name"]).toSorted()).toEqual(hostile.toSorted());
  });

  it("writes a file for everybody to read, in place of its own alone", async () => {
    await migrate(database);
    await insert({});
    const folder = mkdtempSync(join(tmpdir(), "fleet-metrics-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "fleet.prom");
    expect(await metrics({ output: path })).toBe("");
    await insert({ name: "test" });
    await metrics({ output: path });
    expect(valuesOf(readFileSync(path, "utf8"))["inventories"]).toBe(2);
    expect(statSync(path).mode & 0o777).toBe(0o644);
    const foreign = "# HELP cloud_inventory_exit_code The exit status of the last run: 0 is complete.\n";
    writeFileSync(path, foreign);
    await expect(metrics({ output: path })).rejects.toThrow(
      `--output: ${path} holds something else than metrics of cloud-inventory; name another file, or remove it`,
    );
    expect(readFileSync(path, "utf8")).toBe(foreign);
    await expect(metrics({ output: join(folder, "fleet.txt") })).rejects.toThrow("must end in .prom");
    expect(existsSync(join(folder, "fleet.txt"))).toBe(false);
  });

  it("is a word of the command line, which tells of jobs before any has run", async () => {
    const { run, customers, count } = await fleetAtWork(url);
    expect(await run("metrics")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("holds no fleet yet"),
    });
    await run("enqueue", customers);
    const { code, stdout } = await run("metrics");
    expect(code).toBe(0);
    expect(valuesOf(stdout)).toMatchObject({ inventories: 0, jobs_queued: count, jobs_active: 0, dead_letters: 0 });
  });

  it("says to a role that does not see the whole fleet that it does not, and tells no empty one", async () => {
    await migrate(database);
    await insert({});
    await insert({ customer: "globex" });
    await database.query(
      `CREATE ROLE scrape LOGIN; GRANT USAGE ON SCHEMA cloud_inventory TO scrape;
       GRANT SELECT ON ALL TABLES IN SCHEMA cloud_inventory TO scrape`,
    );
    onTestFinished(async () => {
      await database.query("DROP OWNED BY scrape; DROP ROLE scrape");
    });
    const address = new URL(url);
    address.username = "scrape";
    const word = async () => {
      const { terminal, stdout, stderr } = terminalOf({ DATABASE_URL: address.href });
      const options = {
        argument: "metrics",
        words: ["metrics"],
        has: () => false,
        one: () => undefined,
        all: () => [],
      };
      const code = await metricsWord(options, terminal).catch(({ message }) => message);
      return { code, said: stderr(), text: stdout() };
    };
    const sees = "the role of DATABASE_URL sees the rows of its customers alone";
    expect(await word()).toEqual({
      code: `${sees}, and there are none; give it BYPASSRLS, or a row of readers`,
      said: "",
      text: "",
    });
    await database.query("INSERT INTO cloud_inventory.readers VALUES ('scrape', 'acme')");
    const told = await word();
    expect(told).toMatchObject({ code: 0, said: `note: ${sees}\n` });
    expect(valuesOf(told.text)["inventories"]).toBe(1);
    await database.query("ALTER ROLE scrape BYPASSRLS");
    expect(await word()).toMatchObject({ code: 0, said: "" });
  });

  it("tells every metric that is documented", async () => {
    await migrate(database);
    await insert({ result: { run, credentialEnds: [{ what: "key", at: "2027-01-01T00:00:00Z" }] } });
    expect([...new Set(parsePrometheusText(await metrics()).map(({ name }) => name))]).toEqual(
      Object.keys(fleetGauges).map((name) => `${prefix}${name}`),
    );
  });

  it.skipIf(!tools.promtool)("writes what promtool finds nothing wrong with", async () => {
    await migrate(database);
    await insert({ result: { run, credentialEnds: [{ what: "key", at: null }] } });
    expect(execFileSync("promtool", ["check", "metrics"], { input: await metrics(), encoding: "utf8" })).toBe("");
  });
});
