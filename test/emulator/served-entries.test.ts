import { describe, expect, test } from "vitest";
import type { EmulatedRequest } from "../../src/emulator/answer.ts";
import { Refusal } from "../../src/emulator/answer.ts";
import type { Item } from "../../src/emulator/lists.ts";
import { planOf } from "../../src/emulator/plan.ts";
import { servedKindsOf } from "../../src/emulator/served/catalogue.ts";
import type { ServedEntry, ServedList } from "../../src/emulator/served/entry.ts";
import { createServedFleet } from "../../src/emulator/served/fleet.ts";
import { servedOvhRoutes } from "../../src/emulator/served/ovh-routes.ts";
import { servedPage } from "../../src/emulator/served/paging.ts";
import { everywhere } from "../../src/emulator/served/place.ts";
import { createServedScaleway } from "../../src/emulator/served/scaleway-answers.ts";

// Entries that the generator may write and that kinds.gen.ts need not hold today.

const plainList: ServedList = {
  path: "/",
  answers: "items",
  paging: "none",
  listKey: null,
  pageParameters: null,
  total: null,
  orders: [],
  projectParameter: null,
  organizationParameter: null,
  localities: null,
  action: null,
};

function entry(kind: string, list: Partial<ServedList>, others: Partial<ServedEntry> = {}): ServedEntry {
  const cloud = kind.startsWith("ovh.") ? "ovh" : "scaleway";
  const base = { kind, cloud, locality: "account", parent: null, service: null, detail: null } as const;
  const example = { id: "aa5a1f1e-0000-4000-8000-000000000001", name: "x" };
  return { ...base, idField: "id", idType: "string", example, ...others, list: { ...plainList, ...list } };
}

const databases = [
  { id: "db-1", engine: "postgresql" },
  { id: "db-2", engine: "mysql" },
];

function fleetOf(entries: readonly ServedEntry[], others: readonly Item[] = databases) {
  return createServedFleet({
    plan: planOf({ zones: 1, ovhRegions: 1 }),
    ovhProjectIds: ["p1", "p2"],
    scalewayProjectIds: ["s1", "s2"],
    organizationId: "s1",
    kinds: servedKindsOf(entries, (kind) => kind === "ovh.cloud.database" || kind === "scaleway.secret.secret"),
    others: (_kind, place) => others.map((item) => ({ ...item, id: `${place.key}-${item["id"]}` })),
    present: new Map(),
    isScalewayMadeUp: true,
  });
}

function requestOf(target: string): EmulatedRequest {
  const [path = "", query = ""] = target.split("?");
  return {
    sequence: 0,
    method: "GET",
    address: "127.0.0.1",
    target,
    path,
    query: new URLSearchParams(query),
    headers: {},
    body: "",
  };
}

/** What the Scaleway of a fleet answers to somebody who may do everything. */
function scaleway(entries: readonly ServedEntry[], target: string): unknown {
  const yes = () => true;
  const permissions = { inOrganization: yes, inAllProjects: yes, inProject: yes, isFiltered: () => false };
  const answer = createServedScaleway({
    fleet: fleetOf(entries),
    permissions,
    organizationId: "s1",
    sort: (list) => list,
  });
  return JSON.parse(answer(requestOf(target))?.body ?? "null");
}

describe("parents", () => {
  test("may be kinds with code of their own, some of which have no such list", () => {
    const path = "/cloud/project/{serviceName}/database/postgresql/{clusterId}/backup";
    const by = { field: "engine", written: "postgresql", values: ["postgresql"] };
    const backup = entry("ovh.cloud.database-backup", { path, answers: "ids" }, { parent: "ovh.cloud.database", by });
    const fleet = fleetOf([backup]);
    expect(fleet.places(backup.kind, everywhere).map(({ key }) => key)).toEqual([
      "p1/p1-db-1",
      "p1/p1-db-2",
      "p2/p2-db-1",
      "p2/p2-db-2",
    ]);
    // Two of each of two projects: MySQL has no backups under this path.
    expect(fleet.ids(backup.kind)).toHaveLength(4);
  });

  test("have the lists of what stands in their paths, each by its own action", () => {
    const path = "/cloud/project/{serviceName}/database/mysql/{clusterId}/backup";
    const by = { field: "engine", written: "mysql", values: ["mysql", "postgresql"] };
    const action = "database/mysql/backup/get";
    const backup = entry(
      "ovh.cloud.database-backup",
      { path, answers: "ids", action },
      { parent: "ovh.cloud.database", by },
    );
    const routes = servedOvhRoutes(fleetOf([backup]));
    expect(routes.map((route) => [route.path, route.action])).toEqual([
      [path, action],
      [path.replace("mysql", "postgresql"), "database/postgresql/backup/get"],
    ]);
  });

  test("may be named by a parameter instead of the path", () => {
    const region = { locality: "region", permissionSets: ["FunctionsReadOnly"] } as const;
    const functions = entry("scaleway.functions.function", { path: "/f/v1/regions/{region}/functions" }, region);
    const cronExample = { id: "bb5a1f1e-0000-4000-8000-000000000001", function_id: functions.example["id"] };
    const cron = entry(
      "scaleway.functions.cron",
      { path: "/f/v1/regions/{region}/crons", listKey: "crons" },
      { ...region, parent: functions.kind, example: cronExample },
    );
    const all = scaleway([functions, cron], "/f/v1/regions/fr-par/crons") as { crons: Item[] };
    expect(all.crons).toHaveLength(2 * 2 * 2);
    const id = all.crons[3]?.["function_id"];
    const some = scaleway([functions, cron], `/f/v1/regions/fr-par/crons?function_id=${id}`) as { crons: Item[] };
    expect(some.crons.map(({ function_id }) => function_id)).toEqual([id, id]);
    expect(scaleway([functions, cron], "/f/v1/regions/fr-par/crons?function_id=x")).toEqual({ crons: [] });
  });

  test("may stand below something that is no kind", () => {
    const path = "/email/exchange/{organizationName}/service";
    const exchange = entry("ovh.exchange", { path, answers: "ids" }, { example: { name: "x" }, idField: "domain" });
    const mailbox = entry(
      "ovh.exchange.mailbox",
      { path: `${path}/{exchangeService}/account`, answers: "ids" },
      { parent: "ovh.exchange", idField: "primaryEmailAddress", example: { primaryEmailAddress: "user@example.org" } },
    );
    const fleet = fleetOf([exchange, mailbox]);
    expect(servedOvhRoutes(fleet).map((route) => route.path)).toEqual([
      path,
      `${path}/{exchangeService}/account`,
      "/email/exchange",
    ]);
    expect(fleet.ids("ovh.exchange")).toHaveLength(4);
    expect(new Set(fleet.ids("ovh.exchange")).size).toBe(4);
    expect(new Set(fleet.ids("ovh.exchange.mailbox")).size).toBe(8);
    expect(fleet.ids("ovh.exchange.mailbox")[0]).toMatch(/^user-\d+@example\.org$/);
    // What does not say its id in the example does not say it in the item.
    expect(fleet.items("ovh.exchange", fleet.places("ovh.exchange", everywhere))[0]).toEqual({
      name: "web-exchange-01",
    });
  });
});

describe("ids keep the form of the example's", () => {
  test.each([
    { id: "aa5a1f1e-0000-4000-8000-000000000001", form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
    { id: "fr-par/aa5a1f1e-0000-4000-8000-000000000001", form: /^fr-par\/[0-9a-f-]{36}$/ },
    { id: "0123456789abcdef0123456789abcdef", form: /^[0-9a-f]{32}$/ },
    { id: "ns3012345.ip-192-0-2.ovh.example", form: /^ns30\d{5}\.ip-192-0-2\.ovh\.example$/ },
    { id: "xx-ovh", form: /^xx-ovh-\d+$/ },
    { id: "example.org", form: /^example-\d+\.org$/ },
    { id: "192.0.2.7/32", form: /^\d+\.\d+\.\d+\.\d+\/32$/ },
    { id: "2001:db8::1", form: /^2001:db8::[0-9a-f:]+$/ },
    { id: 4000, form: /^\d+$/ },
  ])("$id", ({ id, form }) => {
    const idType = typeof id === "number" ? "number" : "string";
    const kind = entry(
      "ovh.thing",
      { path: "/thing", answers: "ids" },
      { example: { meta: { id } }, idField: "meta.id", idType },
    );
    const fleet = fleetOf([kind]);
    const items = fleet.items("ovh.thing", fleet.places("ovh.thing", everywhere));
    const ids = items.map(({ meta }) => (meta as Item)["id"]);
    expect(ids.map(String)).toEqual(fleet.ids("ovh.thing"));
    expect(new Set(ids).size).toBe(2);
    for (const each of ids) {
      expect(typeof each).toBe(typeof id);
      expect(String(each)).toMatch(form);
      expect(each).not.toBe(id);
    }
  });
});

test("what an item says of its place, its parent and itself is its own; the rest is the example's", () => {
  const example = {
    id: "aa5a1f1e-0000-4000-8000-000000000001",
    name: "example",
    project: "cc5a1f1e-0000-4000-8000-000000000001",
    organization_id: "cc5a1f1e-0000-4000-8000-000000000001",
    secret_id: "dd5a1f1e-0000-4000-8000-000000000001",
    region: "nl-ams",
    zone: "nl-ams-1",
    path: "/regions/nl-ams/secrets/dd5a1f1e-0000-4000-8000-000000000001/versions",
    host: "aa5a1f1e-0000-4000-8000-000000000001.svc.nl-ams.scw.example",
    nodes: [{ id: "ee5a1f1e-0000-4000-8000-000000000001", name: "node", ip: "192.0.2.9" }],
    mask: "255.255.255.0",
    block: "10.0.0.0/16",
    created_at: "2020-01-02T03:04:05.678Z",
    updated_at: "2020-01-02T03:04:05+00:00",
    expires_at: "2040-01-02T03:04:05Z",
    version: "10.1.2.3",
    revision: 3,
    status: "ready",
    nothing: null,
    empty: "",
  };
  const path = "/s/v1/regions/{region}/secrets/{secret_id}/versions";
  const version = entry(
    "scaleway.secret.version",
    { path },
    { parent: "scaleway.secret.secret", locality: "region", example },
  );
  const fleet = fleetOf([version], [{ id: "secret-1" }]);
  const [place] = fleet.places(version.kind, everywhere);
  const [item = {}] = fleet.items(version.kind, place === undefined ? [] : [place]);
  const parent = place?.parents[0]?.id;
  expect(item).toMatchObject({
    name: "web-version-01",
    project: "s1",
    organization_id: "s1",
    secret_id: parent,
    region: "fr-par",
    zone: "fr-par-1",
    path: `/regions/fr-par/secrets/${parent}/versions`,
    host: `${item["id"]}.svc.fr-par.scw.example`,
    mask: "255.255.255.0",
    block: "10.0.0.0/16",
    created_at: expect.stringMatching(/^2025-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    updated_at: expect.stringMatching(/^2025-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
    expires_at: "2040-01-02T03:04:05Z",
    version: "10.1.2.3",
    revision: 3,
    status: "ready",
    nothing: null,
    empty: "",
  });
  const [node] = item["nodes"] as Item[];
  expect(node).toMatchObject({ name: "node" });
  expect(node?.["id"]).not.toBe(example.nodes[0]?.id);
  expect(node?.["ip"]).not.toBe("192.0.2.9");
});

describe("pages of kinds of lists that no kind has yet", () => {
  const manners = {
    answer: (value: unknown) => ({ status: 200, headers: {}, body: JSON.stringify(value) }),
    badParameter: () => new Refusal({ status: 400, headers: {}, body: "" }),
  };
  const items = Array.from({ length: 130 }, (_, id) => ({ id: String(id) }));
  const page = (list: Partial<ServedList>, target: string, kind = "scaleway.x.y") =>
    servedPage(entry(kind, { path: "/instance/v1/zones/{zone}/things", ...list }), items, requestOf(target), manners);

  test("numbered, with the total in the headers", () => {
    const list = {
      paging: "numbered",
      total: "header",
      listKey: "things",
      pageParameters: { size: "per_page" },
    } as const;
    const answer = page(list, "/things?page=2&project=p");
    expect(answer.headers).toEqual({
      "X-Total-Count": "130",
      Link: '</things?page=3&per_page=50&project=p>; rel="next",</things?page=3&per_page=50&project=p>; rel="last"',
    });
    expect(JSON.parse(answer.body)).toEqual({ things: items.slice(50, 100) });
  });

  test("numbered, with the total under another name", () => {
    const list = { paging: "numbered", total: "body", listKey: "things", pageParameters: { total: "count" } } as const;
    expect(JSON.parse(page(list, "/things").body)).toEqual({ things: items.slice(0, 50), count: 130 });
  });

  test("until one is empty", () => {
    const list = {
      path: "/cloud/x",
      paging: "page-size-until-empty",
      pageParameters: { page: "page", size: "size" },
    } as const;
    expect(JSON.parse(page(list, "/x?page=3&size=60", "ovh.x").body)).toEqual(items.slice(120));
    expect(JSON.parse(page(list, "/x?page=4&size=60", "ovh.x").body)).toEqual([]);
  });
});
