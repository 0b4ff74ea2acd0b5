import { startPlugin } from "./control-plane.js";
import { processorMs } from "./processes.js";
import { check, print } from "./report.js";
import { configOf, startCloud } from "./threads.js";

const zones = 10;
const volumesPerZone = 20_000;
const volumes = zones * volumesPerZone;
const lists = 6;
const fewestASecond = 45_000;

/** How fast one List goes from the cloud through the plugin and its pipes. */
export async function measureList() {
  const emulator = await startCloud("./emulator-worker.js", {
    scalewayProjects: 1,
    resources: { "scaleway.block.volume": volumesPerZone },
  });
  const plugin = startPlugin("scaleway", emulator.environment);
  const config = configOf("scaleway", emulator.environment, 10);
  await plugin.init({ ...config, kinds: "scaleway.block.volume" });
  console.log(`\nPlakar: ${volumes.toLocaleString("en")} Scaleway volumes through List, latency 0 ms`);
  const rates = [];
  // What the plugin would come to if nobody else needed a processor: with one thread of its own it cannot be faster.
  const mostASecond = [];
  for (let list = 1; list <= lists; list += 1) {
    const [startedMs, usedMs] = [performance.now(), processorMs(plugin.pid)];
    if ((await plugin.list()) !== volumes) throw new Error("not all was listed");
    const wallMs = performance.now() - startedMs;
    const busyMs = usedMs === undefined ? Number.NaN : processorMs(plugin.pid) - usedMs;
    rates.push((volumes / wallMs) * 1000);
    mostASecond.push((volumes / busyMs) * 1000);
    print(
      `list ${list}: ${rates.at(-1).toFixed(0)} resources a second; plugin's processor time ${((busyMs / volumes) * 1000).toFixed(1)} µs each, ${((busyMs / wallMs) * 100).toFixed(0)} % of one processor`,
    );
  }
  await plugin.end();
  await emulator.close();
  // The first list warms the plugin up, and other programs on the machine can only slow the others down.
  const isHeld = Math.max(...rates.slice(1)) >= fewestASecond;
  check(isHeld, `at least ${fewestASecond} resources a second in the fastest list`);
  if (!isHeld)
    print(`  the plugin's own processor time allows ${Math.max(...mostASecond.slice(1)).toFixed(0)} a second`);
}
