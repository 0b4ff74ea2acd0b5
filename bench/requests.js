import { readOperatorSettings } from "../dist/config/operator-settings.js";
import { startEmulator } from "../dist/emulator/index.js";
import { discover, loadProvider, selectKinds } from "../dist/index.js";
import { check, print } from "./report.js";
import { configOf } from "./threads.js";

const scenarios = [
  {
    name: "OVHcloud: the kinds read by default, 10 projects x 15 regions, nothing in them",
    kinds: [],
    emulator: { ovhProjects: 10, ovhRegions: 15, resources: 0 },
  },
  {
    name: "OVHcloud: the kinds read by default, 10 projects x 15 regions",
    kinds: [],
    emulator: { ovhProjects: 10, ovhRegions: 15 },
  },
  {
    name: "OVHcloud: 1,000 dedicated servers, ids then details",
    kinds: ["ovh.dedicated-server"],
    emulator: { resources: { "ovh.dedicated-server": 1000 } },
  },
];

/** How many requests a discovery takes, route by route, and whether any is asked twice. */
export async function measureRequests() {
  for (const scenario of scenarios) await measure(scenario);
}

async function measure({ name, kinds, emulator: options }) {
  const emulator = await startEmulator(options);
  const definition = await loadProvider("ovh");
  const operator = readOperatorSettings({ ...process.env, ...emulator.environment });
  const { provider } = definition.open(configOf("ovh", emulator.environment, 32), "bench", { operator });
  let finished;
  for await (const event of discover(provider, { kinds: selectKinds(provider.kinds, kinds) })) {
    if (event.type === "finished") finished = event;
  }
  const { paths } = emulator.statistics;
  await emulator.close();
  console.log(`\n${name}: ${finished.resources} resources, ${paths.length} requests`);
  const routes = new Map();
  for (const path of paths) {
    const route = routeOf(path, emulator.projects.ovh);
    routes.set(route, (routes.get(route) ?? 0) + 1);
  }
  for (const [route, count] of routes) print(`${String(count).padStart(5)}  ${route}`);
  check(new Set(paths).size === paths.length, "nothing is asked twice");
}

/** The request with its ids as places. */
function routeOf(path, projects) {
  let route = path;
  for (const id of projects) route = route.replaceAll(id, "{project}");
  return route
    .replace(/(\/region\/)[^/?]+/, "$1{region}")
    .replace(/(service|kube|storage|server|dedicatedCloud|vps)\/[^/?]+/, "$1/{id}");
}
