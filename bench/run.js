// npm run bench [-- TOPIC...]: what the plugin costs, on the emulator. Exits with 1 where a bound is missed.
import { measureCommandStart } from "./command-start.js";
import { measureDiscover } from "./discover.js";
import { measureFleet } from "./fleet.js";
import { measureFleetWorkers } from "./fleet-workers.js";
import { measureLimits } from "./limits.js";
import { measureNdjson } from "./ndjson.js";
import { measureList } from "./plakar-list.js";
import { measureMemory } from "./plakar-memory.js";
import { measureStart } from "./plakar-start.js";
import { missedBounds } from "./report.js";
import { measureReportPage } from "./report-page.js";
import { measureRequests } from "./requests.js";

const topics = {
  command: measureCommandStart,
  discover: measureDiscover,
  requests: measureRequests,
  ndjson: measureNdjson,
  start: measureStart,
  list: measureList,
  memory: measureMemory,
  limits: measureLimits,
  page: measureReportPage,
  fleet: measureFleet,
  "fleet-workers": measureFleetWorkers,
};

const asked = process.argv.slice(2);
for (const topic of asked.length > 0 ? asked : Object.keys(topics)) await topics[topic]();
process.exitCode = missedBounds() === 0 ? 0 : 1;
