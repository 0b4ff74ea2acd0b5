import { describe, expect, it, test } from "vitest";
import type { Reading } from "../../src/inventory/resource-kind.ts";
import { fixtureOf } from "../contract/fixtures.ts";
import { rowsOf } from "../rows.ts";

const rows = (await Promise.all(["ovh", "scaleway"].map(rowsOf))).flat();

/** What a row makes of its golden item with these changes, where the golden item was listed or in another realm. */
function readingOf(id: string, changes: object, place: object = {}): Reading | undefined {
  const kind = rows.find((row) => row.id === id);
  if (kind === undefined) throw new Error(`${id} is no kind`);
  const { item, scope } = fixtureOf(kind.provider, id);
  return kind.read({ ...item, ...changes }, { ...scope, ...place });
}

const endpointsOf = (reading: Reading | undefined) =>
  reading?.resource.endpoints.map(({ endpoint, attributes }) => ({ endpoint, ...attributes }));

describe("one odd entry costs itself alone", () => {
  const holders = rows.flatMap((kind) => {
    const { item } = fixtureOf(kind.provider, kind.id);
    const fields = Object.keys(kind.schema.shape).filter((field) => Array.isArray(item[field]));
    return fields.map((field) => ({ kind, field }));
  });

  it.each(holders.map(({ kind, field }) => [kind.id, field, kind] as const))("of %s, %s", (id, field, kind) => {
    const { item, scope } = fixtureOf(kind.provider, id);
    const entries = item[field] as readonly unknown[];
    const reading = kind.read({ ...item, [field]: [null, ...entries, null] }, scope);
    expect(reading?.lost.map(({ part }) => part)).toEqual([`${field}[]`, `${field}[]`]);
    expect(reading?.resource).toEqual(kind.read(item, scope)?.resource);
  });

  test("of a map of tags", () => {
    const reading = readingOf("ovh.cloud.bucket", { tags: { owner: null, backup: "daily", team: 7 } });
    expect(reading?.resource.tags).toEqual(["backup=daily"]);
    expect(reading?.lost).toEqual([
      { field: "tags", part: "tags.owner" },
      { field: "tags", part: "tags.team" },
    ]);
  });

  test("of a list of objects, of which one lacks what makes it an endpoint", () => {
    const endpoints = [
      { component: "mysql", domain: null, port: 20184 },
      { component: "mysql", domain: "db.example", port: "20184" },
    ];
    const reading = readingOf("ovh.cloud.database", { engine: "mysql", endpoints });
    expect(endpointsOf(reading)?.slice(0, -1)).toEqual([{ endpoint: "db.example" }]);
    // Without a domain there is no endpoint, so that one goes as a whole.
    expect(reading?.lost.map(({ part }) => part)).toEqual(["endpoints[].domain", "endpoints[].port", "endpoints[]"]);
  });

  test("of the volumes of a server, in every relation", () => {
    const reading = readingOf("scaleway.instance.server", {
      volumes: { "0": { id: "v-0", volume_type: "l_ssd", size: 10 }, "1": null },
    });
    expect(reading?.resource.details.relations).toHaveLength(1);
    // What one of them holds is not known.
    expect(reading?.resource.details).not.toHaveProperty("sizeBytes");
    expect(reading?.lost).toEqual([{ field: "volumes", part: "volumes.1" }]);
  });

  test("of the volumes of a server, whose sizes are known where something else is odd", () => {
    const volumes = { "0": { id: "v-0", volume_type: "l_ssd", size: 10, boot: "odd" } };
    const reading = readingOf("scaleway.instance.server", { volumes });
    expect(reading?.lost).toEqual([{ field: "volumes", part: "volumes.0.boot" }]);
    expect(reading?.resource.details.sizeBytes).toBe(10);
  });
});

describe("a size", () => {
  test.each([
    ["sbs_snapshot", "urn:scaleway:7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6:block:fr-par-1:snapshot:s-1"],
    ["l_ssd", "urn:scaleway:7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6:instance:fr-par-1:snapshot:s-1"],
  ])("of an image whose root volume, %s, has none is absent, and the snapshot is named", (volume_type, urn) => {
    const root_volume = { id: "s-1", name: "root", size: 0, volume_type };
    const { details } = readingOf("scaleway.instance.image", { root_volume }, { locality: "fr-par-1" })?.resource ?? {};
    expect(details).not.toHaveProperty("sizeBytes");
    expect(details?.relations).toEqual([{ type: "snapshot-of", urn }]);
  });

  test("that is no finite number is absent", () => {
    for (const size of [JSON.parse("1e999"), 1e308]) {
      expect(readingOf("ovh.cloud.volume", { size })?.resource.details).not.toHaveProperty("sizeBytes");
    }
    const volumes = Object.fromEntries([1e308, 1e308].map((size, at) => [at, { id: `v-${at}`, size }]));
    expect(readingOf("scaleway.instance.server", { volumes })?.resource.details).not.toHaveProperty("sizeBytes");
  });
});

describe("the addresses of a Scaleway server", () => {
  const addresses = (changes: object) =>
    readingOf("scaleway.instance.server", { private_ip: null, public_ips: [], public_ip: null, ...changes });

  test("are those of public_ip where public_ips is empty", () => {
    const reading = addresses({ public_ip: { address: "198.51.100.9" } });
    expect(endpointsOf(reading)?.slice(1)).toEqual([{ endpoint: "198.51.100.9" }]);
  });

  test("are named once where both say the same", () => {
    const public_ip = { address: "2001:db8::9" };
    const reading = addresses({ public_ip, public_ips: [public_ip] });
    expect(reading?.resource.endpoints.slice(1)).toEqual([{ type: "inet6", endpoint: "2001:db8::9", attributes: {} }]);
  });

  test("are said to be unread where it has interfaces in private networks alone", () => {
    const private_nics = [{ id: "n-1", private_network_id: "p-1" }];
    expect(addresses({ private_nics })?.notRead).toEqual(["addresses of private networks"]);
    expect(addresses({ private_nics, public_ip: { address: "198.51.100.9" } })?.notRead).toEqual([]);
    expect(addresses({ private_nics: [] })?.notRead).toEqual([]);
  });
});

describe("the host of a bucket", () => {
  test.each([
    ["eu", "GRA", "s3.gra.io.cloud.ovh.net", "gra"],
    ["ca", "BHS", "s3.bhs.io.cloud.ovh.net", "bhs"],
    ["us", "US-EAST-VA", "s3.us-east-va.io.cloud.ovh.us", "us-east-va"],
  ])("in the %s realm is where its buckets live, with the region as signed", (realm, locality, host, region) => {
    const reading = readingOf("ovh.cloud.bucket", { virtualHost: null }, { realm, locality });
    expect(endpointsOf(reading)).toMatchObject([{ endpoint: host, region }]);
  });

  test("is what the API says where it says one", () => {
    const virtualHost = "https://shop-assets.s3.us-west-or.io.cloud.ovh.us/";
    const reading = readingOf("ovh.cloud.bucket", { virtualHost }, { realm: "us", locality: "US-WEST-OR" });
    expect(endpointsOf(reading)).toMatchObject([{ endpoint: "s3.us-west-or.io.cloud.ovh.us" }]);
  });
});
