import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roomOfCustomer, turnAtAccount, type Wait } from "../src/jobs/inventory-job.ts";
import { openLog } from "../src/operations/json-log.ts";
import { countWork } from "../src/operations/worker-counters.ts";
import { worksNews } from "../src/operations/worker-news.ts";
import type { Settlement } from "../src/work/run-job.ts";
import { type FleetToMake, fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";
import { terminalOf } from "./terminal.ts";

const job = { customer: "acme", name: "prod", night: "2026-11-26T02:00:00.000Z" };

describe("what a worker says of a job that has failed", () => {
  it.each<[Settlement["type"], boolean, string, string]>([
    ["failed", false, "failed, to be tried again: why", "retry"],
    ["failed", true, "failed at its last attempt, not to be tried again: why", "failed"],
    ["dead", false, "failed, not to be tried again: why", "failed"],
  ])("tells whether it is tried again: %s, %s", async (type, isLast, said, counted) => {
    const { terminal, stderr } = terminalOf({});
    const counters = countWork();
    const news = worksNews(openLog(terminal, "text"), counters);
    news.started(job);
    news.settled(job, { type, reason: "why" } as Settlement, isLast);
    expect(stderr()).toBe(`warning: acme/prod: ${said}\n`);
    expect(await counters.text()).toContain(`jobs_total{result="${counted}"} 1\n`);
  });
});

describe("what a worker counts", () => {
  const back = (wait: Wait): Settlement => ({ type: "back", delaySeconds: 30, why: "why", wait });

  it("is that a job waited for its account, and not for anything else", async () => {
    const { terminal } = terminalOf({});
    const counters = countWork();
    const news = worksNews(openLog(terminal, "text"), counters);
    news.settled(job, back({ waitsFor: turnAtAccount("digest"), account: "digest" }), false);
    news.settled(job, back({ waitsFor: roomOfCustomer("acme"), account: "digest" }), false);
    news.settled(job, { type: "back", delaySeconds: 30, why: "why" }, false);
    expect(await counters.text()).toContain("lease_waits_total 1\n");
  });

  it("is no job as running that the database did not take the end of", async () => {
    const { terminal, stderr } = terminalOf({});
    const counters = countWork();
    const news = worksNews(openLog(terminal, "text"), counters);
    news.started(job);
    news.unsettled(job, "the database is away");
    expect(stderr()).toBe("warning: acme/prod: is not settled: the database is away\n");
    expect(await counters.text()).toContain("running 0\n");
  });
});

/** One inventory whose secret nobody hands out. */
function withoutSecret(fleet: FleetToMake): FleetToMake {
  return {
    ...fleet,
    inventories: (accounts) =>
      fleet.inventories(accounts).map((entry) => ({
        ...entry,
        config: { ...entry.config, application_secret: "exec:vault secret" },
      })),
  };
}

describe.skipIf(noPostgres !== undefined)("a worker", () => {
  const postgres = usePostgres();

  it("knows of a job which attempt is its last", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, withoutSecret(smallFleet(1)));
    const helpers = join(fleet.customers, "..", "helpers.json");
    writeFileSync(helpers, JSON.stringify({ vault: ["sh", "-c", "exit 1"] }), { mode: 0o600 });
    await fleet.run("enqueue", fleet.customers);
    const queue = queueState(databaseUrl);
    await queue.pool.query("UPDATE pgboss.job SET retry_limit = 1 WHERE name = 'inventories'");
    const worker = await fleet.worker("--helpers", helpers);
    await queue.done();
    await worker.end("SIGTERM");
    expect(worker.said().match(/^warning: customer-0\/ovhcloud: .* tried again/gm)).toEqual([
      "warning: customer-0/ovhcloud: failed, to be tried again",
      "warning: customer-0/ovhcloud: failed at its last attempt, not to be tried again",
    ]);
  });
});
