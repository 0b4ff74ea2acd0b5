// npm run bench: requests, requests in flight and wall time of discover() on the emulator, beside the floor that the
// number of round trips sets. Ratios of one run; absolute times belong to the machine. Exits with 1 where a bound is missed.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { readOperatorSettings } from "../dist/config/operator-settings.js";
import { discover, loadProvider, selectKinds } from "../dist/index.js";

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
    maxRequests: 20,
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

/** One discovery with a provider of its own, as a job does it. */
async function measure({ provider: id, kinds }, { environment }) {
  const definition = await loadProvider(id);
  const config =
    id === "ovh"
      ? {
          endpoint: environment.OVH_ENDPOINT,
          application_key: environment.OVH_APPLICATION_KEY,
          application_secret: environment.OVH_APPLICATION_SECRET,
          consumer_key: environment.OVH_CONSUMER_KEY,
        }
      : {
          scw_project_id: environment.SCW_DEFAULT_PROJECT_ID,
          scw_access_key: environment.SCW_ACCESS_KEY,
          scw_secret_key: environment.SCW_SECRET_KEY,
        };
  const { provider } = definition.open(
    { ...config, max_in_flight: String(maxInFlight), max_requests_per_minute: "0" },
    "bench",
    {
      operator: readOperatorSettings(environment),
    },
  );
  const startedMs = performance.now();
  let finished;
  for await (const event of discover(provider, { kinds: selectKinds(definition.kinds, kinds) })) finished = event;
  return { wallMs: performance.now() - startedMs, finished };
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

let missed = 0;
console.log(
  `latency ${latencyMs} ms, max_in_flight ${maxInFlight}, no rate limit, median of ${runs} runs after one warm-up\n`,
);
for (const scenario of scenarios) {
  const worker = new Worker(new URL("./emulator-worker.js", import.meta.url), {
    workerData: { ...scenario.emulator, latencyMs },
  });
  const [started] = await once(worker, "message");
  const results = [];
  for (let run = 0; run <= runs; run += 1) {
    const { wallMs, finished } = await measure(scenario, started);
    worker.postMessage("statistics");
    const [statistics] = await once(worker, "message");
    if (!finished.complete || finished.resources !== scenario.resources)
      throw new Error(`${scenario.name}: not all was found`);
    if (run > 0) results.push({ wallMs, ...statistics });
  }
  worker.postMessage("end");
  await once(worker, "exit");
  const floorMs = scenario.roundTrips * latencyMs;
  const wallMs = median(results.map((result) => result.wallMs));
  const requests = Math.max(...results.map((result) => result.requests));
  const inFlight = Math.max(...results.map((result) => result.inFlightMaximum));
  const ratio = wallMs / floorMs;
  const bounds = [
    [requests <= scenario.maxRequests, `at most ${scenario.maxRequests} requests`],
    [inFlight <= maxInFlight, `at most ${maxInFlight} in flight`],
    [ratio <= 2, "wall within twice the floor"],
  ];
  console.log(scenario.name);
  console.log(`  resources ${scenario.resources}, requests ${requests}, in-flight maximum ${inFlight}`);
  console.log(
    `  wall ${wallMs.toFixed(0)} ms, floor ${floorMs} ms (${scenario.roundTrips} round trips), ratio ${ratio.toFixed(2)}`,
  );
  for (const [held, bound] of bounds) {
    if (!held) missed += 1;
    console.log(`  ${held ? "held" : "MISSED"}: ${bound}`);
  }
}
process.exitCode = missed === 0 ? 0 : 1;
