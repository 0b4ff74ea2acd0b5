import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { entryOf, small } from "./fleet.js";
import { processorMs, residentMegabytes } from "./processes.js";
import { check, print } from "./report.js";
import { startCloud } from "./threads.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = at("../packages/fleet/dist/bin/cloud-inventory-fleet.js");
const count = 1_000;
// As a cloud answers: with answers at once two processors are all that is measured.
const latencyMs = 100;
const workerCounts = [1, 2, 4];
const nights = [10_000, 100_000];

/** What workers on a database take, and how they scale: `DATABASE_URL` names the Postgres, in which the benchmark's tables are left. */
export async function measureFleetWorkers() {
  if (!process.env.DATABASE_URL) {
    console.log("\nWorkers: skipped, since DATABASE_URL names no Postgres for them");
    return;
  }
  const node = execFileSync(process.execPath, [at("../scripts/fleet-package.js"), "node"], { encoding: "utf8" }).trim();
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
  const run = (...words) =>
    execFileSync(node, [program, ...words], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const measured = [];
  try {
    for (const workers of workerCounts) measured.push(await measureNight(workers, { node, env, fleet, folder, run }));
  } finally {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const [one, , four] = measured;
  check(one.wallMs / four.wallMs > 1, "four workers are faster than one");
  for (const { workers, wallMs } of measured.slice(1)) {
    print(`${workers} workers: ${(one.wallMs / wallMs).toFixed(2)} times as fast as one`);
  }
  const eachMs = one.processorMs / count;
  print(
    `a night of N on W workers takes N x ${(one.wallMs / count).toFixed(0)} ms / W, while W x ${(one.processorMs / one.wallMs).toFixed(2)} processors are there:`,
  );
  for (const night of nights) {
    const hours = workerCounts.map((workers) => {
      const time = ((night * one.wallMs) / count / workers / 3_600_000).toFixed(1);
      return `${time} h with ${workers}`;
    });
    print(
      `${night.toLocaleString("en")}: ${hours.join(", ")}; ${((night * eachMs) / 3_600_000).toFixed(1)} h of one processor in all`,
    );
  }
}

async function measureNight(workers, { node, env, fleet, folder, run }) {
  const night = new Date(Date.now() + workers).toISOString();
  const askedMs = performance.now();
  run("enqueue", fleet, "--night", night);
  const enqueueMs = performance.now() - askedMs;
  const startedMs = performance.now();
  const words = ["worker", fleet, "--snapshots", join(folder, `snapshots-${workers}`), "--per-customer", "100"];
  const children = Array.from({ length: workers }, () =>
    spawn(node, [program, ...words], { env, stdio: ["ignore", "pipe", "ignore"] }),
  );
  let [most, used] = [0, []];
  const look = () => {
    most = Math.max(most, ...children.map(({ pid }) => residentMegabytes(pid)?.most ?? 0));
    used = children.map(({ pid }) => processorMs(pid) ?? Number.NaN);
  };
  for (;;) {
    await sleep(1000);
    look();
    const { queue, night: told } = JSON.parse(run("status", "--night", night, "--json"));
    if (queue.waiting === 0 && queue.active === 0) {
      if (told.states.complete !== count) throw new Error(`not all was read: ${JSON.stringify(told.states)}`);
      break;
    }
  }
  const wallMs = performance.now() - startedMs;
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.map((child) => child.exitCode ?? once(child, "exit")));
  const usedMs = used.reduce((sum, one) => sum + one, 0);
  console.log(
    `\nWorkers: ${count} small inventories by ${workers}, ten at once each, on a database; ${latencyMs} ms to each answer`,
  );
  print(
    `${(wallMs / 1000).toFixed(1)} s, ${(usedMs / count).toFixed(0)} ms of processor each, at most ${most.toFixed(0)} MB resident each`,
  );
  print(`${(enqueueMs / count).toFixed(1)} ms to ask for one`);
  return { workers, wallMs, processorMs: usedMs };
}
