import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processorMsOfChildren, residentMegabytes } from "./processes.js";
import { check, print } from "./report.js";
import { startCloud } from "./threads.js";

const program = fileURLToPath(new URL("../dist/bin/cloud-inventory.js", import.meta.url));
export const small = { ovhProjects: 1, ovhRegions: 1, scalewayProjects: 1, zones: 1, resources: 2 };
const fleets = [200, 1_000];
// What summaries, and the heap's own steps, may add between the two.
const growthMegabytes = 60;
const nights = [10_000, 100_000];

/** What one process takes to read small inventories, and so what a night of many takes. */
export async function measureFleet() {
  const measured = [];
  for (const count of fleets) measured.push(await measureRun(count));
  const [few, many] = measured;
  if (few.megabytes !== undefined) {
    check(
      many.megabytes <= few.megabytes + growthMegabytes,
      `${many.count} inventories in at most ${growthMegabytes} MB more than ${few.count}`,
    );
  }
  // What a fleet takes beside its inventories, such as to start, is in neither slope.
  const between = (field) => (many[field] - few[field]) / (many.count - few.count);
  const [processorMs, wallMs] = [between("processorMs"), between("wallMs")];
  print(
    `each further inventory: ${processorMs.toFixed(0)} ms of processor, ${wallMs.toFixed(0)} ms of time, ten at once`,
  );
  for (const count of nights) {
    const hours = (count * wallMs) / 3_600_000;
    print(
      `${count.toLocaleString("en")} a night, computed as ${count} x ${wallMs.toFixed(0)} ms: ${hours.toFixed(2)} h`,
    );
  }
}

async function measureRun(count) {
  const cloud = await startCloud("./many-accounts-worker.js", { ...small, count });
  const folder = mkdtempSync(join(tmpdir(), "fleet-"));
  const fleet = join(folder, "fleet.json");
  writeFileSync(fleet, JSON.stringify(cloud.credentials.map(entryOf)));
  const summary = join(folder, "summary.json");
  const words = [
    "fleet",
    "run",
    fleet,
    "--snapshots",
    join(folder, "snapshots"),
    "--json",
    "--output",
    summary,
    "--quiet",
  ];
  const env = { ...cloud.environment, PATH: process.env.PATH, HOME: folder };
  const [startedMs, usedMs] = [performance.now(), processorMsOfChildren()];
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ["ignore", "inherit", "inherit"] });
  let megabytes;
  const look = setInterval(() => {
    megabytes = residentMegabytes(child.pid)?.most ?? megabytes;
  }, 100);
  const [status] = await once(child, "exit");
  clearInterval(look);
  const wallMs = performance.now() - startedMs;
  const processorMs = usedMs === undefined ? Number.NaN : processorMsOfChildren() - usedMs;
  const { states } = JSON.parse(readFileSync(summary, "utf8"));
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 || states.complete !== count) throw new Error(`not all was read: ${JSON.stringify(states)}`);

  console.log(`\nFleet: ${count} small inventories, half of OVHcloud and half of Scaleway, in one process`);
  const each = `${(processorMs / count).toFixed(0)} ms of processor each`;
  print(`${(wallMs / 1000).toFixed(1)} s, ${each}, at most ${megabytes?.toFixed(0)} MB resident`);
  return { count, wallMs, processorMs, megabytes };
}

export function entryOf({ ovhApplication, scaleway }, index) {
  const config = index % 2 === 0 ? ovhApplication : scaleway;
  return { name: `inventory-${index}`, config: { ...config, max_requests_per_minute: "0" } };
}
