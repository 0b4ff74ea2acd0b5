import { readOperatorSettings } from "../dist/config/operator-settings.js";
import { discover, loadProvider, selectKinds } from "../dist/index.js";
import { check, median, print } from "./report.js";
import { configOf, startCloud } from "./threads.js";

const latencyMs = 50;
const maxInFlight = 32;
const runs = 5;

const scenarios = [
  {
    name: "Scaleway: 10 zones x 120 instances",
    provider: "scaleway",
    kinds: ["scaleway.instance.server"],
    emulator: {
      scalewayProjects: 1,
      resources: { "scaleway.instance.server": 120, "scaleway.block.volume": 0, "scaleway.instance.volume": 0 },
    },
    resources: 1200,
    // Two tell, beside the lists, how many projects there are.
    maxRequests: 22,
    // Page 1 of every zone at once, then every page 2 at once.
    roundTrips: 2,
  },
  {
    name: "OVHcloud: 10 projects x (40 instances + 60 volumes)",
    provider: "ovh",
    kinds: ["ovh.cloud.instance", "ovh.cloud.volume"],
    emulator: { ovhProjects: 10, resources: { "ovh.cloud.instance": 40, "ovh.cloud.volume": 60 } },
    resources: 1000,
    maxRequests: 21,
    // The projects, then every list at once.
    roundTrips: 2,
  },
];

/** Requests, requests in flight and wall time of discover(), beside the floor that the number of round trips sets. */
export async function measureDiscover() {
  console.log(
    `latency ${latencyMs} ms, max_in_flight ${maxInFlight}, no rate limit, median of ${runs} runs after one warm-up`,
  );
  for (const scenario of scenarios) report(scenario, await resultsOf(scenario));
}

async function resultsOf(scenario) {
  const emulator = await startCloud("./emulator-worker.js", { ...scenario.emulator, latencyMs });
  const results = [];
  for (let run = 0; run <= runs; run += 1) {
    const { wallMs, finished } = await discoverOnce(scenario, emulator);
    const statistics = await emulator.takeStatistics();
    if (!finished.complete || finished.resources !== scenario.resources)
      throw new Error(`${scenario.name}: not all was found`);
    if (run > 0) results.push({ wallMs, ...statistics });
  }
  await emulator.close();
  return results;
}

/** One discovery with a provider of its own, as a job does it. */
async function discoverOnce({ provider: id, kinds }, { environment }) {
  const definition = await loadProvider(id);
  const operator = readOperatorSettings(environment);
  const { provider } = definition.open(configOf(id, environment, maxInFlight), "bench", { operator });
  const startedMs = performance.now();
  let finished;
  for await (const event of discover(provider, { kinds: selectKinds(definition.kinds, kinds) })) finished = event;
  return { wallMs: performance.now() - startedMs, finished };
}

function report(scenario, results) {
  const floorMs = scenario.roundTrips * latencyMs;
  const wallMs = median(results.map((result) => result.wallMs));
  const requests = Math.max(...results.map((result) => result.requests));
  const inFlight = Math.max(...results.map((result) => result.inFlightMaximum));
  const ratio = wallMs / floorMs;
  console.log(`\n${scenario.name}`);
  print(`resources ${scenario.resources}, requests ${requests}, in-flight maximum ${inFlight}`);
  print(
    `wall ${wallMs.toFixed(0)} ms, floor ${floorMs} ms (${scenario.roundTrips} round trips), ratio ${ratio.toFixed(2)}`,
  );
  check(requests <= scenario.maxRequests, `at most ${scenario.maxRequests} requests`);
  check(inFlight <= maxInFlight, `at most ${maxInFlight} in flight`);
  check(ratio <= 2, "wall within twice the floor");
}
