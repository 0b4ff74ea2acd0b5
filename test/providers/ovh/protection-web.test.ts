import { describe, expect, it } from "vitest";
import { fixtureOf } from "../../contract/fixtures.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("ovh");

/** What a kind says of the protection of its golden item, with other answers laid into it. */
function protectionOf(id: string, answers: object): unknown {
  const { item, scope } = fixtureOf("ovh", id);
  const row = rows.find((kind) => kind.id === id);
  return row?.read({ ...item, ...answers }, scope)?.resource.details.protection;
}

const backup = { type: "automatic-backup" };
const safeguard = { type: "deletion-protection" };
const ofDatabases = { detail: "dumps of its databases, not of its files" };

// Items in the form of the vendor's schema. A fact is null where it was answered with 404, and absent where it could not be read.
describe.each<[kind: string, enabled: object, expected: object, disabled: readonly object[], unreadable: object]>([
  [
    "ovh.web-hosting",
    { dumps: [777439, 777440] },
    { ...backup, state: "enabled", copiesKept: 2, ...ofDatabases },
    [{ dumps: [] }, { dumps: null }],
    { dumps: undefined },
  ],
  [
    "ovh.web-hosting.database",
    { dumps: 3 },
    { ...backup, state: "enabled", copiesKept: 3 },
    [{ dumps: 0 }],
    { dumps: undefined },
  ],
  [
    "ovh.web-cloud-database",
    { dumps: [974523] },
    { ...backup, state: "enabled", copiesKept: 1 },
    [{ dumps: [] }, { dumps: null }],
    { dumps: undefined },
  ],
  [
    "ovh.web-cloud-database.database",
    { backupTime: "02:00:00" },
    { ...backup, state: "enabled", detail: "daily at 02:00:00" },
    [{ backupTime: null }],
    { backupTime: undefined },
  ],
  [
    "ovh.logs.stream",
    { coldStorageEnabled: true, coldStorageRetention: 2, nbArchive: 12 },
    { ...backup, state: "enabled", retentionDays: 730, copiesKept: 12, detail: "cold storage" },
    [{ coldStorageEnabled: false }],
    { coldStorageEnabled: undefined },
  ],
  [
    "ovh.exchange.mailbox",
    { litigation: true, litigationPeriod: 90 },
    { ...safeguard, state: "enabled", retentionDays: 90, detail: "litigation hold" },
    [{ litigation: false }],
    { litigation: undefined },
  ],
  [
    "ovh.domain",
    { transferLockStatus: "locked" },
    { ...safeguard, state: "enabled", detail: "transfer lock" },
    [{ transferLockStatus: "unlocked" }, { transferLockStatus: "unlocking" }, { transferLockStatus: "unavailable" }],
    { transferLockStatus: undefined },
  ],
])("the protection of %s", (kind, enabled, expected, disabled, unreadable) => {
  const { type } = expected as { readonly type: string };

  it("is told where there is one", () => {
    expect(protectionOf(kind, enabled)).toEqual([expected]);
  });

  it("is disabled where the answer says that there is none", () => {
    for (const answers of disabled) expect(protectionOf(kind, answers)).toEqual([{ type, state: "disabled" }]);
  });

  it("is unknown where it could not be read", () => {
    expect(protectionOf(kind, unreadable)).toEqual([{ type, state: "unknown" }]);
  });
});

describe("what is inside a web hosting or a database server", () => {
  const resourceOf = (id: string, answers: object, parent?: object) => {
    const { item, scope } = fixtureOf("ovh", id);
    const place =
      parent === undefined || scope.parent === undefined ? scope : { ...scope, parent: { ...scope.parent, ...parent } };
    return rows.find((kind) => kind.id === id)?.read({ ...item, ...answers }, place)?.resource;
  };

  it.each(["ovh.web-hosting.database-dump", "ovh.web-cloud-database.dump"])(
    "%s is the backup of its database, unless that is gone",
    (id) => {
      const types = (orphan: boolean) => resourceOf(id, { orphan })?.details.relations.map(({ type }) => type);
      expect(types(false)).toEqual(["member-of", "backup-of"]);
      expect(types(true)).toEqual(["member-of"]);
    },
  );

  it.each([
    ["mysql", "mysql"],
    ["mariadb", "mysql"],
    ["postgresql", "postgresql"],
    ["valkey", "redis"],
    ["something-new", ""],
  ])("a database of %s is of the class of %s", (type, subclass) => {
    expect(resourceOf("ovh.web-cloud-database", { type })).toMatchObject({ class: "database", subclass });
    const inside = resourceOf(
      "ovh.web-cloud-database.database",
      {},
      { fields: { type, hostname: "db.example.com", port: 3306 } },
    );
    expect(inside).toMatchObject({ class: "database", subclass });
  });

  it("a database has no endpoint where its server could not be described", () => {
    expect(resourceOf("ovh.web-cloud-database.database", {}, { fields: {} })?.endpoints).toEqual([]);
  });
});

describe("mail", () => {
  const hostOf = (id: string, realm: string, answers: object = {}) => {
    const { item, scope } = fixtureOf("ovh", id);
    const resource = rows.find((kind) => kind.id === id)?.read({ ...item, ...answers }, { ...scope, realm })?.resource;
    return resource?.endpoints.map(({ endpoint }) => endpoint);
  };

  it.each(["ovh.email-domain", "ovh.zimbra"])("of %s is read at the host that all share, realm by realm", (id) => {
    expect(["eu", "ca", "us"].map((realm) => hostOf(id, realm))).toEqual([
      ["imap.mail.ovh.net"],
      ["imap.mail.ovh.ca"],
      [],
    ]);
  });

  it.each(["ovh.email-mxplan", "ovh.email-pro", "ovh.exchange"])(
    "of %s is read at its own host, where it has one",
    (id) => {
      expect(hostOf(id, "eu", { hostname: "ex4.example.com" })).toEqual(["ex4.example.com"]);
      expect(hostOf(id, "eu", { hostname: null })).toEqual(["imap.mail.ovh.net"]);
    },
  );

  it("of people is told by their ids alone", () => {
    const personal = rows.filter((row) => row.personal && /email|exchange|zimbra|office|account/.test(row.id));
    expect(personal.length).toBeGreaterThanOrEqual(6);
    for (const row of personal) {
      const { item, resource } = fixtureOf("ovh", row.id);
      expect(resource.name, row.id).toBe(String(Reflect.get(item, row.list.idField)));
    }
  });
});

describe("an address block", () => {
  const routesOf = (answers: object) => {
    const { item, scope } = fixtureOf("ovh", "ovh.ip");
    const row = rows.find(({ id }) => id === "ovh.ip");
    return row?.read({ ...item, ...answers }, scope)?.resource.details.relations;
  };

  it.each([
    ["vps", "vps"],
    ["dedicated", "dedicatedServer"],
    ["pcc", "pccVMware"],
    ["vrack", "vrack"],
  ])("of type %s leads to a service", (type, owner) => {
    const urn = `urn:v1:eu:resource:${owner}:service-1`;
    expect(routesOf({ type, routedTo: { serviceName: "service-1" } })).toEqual([{ type: "attached-to", urn }]);
  });

  it.each([
    ["failover", { serviceName: "service-1" }],
    ["vps", null],
  ])("of type %s, routed to %j, leads to nothing that is known", (type, routedTo) => {
    expect(routesOf({ type, routedTo })).toEqual([]);
  });
});
