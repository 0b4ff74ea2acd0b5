import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { processorMsOfChildren } from "./processes.js";
import { check, median, print } from "./report.js";

const program = fileURLToPath(new URL("../dist/bin/cloud-inventory.js", import.meta.url));
const runs = 15;
const mostTimes = 2;
const commands = { "node -e 0": ["-e", "0"], "--help": [program, "--help"], kinds: [program, "kinds"] };

/** What the short verbs of the command line take, beside a Node that does nothing. */
export function measureCommandStart() {
  console.log(`\nCommand line: from start to end, median of ${runs}`);
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  // In turns, so that all meet the same load of the machine; the first turn fills the system's caches.
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, words] of Object.entries(commands)) {
      const time = timeOf(words);
      if (run > 0) times[name].push(time);
    }
  }
  const medians = Object.entries(times).map(([name, taken]) => [name, median(taken)]);
  const [[, bareMs], ...verbs] = medians;
  print(`node -e 0: ${bareMs.toFixed(0)} ms`);
  for (const [name, ms] of verbs) {
    print(`${name}: ${ms.toFixed(0)} ms, ratio ${(ms / bareMs).toFixed(2)}`);
    check(ms <= bareMs * mostTimes, `${name} in at most ${mostTimes} times node -e 0`);
  }
}

/** Processor time of a Node with these words; its wall time where the system does not tell. */
function timeOf(words) {
  const [startedMs, usedMs] = [performance.now(), processorMsOfChildren()];
  execFileSync(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  return usedMs === undefined ? performance.now() - startedMs : processorMsOfChildren() - usedMs;
}
