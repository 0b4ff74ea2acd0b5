import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { entryOf, small } from "./fleet.js";
import { processorMs, residentMegabytes } from "./processes.js";
import { check, print } from "./report.js";
import { startCloud } from "./threads.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = at("../packages/fleet/dist/bin/cloud-inventory-fleet.js");
/** What one worker takes, where the cloud answers at once. */
const many = { count: 1_000, latencyMs: 0, workerCounts: [1] };
/** How workers scale, where most of the time is the cloud's: with answers at once two processors are all that is measured. */
const slow = { count: 200, latencyMs: 500, workerCounts: [1, 2, 4] };
const nights = [10_000, 100_000];

/** What workers on a database take, and how they scale: `DATABASE_URL` names the Postgres, in which the benchmark's tables are left. */
export async function measureFleetWorkers() {
  if (!process.env.DATABASE_URL) {
    console.log("\nWorkers: skipped, since DATABASE_URL names no Postgres for them");
    return;
  }
  const node = execFileSync(process.execPath, [at("../scripts/fleet-package.js"), "node"], { encoding: "utf8" }).trim();
  const [alone] = await measureFleetOf(many, node);
  const [one, ...more] = await measureFleetOf(slow, node);
  check(one.wallMs / more.at(-1).wallMs > 1, "four workers are faster than one");
  for (const { workers, wallMs } of more) {
    print(`${workers} workers: ${(one.wallMs / wallMs).toFixed(2)} times as fast as one`);
  }
  const eachMs = alone.processorMs / many.count;
  const slowMs = one.wallMs / slow.count;
  print(
    `a night of N by W workers: N x ${slowMs.toFixed(0)} ms / W, where an answer takes ${slow.latencyMs} ms, and at least N x ${eachMs.toFixed(0)} ms / processors of the workers`,
  );
  for (const night of nights) {
    const hours = [1, 4, 16].map((workers) => `${((night * slowMs) / workers / 3_600_000).toFixed(1)} h by ${workers}`);
    const processor = ((night * eachMs) / 3_600_000).toFixed(1);
    print(
      `${night.toLocaleString("en")} a night, computed: ${hours.join(", ")}; ${processor} h of one processor in all`,
    );
  }
}

async function measureFleetOf({ count, latencyMs, workerCounts }, node) {
  const cloud = await startCloud("./many-accounts-worker.js", { ...small, count, latencyMs });
  const folder = mkdtempSync(join(tmpdir(), "fleet-workers-"));
  const fleet = join(folder, "fleet.json");
  writeFileSync(fleet, JSON.stringify(cloud.credentials.map(entryOf)));
  const env = {
    ...cloud.environment,
    PATH: process.env.PATH,
    HOME: folder,
    DATABASE_URL: process.env.DATABASE_URL,
    CLOUD_INVENTORY_STATE_DIR: "off",
  };
  const measured = [];
  try {
    for (const workers of workerCounts) {
      measured.push(await measureNight({ workers, count, latencyMs }, { node, env, fleet, folder }));
    }
  } finally {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return measured;
}

async function measureNight({ workers, count, latencyMs }, { node, env, fleet, folder }) {
  const run = (...words) =>
    execFileSync(node, [program, ...words], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const night = new Date(Date.now() + workers).toISOString();
  const askedMs = performance.now();
  run("enqueue", fleet, "--night", night);
  const enqueueMs = performance.now() - askedMs;
  const startedMs = performance.now();
  const words = ["worker", fleet, "--snapshots", join(folder, `snapshots-${workers}`), "--log", "json"];
  const stdio = ["ignore", "ignore", "pipe"];
  const children = Array.from({ length: workers }, () => spawn(node, [program, ...words], { env, stdio }));
  // Asking for the status would take as much of the processor as the workers do.
  const done = Promise.all(children.map((child) => once(child, "exit")));
  await completed(children, count, done);
  const wallMs = performance.now() - startedMs;
  const most = Math.max(...children.map(({ pid }) => residentMegabytes(pid)?.most ?? 0));
  const usedMs = children.reduce((sum, { pid }) => sum + (processorMs(pid) ?? Number.NaN), 0);
  for (const child of children) child.kill("SIGTERM");
  await done;
  console.log(
    `\nWorkers: ${count} small inventories by ${workers}, ten at once each, on a database; ${latencyMs} ms to each answer`,
  );
  print(
    `${(wallMs / 1000).toFixed(1)} s, ${(usedMs / count).toFixed(0)} ms of processor each, at most ${most.toFixed(0)} MB resident each`,
  );
  print(`${(enqueueMs / count).toFixed(1)} ms to ask for one`);
  return { workers, wallMs, processorMs: usedMs };
}

/** Waits until the logs of the workers tell of so many that are complete. */
function completed(children, count, ended) {
  let complete = 0;
  return new Promise((resolve, reject) => {
    for (const { stderr } of children) {
      stderr.setEncoding("utf8").on("data", (text) => {
        complete += text.split('"message":"complete"').length - 1;
        if (complete === count) resolve();
      });
    }
    ended.then(() => reject(new Error(`all workers have ended, and ${complete} inventories are complete`)));
  });
}
