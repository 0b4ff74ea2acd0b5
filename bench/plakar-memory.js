import { startPlugin } from "./control-plane.js";
import { residentMegabytes } from "./processes.js";
import { check, print } from "./report.js";
import { configOf, startCloud } from "./threads.js";

const projects = 100;
const zones = 10;
const volumesPerZone = 1000;
const volumes = projects * zones * volumesPerZone;
const mostMegabytes = 200;
// What garbage and the heap's own steps may add once a quarter of the list has passed.
const growthMegabytes = 40;

/** What one List of a million resources in a thousand scopes keeps in the plugin's memory. */
export async function measureMemory() {
  const cloud = await startCloud("./large-account-worker.js", { projects, volumesPerZone });
  const plugin = startPlugin("scaleway", cloud.environment);
  const config = configOf("scaleway", cloud.environment, 10);
  const others = cloud.projects.scaleway.slice(1).join(",");
  await plugin.init({ ...config, scw_project_ids: others, kinds: "scaleway.block.volume" });
  let quarter;
  const startedMs = performance.now();
  const entries = await plugin.list((count) => {
    if (count >= volumes / 4) quarter ??= residentMegabytes(plugin.pid);
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const end = residentMegabytes(plugin.pid);
  await plugin.end();
  await cloud.close();

  console.log(`\nPlakar: ${volumes.toLocaleString("en")} Scaleway volumes in ${projects * zones} scopes`);
  if (entries !== volumes) throw new Error("not all was listed");
  if (end === undefined)
    return print(`${seconds.toFixed(0)} s; this system does not tell what a process keeps in memory`);
  const [atQuarter, atEnd, most] = [quarter.now, end.now, end.most].map((megabytes) => megabytes.toFixed(0));
  print(
    `${seconds.toFixed(0)} s; resident ${atQuarter} MB after a quarter, ${atEnd} MB at the end, at most ${most} MB`,
  );
  check(end.most <= mostMegabytes, `at most ${mostMegabytes} MB resident at any time`);
  check(end.now <= quarter.now + growthMegabytes, `at the end at most ${growthMegabytes} MB above the first quarter`);
}
