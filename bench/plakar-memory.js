import { startPlugin } from "./control-plane.js";
import { processorMs, residentMegabytes } from "./processes.js";
import { check, print } from "./report.js";
import { configOf, startCloud } from "./threads.js";

const zones = 10;
const volumes = 1_000_000;
// What garbage and the heap's own steps may add once a quarter of the list has passed.
const growthMegabytes = 40;

const accounts = [
  // Each scope ends soon, and frees what it remembers: nothing may grow.
  { projects: 100, mostMegabytes: 200, growthMegabytes },
  // All scopes end last: every id is remembered to the end.
  { projects: 1, mostMegabytes: 250 },
];

/** What one List of a million resources keeps in the plugin's memory, in many small scopes and in a few large ones. */
export async function measureMemory() {
  for (const account of accounts) await measureAccount(account);
}

async function measureAccount({ projects, ...bounds }) {
  const volumesPerZone = volumes / projects / zones;
  const cloud = await startCloud("./large-account-worker.js", { projects, volumesPerZone });
  const plugin = startPlugin("scaleway", cloud.environment);
  const config = configOf("scaleway", cloud.environment, 10);
  const others = cloud.projects.scaleway.slice(1).join(",");
  await plugin.init({
    ...config,
    ...(others === "" ? {} : { scw_project_ids: others }),
    kinds: "scaleway.block.volume",
  });
  let quarter;
  const [startedMs, usedMs] = [performance.now(), processorMs(plugin.pid)];
  const entries = await plugin.list((count) => {
    if (count >= volumes / 4) quarter ??= residentMegabytes(plugin.pid);
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const busyMs = usedMs === undefined ? Number.NaN : processorMs(plugin.pid) - usedMs;
  const end = residentMegabytes(plugin.pid);
  await plugin.end();
  await cloud.close();

  console.log(`\nPlakar: ${volumes.toLocaleString("en")} Scaleway volumes in ${projects * zones} scopes`);
  if (entries !== volumes) throw new Error("not all was listed");
  if (end === undefined)
    return print(`${seconds.toFixed(0)} s; this system does not tell what a process keeps in memory`);
  report({ seconds, quarter, end, microseconds: (busyMs / volumes) * 1000 }, bounds);
}

function report({ seconds, quarter, end, microseconds }, { mostMegabytes, growthMegabytes }) {
  const [atQuarter, atEnd, most] = [quarter.now, end.now, end.most].map((megabytes) => megabytes.toFixed(0));
  print(
    `${seconds.toFixed(0)} s; plugin's processor time ${microseconds.toFixed(1)} µs each; resident ${atQuarter} MB after a quarter, ${atEnd} MB at the end, at most ${most} MB`,
  );
  check(end.most <= mostMegabytes, `at most ${mostMegabytes} MB resident at any time`);
  if (growthMegabytes === undefined) return;
  check(end.now <= quarter.now + growthMegabytes, `at the end at most ${growthMegabytes} MB above the first quarter`);
}
