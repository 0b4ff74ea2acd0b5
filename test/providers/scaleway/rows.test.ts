import { describe, expect, it } from "vitest";
import { fixtureOf } from "../../contract/fixtures.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("scaleway");
const rowOf = (id: string) => {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};
/** What a row makes of its golden item with other values laid over it. */
const resourceOf = (id: string, over: object) => {
  const { item, scope } = fixtureOf("scaleway", id);
  return rowOf(id).read({ ...item, ...over }, scope)?.resource;
};
const project = "7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6";

describe("ids that are made of several fields", () => {
  it.each([
    ["", "example.org"],
    ["shop", "shop.example.org"],
    ["eu.shop", "eu.shop.example.org"],
  ])("of a DNS zone with the subdomain %j", (subdomain, whole) => {
    const id = "scaleway.domain.dns-zone";
    const item = { domain: "example.org", subdomain };
    expect(rowOf(id).idOf(item)).toBe(whole);
    expect(resourceOf(id, item)).toMatchObject({
      name: whole,
      urn: `urn:scaleway:${project}:domain:global:dns-zone:${whole}`,
    });
  });

  it("of a DNS zone that does not say its subdomain are none", () => {
    expect(rowOf("scaleway.domain.dns-zone").idOf({ domain: "example.org" })).toBeUndefined();
    expect(resourceOf("scaleway.domain.dns-zone", { subdomain: 7 })).toBeUndefined();
  });

  it("of a mail account are its address, which is its name", () => {
    const id = "scaleway.webhosting.mail-account";
    const item = { username: "a", domain: "example.org" };
    expect(rowOf(id)).toMatchObject({ personal: true });
    expect(rowOf(id).idOf(item)).toBe("a@example.org");
    expect(resourceOf(id, item)?.name).toBe("a@example.org");
  });
});

describe("the address of a Cockpit data source", () => {
  const hostsOf = (origin: unknown) =>
    resourceOf("scaleway.cockpit.data-source", { origin, url: "https://x.logs.cockpit.fr-par.scw.cloud" })
      ?.endpoints.filter(({ type }) => type === "host")
      .map(({ endpoint }) => endpoint);

  it.each(["custom", "external"])("is told of one that is %s", (origin) => {
    expect(hostsOf(origin)).toEqual(["x.logs.cockpit.fr-par.scw.cloud"]);
  });

  it("is not told of what Scaleway writes itself", () => {
    expect(hostsOf("scaleway")).toEqual([]);
  });
});

describe("an IPAM address", () => {
  const id = "scaleway.ipam.ip";
  const holder = "061f013f-f872-458c-aca4-1748f6b91fd5";
  const urnsOf = (over: object) => resourceOf(id, over)?.details.relations.map(({ urn }) => urn);

  it.each([
    ["172.16.40.5/22", "inet4", "172.16.40.5"],
    ["fd46:78ab:30b8:83ca:5ec9:85b2:db69:4e78/64", "inet6", "fd46:78ab:30b8:83ca:5ec9:85b2:db69:4e78"],
  ])("%s is an endpoint without the length of its network", (address, type, endpoint) => {
    expect(resourceOf(id, { address })).toMatchObject({ name: endpoint, endpoints: [{ type, endpoint }] });
  });

  it("is attached to what lives in its region", () => {
    expect(urnsOf({ resource: { type: "rdb_instance", id: holder } })).toEqual([
      `urn:scaleway:${project}:rdb:fr-par:instance:${holder}`,
    ]);
  });

  it("is attached to what lives in a zone where the zone is told, and else says so in its attributes alone", () => {
    const resource = { type: "lb_server", id: holder };
    expect(urnsOf({ resource, zone: "fr-par-2" })).toEqual([
      `urn:scaleway:${project}:load-balancer:fr-par-2:load-balancer:${holder}`,
    ]);
    expect(urnsOf({ resource, source: { zonal: "fr-par-1" } })).toEqual([
      `urn:scaleway:${project}:load-balancer:fr-par-1:load-balancer:${holder}`,
    ]);
    expect(urnsOf({ resource, zone: null })).toEqual([]);
    expect(resourceOf(id, { resource, zone: null })?.details.attributes).toMatchObject({ resourceId: holder });
  });

  it("of an interface, or of nothing, is attached to none of our kinds", () => {
    expect(urnsOf({ resource: { type: "instance_private_nic", id: holder } })).toEqual([]);
    expect(urnsOf({ resource: null })).toEqual([]);
  });
});

it("an image of another project is foreign, whether or not it is public", () => {
  const { isForeign } = rowOf("scaleway.instance.image");
  const { item, scope } = fixtureOf("scaleway", "scaleway.instance.image");
  expect(isForeign?.({ ...item, public: true }, scope)).toBe(false);
  expect(isForeign?.({ ...item, project: "b9f0973c-3f9e-42dc-a50e-dbf5ae13c066" }, scope)).toBe(true);
});
