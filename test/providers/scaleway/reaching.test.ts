import { describe, expect, it } from "vitest";
import { fixtureOf } from "../../contract/fixtures.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("scaleway");

function resourceOf(id: string, fields: Readonly<Record<string, unknown>>, above?: Readonly<Record<string, unknown>>) {
  const row = rows.find((known) => known.id === id);
  const { item, scope } = fixtureOf("scaleway", id);
  const place = above === undefined ? scope : { ...scope, parent: { id: "above", fields: above } };
  return row?.read({ ...(item as object), ...fields }, place)?.resource;
}

const hosts = (resource: ReturnType<typeof resourceOf>) =>
  resource?.endpoints
    .filter(({ type }) => type !== "identifier")
    .map(({ endpoint, attributes }) => [endpoint, attributes]);

describe("a Serverless SQL Database is reached by", () => {
  const whole = { port: "5432", database: "production", ssl_mode: "require" };

  it.each<[string, unknown, unknown[]]>([
    ["the host of its URL", "postgres://x.sdb.example:5432/production?sslmode=require", [["x.sdb.example", whole]]],
    ["another port", "postgres://x.sdb.example:6432/production", [["x.sdb.example", { ...whole, port: "6432" }]]],
    ["a host alone", "x.sdb.example", [["x.sdb.example", whole]]],
    ["a host and a port", "x.sdb.example:6432", [["x.sdb.example", { ...whole, port: "6432" }]]],
    ["nothing of a user", "postgres://user:word@x.sdb.example/production", [["x.sdb.example", whole]]],
    ["nothing where there is none", "", []],
    ["nothing where it is no URL", "postgres://[/", []],
    ["nothing where it has no host", "postgres:///production", []],
  ])("%s", (_name, endpoint, wanted) => {
    expect(hosts(resourceOf("scaleway.serverless-sql.database", { name: "production", endpoint }))).toEqual(wanted);
  });
});

describe("a logical database", () => {
  const endpoints = [{ ip: "192.0.2.80", port: 5432, private_network: { private_network_id: "net" } }];
  const read = (above: Readonly<Record<string, unknown>>) =>
    resourceOf("scaleway.rdb.database", { name: "a b" }, above);

  it.each([
    ["PostgreSQL-15", "postgresql"],
    ["MySQL-8", "mysql"],
    ["Other-1", ""],
  ])("of %s has the subclass %j", (engine, subclass) => {
    expect(read({ engine, endpoints })?.subclass).toBe(subclass);
  });

  it("is reached by the addresses of its instance, by its own name", () => {
    const attributes = { port: "5432", database: "a b" };
    expect(hosts(read({ engine: "MySQL-8", endpoints }))).toEqual([["192.0.2.80", attributes]]);
  });

  it("has a URN below its instance, since another instance may have the name too", () => {
    expect(read({ engine: "MySQL-8", endpoints })?.urn).toMatch(/:rdb:fr-par:database:above:a%20b$/);
  });

  it("is reported without what its instance does not tell", () => {
    for (const above of [{}, { engine: 15, endpoints: "none" }])
      expect(read(above)).toMatchObject({ endpoints: [], subclass: "" });
  });
});

describe("a node of Kubernetes is attached to", () => {
  const machine = (provider_id: unknown) =>
    resourceOf("scaleway.kubernetes.node", { provider_id })?.details.relations.filter(
      ({ type }) => type === "attached-to",
    );
  const project = "urn:scaleway:7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6";

  it.each<[unknown, string[]]>([
    ["scaleway://instance/nl-ams-1/0b2a5d9e", [`${project}:instance:nl-ams-1:server:0b2a5d9e`]],
    ["scaleway://baremetal/fr-par-2/0b2a5d9e", [`${project}:elastic-metal:fr-par-2:server:0b2a5d9e`]],
    ["scaleway://unheard-of/fr-par-2/0b2a5d9e", []],
    ["aws:///eu-west-3a/i-0123", []],
    ["", []],
    [null, []],
  ])("%j: %j", (providerId, urns) => {
    expect(machine(providerId)?.map(({ urn }) => urn)).toEqual(urns);
  });
});

it("an instance has the file systems of its region", () => {
  const filesystems = [{ filesystem_id: "fs-1", state: "available" }];
  const relations = resourceOf("scaleway.instance.server", { filesystems })?.details.relations ?? [];
  const [known = ""] = relations.map(({ urn }) => urn).filter((urn) => urn.includes(":file:"));
  expect(known).toMatch(/:file:fr-par:filesystem:fs-1$/);
});

it("addresses of a Dedibox server's remote management are none of the machine", () => {
  const ip = (address: string, semantic: string) => ({ address, semantic });
  const interfaces = [
    { type: "normal", ips: [ip("192.0.2.1", "public"), ip("10.0.0.1", "private"), ip("10.9.9.9", "adm")] },
    { type: "ipmi", ips: [ip("10.1.1.1", "private")] },
    { type: "normal", ips: [ip("10.2.2.2", "ipmi")] },
  ];
  const found = hosts(resourceOf("scaleway.dedibox.server", { interfaces }))?.map(([address]) => address);
  expect(found).toEqual(["192.0.2.1", "10.0.0.1"]);
});

it("a flexible IP that is a whole prefix is called by it, and reached by no address", () => {
  const ip = resourceOf("scaleway.instance.ip", { address: null, prefix: "2001:db8:1c27::/64" });
  expect(ip?.name).toBe("2001:db8:1c27::/64");
  expect(hosts(ip)).toEqual([]);
});

it("a person is known by its id alone", () => {
  const known = {
    username: "jane",
    email: "jane@customer.example",
    first_name: "Jane",
    last_name: "Doe",
    phone_number: "1",
  };
  const text = JSON.stringify(resourceOf("scaleway.iam.user", known));
  for (const word of Object.values(known).slice(0, 4)) expect(text).not.toContain(word);
});
