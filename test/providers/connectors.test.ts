import { describe, expect, it, test } from "vitest";
import { type Connector, connectors, connectorsOf } from "../../src/inventory/connectors.ts";
import type { Endpoint } from "../../src/inventory/resource.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { defaultExceptions, optionalExceptions } from "../../src/providers/default-exceptions.ts";
import { providerIds } from "../../src/providers/registry.ts";
import { fixtureOf } from "../contract/fixtures.ts";
import { rowsOf } from "../rows.ts";

const rows = (await Promise.all(providerIds.map(rowsOf))).flat();
const table: Readonly<Record<string, Connector>> = connectors;

/** What a closed schema refuses in an endpoint that its connector is reached by: keys that it lacks, and words that are not its own. */
function refusedBy({ keys }: Connector, { attributes }: Endpoint): string[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    const taken = keys[key];
    return taken === undefined || (taken !== "text" && !(value in taken)) ? [`${key}=${value}`] : [];
  });
}

describe.each(rows.map((row) => [row.id, row] as const))("the golden resource of %s", (id, row) => {
  const { resource } = fixtureOf(row.provider, id);
  const takers = connectorsOf(row.connectors ?? [], resource);

  it("has endpoints that every connector takes that they lead to, and no attribute else", () => {
    for (const endpoint of resource.endpoints) {
      const reaching = takers.filter(({ reachedBy }) => reachedBy.includes(endpoint.type));
      expect(reaching.flatMap((connector) => refusedBy(connector, endpoint))).toEqual([]);
      if (reaching.length === 0) expect(endpoint.attributes).toEqual({});
    }
  });

  it("has an endpoint for each of its connectors, or says that its class's connector does not take it", () => {
    for (const { reachedBy } of takers) {
      expect(resource.endpoints.some(({ type }) => reachedBy.includes(type))).toBe(true);
    }
    const ofClass = Object.values(table).filter(
      (one) => one.isAutomatic && one.class === resource.class && one.subclass === resource.subclass,
    );
    const saysNone = resource.details.attributes["connector"] === "none";
    expect(saysNone).toBe(ofClass.length > 0 && takers.length === 0);
  });
});

test("the default set is what a connector takes, unless one takes what it is in, and what is named with its reason", () => {
  const isTaken = ({ connectors: ids = [] }: ListedKind) => ids.length > 0;
  const whole = rows.filter(isTaken).map(({ id }) => id);
  const taken = rows.filter((row) => isTaken(row) && !whole.includes(row.below ?? "")).map(({ id }) => id);
  const byDefault = rows.filter((row) => row.byDefault).map(({ id }) => id);
  const left = byDefault.concat(Object.keys(optionalExceptions));
  expect(left.toSorted()).toEqual([...taken, ...Object.keys(defaultExceptions)].toSorted());
});

test("no key of the table holds a credential", () => {
  const keys = Object.values(table).flatMap((connector) => Object.keys(connector.keys));
  expect(keys.filter((key) => /pass|secret|token|user|access|key/.test(key))).toEqual([]);
});

describe("what a connector is told", () => {
  const database = (engine: string, endpoint: object) => {
    const row = rows.find(({ id }) => id === "ovh.cloud.database");
    const { item, scope } = fixtureOf("ovh", "ovh.cloud.database");
    const endpoints = [{ component: engine, domain: "db.example", port: 20184, ...endpoint }];
    return row?.read({ ...item, engine, endpoints }, scope)?.resource;
  };

  it.each([
    ["mysql", "REQUIRED", "required"],
    ["mysql", "require", "required"],
    ["mysql", "PREFERRED", "preferred"],
    ["mysql", "DISABLED", "disabled"],
    ["mysql", "VERIFY_CA", "verify_ca"],
    ["mysql", "verify-full", "verify_identity"],
    ["postgresql", "require", "require"],
    ["postgresql", "REQUIRED", "require"],
    ["postgresql", "prefer", "prefer"],
    ["postgresql", "VERIFY_CA", "verify-ca"],
    ["postgresql", "VERIFY_IDENTITY", "verify-full"],
  ])("of %s with sslMode %s is ssl_mode %s", (engine, sslMode, ssl_mode) => {
    expect(database(engine, { sslMode })?.endpoints[0]?.attributes).toEqual({ port: "20184", ssl_mode });
  });

  it.each([
    ["mysql", { sslMode: "sometimes" }, { port: "20184" }],
    ["mysql", { sslMode: null, ssl: true }, { port: "20184" }],
    ["mongodb", { sslMode: "require", ssl: true }, { port: "20184", use_tls: "true" }],
    ["valkey", { sslMode: "required", ssl: true }, { port: "20184", tls: "true" }],
    ["opensearch", { sslMode: "required", ssl: true }, {}],
  ])("of %s with %j is what it knows", (engine, endpoint, attributes) => {
    expect(database(engine, endpoint)?.endpoints[0]?.attributes).toEqual(attributes);
  });

  it("is no more than that; the rest is in the details", () => {
    const { details } = database("opensearch", { sslMode: "required", ssl: true }) ?? {};
    expect(details?.attributes["endpoints"]).toEqual([
      { component: "opensearch", domain: "db.example", port: 20184, ssl: true, sslMode: "required" },
    ]);
  });

  it.each([
    ["ovh.cloud.instance", { openstack_region: "GRA11" }],
    ["ovh.cloud.volume", { openstack_region: "GRA11" }],
    ["scaleway.block.volume", { project_id: "7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6", zone: "fr-par-1" }],
  ])("of %s is where to find it", (id, attributes) => {
    const { endpoints } = fixtureOf(id.slice(0, id.indexOf(".")), id).resource;
    expect(endpoints.find(({ type }) => type === "identifier")?.attributes).toEqual(attributes);
  });

  it("of a local Scaleway volume is that none exports it", () => {
    const { details, endpoints } = fixtureOf("scaleway", "scaleway.instance.volume").resource;
    expect(details.attributes["connector"]).toBe("none");
    expect(endpoints.map(({ attributes }) => attributes)).toEqual([{}]);
  });

  it("of a Data Platform bucket is nothing: no connector is offered for it", () => {
    const { subclass, details } = fixtureOf("ovh-data-platform", "ovh-data-platform.bucket").resource;
    expect(subclass).toBe("");
    expect(details.attributes).toMatchObject({ region: "forepaas" });
  });
});
