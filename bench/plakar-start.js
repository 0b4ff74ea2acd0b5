import { spawn } from "node:child_process";
import { once } from "node:events";
import { startPlugin } from "./control-plane.js";
import { check, median, print } from "./report.js";
import { configOf, startCloud } from "./threads.js";

const runs = 9;
const longestMs = 300;

/** How long a control plane waits from the start of the process to the answer of Init. */
export async function measureStart() {
  const emulator = await startCloud("./emulator-worker.js", {});
  console.log(`\nPlakar: from the start of the process to an answered Init, latency 0 ms, median of ${runs}`);
  for (const inventory of ["ovh", "scaleway"]) {
    const config = configOf(inventory, emulator.environment, 10);
    const [startsMs, bareMs] = [[], []];
    // In turns, so that both meet the same load of the machine; the first turn fills the system's caches.
    for (let run = 0; run <= runs; run += 1) {
      const [startMs, nodeMs] = [await timeOfInit(inventory, emulator, config), await timeOfBareNode()];
      if (run === 0) continue;
      startsMs.push(startMs);
      bareMs.push(nodeMs);
    }
    const [startMs, nodeMs] = [median(startsMs), median(bareMs)];
    print(
      `${inventory}: ${startMs.toFixed(0)} ms (${Math.min(...startsMs).toFixed(0)} to ${Math.max(...startsMs).toFixed(0)}); node -e 0: ${nodeMs.toFixed(0)} ms; ratio ${(startMs / nodeMs).toFixed(2)}`,
    );
    check(startMs <= longestMs, `within ${longestMs} ms`);
  }
  await emulator.close();
}

async function timeOfInit(inventory, { environment }, config) {
  const plugin = startPlugin(inventory, environment);
  await plugin.init(config);
  const tookMs = performance.now() - plugin.startedMs;
  await plugin.end();
  return tookMs;
}

async function timeOfBareNode() {
  const startedMs = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - startedMs;
}
