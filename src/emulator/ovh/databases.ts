import type { Item } from "../lists.ts";
import { cycle } from "../random.ts";
import { createdAtMs, isoMicroseconds, nameOf } from "../words.ts";
import type { OvhPlace } from "./place.ts";

const engines = [
  { engine: "postgresql", version: "16", category: "operational", port: 20_184, scheme: "postgres" },
  { engine: "mysql", version: "8", category: "operational", port: 20_184, scheme: "mysql" },
  { engine: "mongodb", version: "7.0", category: "operational", port: 27_017, scheme: "mongodb" },
  { engine: "kafka", version: "3.8", category: "streaming", port: 20_185, scheme: "kafka" },
  { engine: "opensearch", version: "2", category: "analysis", port: 20_186, scheme: "https" },
];

/** A managed database (schema model `cloud.project.database.Service`): listed by id only, this is the detail. */
export function database(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.database");
  const id = series.uuid(index);
  const { engine, version, category, port, scheme } = cycle(engines, index);
  // Databases live in regions without a number (`GRA`), whatever the compute regions are called.
  const region = cycle(place.regions("ovh.cloud.database"), index).replace(/\d+$/, "");
  const createdAt = isoMicroseconds(
    createdAtMs(series, index, place.count("ovh.cloud.database")),
    series.random(index),
  );
  const domain = `${engine}-${series.hexadecimal(index).slice(0, 8)}.database.cloud.ovh.example`;
  const keepsBackups = engine !== "kafka";
  return {
    id,
    description: nameOf(index, engine),
    engine,
    version,
    category,
    plan: "essential",
    flavor: "db1-4",
    status: "READY",
    createdAt,
    nodeNumber: 1,
    nodes: [nodeOf(series.uuid(index), region, port, createdAt)],
    endpoints: [endpointOf(engine, scheme, domain, port)],
    storage: { type: "high-speed", size: { unit: "GB", value: 80 } },
    disk: { type: "high-speed", size: 80 },
    backups: keepsBackups ? { regions: [region], retentionDays: 2, time: "02:30:00", pitr: null } : null,
    backupTime: "02:30:00",
    maintenanceTime: "04:00:00",
    networkType: index % 2 === 0 ? "public" : "private",
    networkId: null,
    subnetId: null,
    ipRestrictions: [{ ip: "198.51.100.0/24", description: "office", status: "READY" }],
    deletionProtection: false,
    enablePrometheus: false,
    capabilities: {},
  };
}

function nodeOf(id: string, region: string, port: number, createdAt: string): Item {
  return { id, name: `node-${id.slice(0, 8)}`, region, port, flavor: "db1-4", status: "READY", role: null, createdAt };
}

function endpointOf(component: string, scheme: string, domain: string, port: number): Item {
  const uri = `${scheme}://<username>:<password>@${domain}:${port}`;
  return { component, scheme, domain, port, path: null, uri, ssl: true, sslMode: "require" };
}
