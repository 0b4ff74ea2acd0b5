import type { ResourceClass, ResourceSubclass } from "../../inventory/resource.ts";

interface EngineClass {
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
}

// Plakar's classes (PlakarKorp/pkg, var.go). MariaDB speaks MySQL's protocol, and Valkey that of Redis.
const engineClasses: Readonly<Record<string, EngineClass>> = {
  mysql: { class: "database", subclass: "mysql" },
  mariadb: { class: "database", subclass: "mysql" },
  postgresql: { class: "database", subclass: "postgresql" },
  mongodb: { class: "database", subclass: "mongodb" },
  redis: { class: "database", subclass: "redis" },
  valkey: { class: "database", subclass: "redis" },
};

/** What a connector knows a database engine by; nothing for an engine that is not known. */
export function classOfEngine(engine: unknown): Partial<EngineClass> {
  return typeof engine === "string" ? (engineClasses[engine] ?? {}) : {};
}
