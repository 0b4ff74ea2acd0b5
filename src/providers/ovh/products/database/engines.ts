import type { ResourceClass, ResourceSubclass } from "../../../../inventory/resource.ts";
import type { Divider } from "../../../../listing/dialects/dialect.ts";

interface EngineClass {
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
}

// Plakar's classes, PlakarKorp/pkg, var.go. An engine that is not here stays a database without subclass.
const engineClasses: Readonly<Record<string, EngineClass>> = {
  mysql: { class: "database", subclass: "mysql" },
  postgresql: { class: "database", subclass: "postgresql" },
  mongodb: { class: "database", subclass: "mongodb" },
  redis: { class: "database", subclass: "redis" },
  valkey: { class: "database", subclass: "redis" },
  clickhouse: { class: "analytics", subclass: "" },
  grafana: { class: "observability", subclass: "" },
  kafka: { class: "messaging", subclass: "" },
  kafkaConnect: { class: "messaging", subclass: "" },
  kafkaMirrorMaker: { class: "messaging", subclass: "" },
};

export function classOf(engine: string | null | undefined): Partial<EngineClass> {
  return engineClasses[engine ?? ""] ?? {};
}

/** Every engine that the schema knows (enum `cloud.project.database.EngineEnum`). */
const engines = [
  "cassandra",
  "clickhouse",
  "grafana",
  "kafka",
  "kafkaConnect",
  "kafkaMirrorMaker",
  "m3aggregator",
  "m3db",
  "mongodb",
  "mysql",
  "opensearch",
  "postgresql",
  "redis",
  "valkey",
] as const;

/** Lists below a database are below its engine's own path, and only some engines have each of them. */
export function dividedByEngine(...having: readonly (typeof engines)[number][]): Divider {
  return { field: "engine", having, lacking: engines.filter((engine) => !having.includes(engine)) };
}
