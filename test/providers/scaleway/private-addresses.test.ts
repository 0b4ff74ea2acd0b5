import { expect, test } from "vitest";
import { InventoryError } from "../../../src/inventory/errors.ts";
import type { Page } from "../../../src/inventory/provider.ts";
import { localScope, type Scope } from "../../../src/inventory/scope.ts";
import { createJoins } from "../../../src/listing/joins.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("scaleway");
const serverKind = rows.find(({ id }) => id === "scaleway.instance.server");

// As scaleway/scaleway-cli recorded them: an interface holds no address, and IPAM's resource is the interface.
const server = (id: string, more: object = {}) => ({
  id,
  name: id,
  public_ips: [],
  private_ip: null,
  private_nics: [{ id: `nic-of-${id}`, private_network_id: "network" }],
  ...more,
});
const held = (address: string, id: string, type = "instance_private_nic") => ({
  id: address,
  address,
  resource: { type, id },
});
const addresses = [
  held("172.16.40.4/22", "nic-of-one"),
  held("fd6d:9b51:d4ce:a832:e4c5:1a3a:62e5:20a8/64", "nic-of-one"),
  held("172.16.40.3/22", "nic-of-two"),
  held("172.16.40.9/22", "nic-of-one", "lb_server"),
];

async function* pagesOf(...items: readonly unknown[]): AsyncGenerator<Page, void, void> {
  yield { number: 1, items };
}

/** What each zone's servers come to, and where IPAM was asked. */
async function read(zones: Readonly<Record<string, readonly object[]>>, ipam: () => AsyncIterable<Page>) {
  if (serverKind === undefined) throw new Error("there are no servers");
  const joins = createJoins([serverKind]);
  const asked: string[] = [];
  const readOther = (kind: { readonly id: string }, scope: Scope) => {
    asked.push(`${kind.id} ${scope.locality}`);
    return kind.id === "scaleway.ipam.ip" ? ipam() : pagesOf();
  };
  const endpoints: Record<string, readonly string[]> = {};
  const warnings: string[] = [];
  for (const [zone, servers] of Object.entries(zones)) {
    const scope = localScope("project", zone);
    for await (const page of joins.through(serverKind, scope, pagesOf(...servers), readOther)) {
      warnings.push(...(page.warnings ?? []));
      for (const item of page.items) {
        const { resource } = serverKind.read(item, scope) ?? {};
        const found = resource?.endpoints.filter(({ type }) => type !== "identifier") ?? [];
        endpoints[resource?.name ?? ""] = found.map(({ type, endpoint }) => `${type} ${endpoint}`);
      }
    }
  }
  return { endpoints, warnings, asked };
}

test("a server has the addresses that IPAM names for its interfaces, and zones of a region ask once", async () => {
  const public_ips = [{ address: "198.51.100.7" }];
  const zones = { "fr-par-1": [server("one")], "fr-par-2": [server("two", { public_ips }), server("three")] };
  const found = await read(zones, () => pagesOf(...addresses));
  expect(found).toEqual({
    endpoints: {
      one: ["inet4 172.16.40.4", "inet6 fd6d:9b51:d4ce:a832:e4c5:1a3a:62e5:20a8"],
      two: ["inet4 198.51.100.7", "inet4 172.16.40.3"],
      three: [],
    },
    warnings: [],
    asked: ["scaleway.ipam.ip fr-par"],
  });
});

test("servers without an interface ask for nothing", async () => {
  const found = await read({ "fr-par-1": [server("one", { private_nics: [] })] }, () => pagesOf());
  expect(found).toEqual({ endpoints: { one: [] }, warnings: [], asked: [] });
});

test("where IPAM is refused, servers are reported without them, and it is said", async () => {
  const refused = async function* pages(): AsyncGenerator<Page, void, void> {
    yield await Promise.reject(new InventoryError("PERMISSION_DENIED", "no right"));
  };
  const { endpoints, warnings } = await read({ "fr-par-1": [server("one")] }, refused);
  expect(endpoints).toEqual({ one: [] });
  expect(warnings.join()).toContain("IPAM could not be read");
});
