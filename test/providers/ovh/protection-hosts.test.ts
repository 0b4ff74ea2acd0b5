import { describe, expect, it } from "vitest";
import type { Protection, Resource } from "../../../src/inventory/resource.ts";
import { fixtureOf } from "../../contract/fixtures.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("ovh");

/** The resource of a kind's golden item with other fields; one that is `undefined` was not read. */
function resourceOf(kind: string, changes: Readonly<Record<string, unknown>>): Resource {
  const { item, scope } = fixtureOf("ovh", kind);
  const kept = Object.entries({ ...item, ...changes }).filter(([, value]) => value !== undefined);
  const read = rows.find(({ id }) => id === kind)?.read(Object.fromEntries(kept), scope);
  if (read === undefined) throw new Error(`${kind} makes nothing of the item`);
  return read.resource;
}

const daily = { status: "available", type: "automatic", createdAt: "2026-02-13T00:10:00+01:00" };
const older = { ...daily, createdAt: "2026-02-12T00:10:00+01:00" };
const ofSystem = { ...daily, type: "system", createdAt: "2026-02-14T00:10:00+01:00" };
const active = { id: "288c13a7-abb1-463e-8218-8af1a585b4ae", status: "active" };

const none = (type: Protection["type"]): Protection => ({ type, state: "disabled" });
const unknown = (type: Protection["type"]): Protection => ({ type, state: "unknown" });

type Case = readonly [kind: string, what: string, changes: Readonly<Record<string, unknown>>, expected: Protection[]];

const nas: readonly Case[] = [
  [
    "ovh.nasha.partition",
    "schedules",
    { snapshotTypes: ["hour-1", "day-7"], usedBySnapshots: 0 },
    [{ type: "snapshots", state: "enabled", detail: "hour-1, day-7" }],
  ],
  [
    "ovh.nasha.partition",
    "snapshots without a schedule",
    { snapshotTypes: [], usedBySnapshots: 4 },
    [{ type: "snapshots", state: "enabled", detail: "no schedule" }],
  ],
  ["ovh.nasha.partition", "neither", { snapshotTypes: [], usedBySnapshots: 0 }, [none("snapshots")]],
  ["ovh.nasha.partition", "an answer of 404", { snapshotTypes: null, usedBySnapshots: 0 }, [none("snapshots")]],
  [
    "ovh.nasha.partition",
    "schedules that could not be read",
    { snapshotTypes: undefined, usedBySnapshots: 0 },
    [unknown("snapshots")],
  ],
  [
    "ovh.nasha.partition",
    "snapshots, and schedules that could not be read",
    { snapshotTypes: undefined, usedBySnapshots: 4 },
    [{ type: "snapshots", state: "enabled" }],
  ],
];

const enterpriseFileStorage: readonly Case[] = [
  [
    "ovh.netapp.share",
    "a policy and its snapshots",
    { snapshotPolicy: active, snapshots: [older, daily, ofSystem] },
    [{ type: "snapshots", state: "enabled", copiesKept: 2, lastSuccessAt: daily.createdAt }],
  ],
  [
    "ovh.netapp.share",
    "a policy that has made no snapshot yet",
    { snapshotPolicy: active, snapshots: [] },
    [{ type: "snapshots", state: "enabled", copiesKept: 0 }],
  ],
  [
    "ovh.netapp.share",
    "snapshots that a person made",
    { snapshotPolicy: null, snapshots: [{ ...daily, type: "manual" }] },
    [
      {
        type: "snapshots",
        state: "enabled",
        copiesKept: 1,
        lastSuccessAt: daily.createdAt,
        detail: "no policy that is active",
      },
    ],
  ],
  ["ovh.netapp.share", "neither", { snapshotPolicy: null, snapshots: [ofSystem] }, [none("snapshots")]],
  [
    "ovh.netapp.share",
    "a failed policy",
    { snapshotPolicy: { ...active, status: "error" }, snapshots: [] },
    [none("snapshots")],
  ],
  [
    "ovh.netapp.share",
    "a policy that could not be read",
    { snapshotPolicy: undefined, snapshots: [] },
    [unknown("snapshots")],
  ],
  [
    "ovh.netapp.share",
    "no policy, and snapshots that could not be read",
    { snapshotPolicy: null, snapshots: undefined },
    [unknown("snapshots")],
  ],
  [
    "ovh.netapp.share-replication",
    "a copy that lags",
    { replicaState: "out_of_sync" },
    [{ type: "replication", state: "enabled", detail: "out_of_sync" }],
  ],
  ["ovh.netapp.share-replication", "a failure", { replicaState: "error" }, [none("replication")]],
  ["ovh.netapp.share-replication", "no state", { replicaState: undefined }, [unknown("replication")]],
];

const privateCloud: readonly Case[] = [
  [
    "ovh.private-cloud.managed-backup",
    "a backup with a second copy",
    { state: "enabled", scheduleHour: "22:00:00", replicationZone: "sbg" },
    [
      { type: "automatic-backup", state: "enabled", detail: "daily at 22:00:00" },
      { type: "replication", state: "enabled", detail: "to sbg" },
    ],
  ],
  [
    "ovh.private-cloud.managed-backup",
    "a backup without one",
    { state: "enabled", scheduleHour: null, replicationZone: null },
    [{ type: "automatic-backup", state: "enabled" }, none("replication")],
  ],
  [
    "ovh.private-cloud.managed-backup",
    "no backup",
    { state: "disabled" },
    [none("automatic-backup"), none("replication")],
  ],
  [
    "ovh.private-cloud.managed-backup",
    "a backup that says nothing of a second copy",
    { state: "enabled", scheduleHour: null, replicationZone: undefined },
    [{ type: "automatic-backup", state: "enabled" }, unknown("replication")],
  ],
  [
    "ovh.private-cloud.backup-repository",
    "a second copy",
    { replication: "enabled", lastSuccessfulReplicationDate: daily.createdAt, syncStatus: "out-of-sync" },
    [{ type: "replication", state: "enabled", lastSuccessAt: daily.createdAt, detail: "to gra-1a, out-of-sync" }],
  ],
  ["ovh.private-cloud.backup-repository", "none", { replication: "disabled" }, [none("replication")]],
  ["ovh.private-cloud.backup-repository", "no state", { replication: null }, [unknown("replication")]],
  [
    "ovh.private-cloud.disaster-recovery",
    "Zerto",
    { state: "delivered", drpType: "onPremise" },
    [{ type: "replication", state: "enabled", detail: "onPremise" }],
  ],
  ["ovh.private-cloud.disaster-recovery", "none", { state: "disabled" }, [none("replication")]],
];

const offer = { name: "GOLD", status: "READY", protectionReplicatedRegion: "eu-west-sbg" };
const services: readonly Case[] = [
  [
    "ovh.vmware-cloud-director.backup",
    "an offer with a second copy",
    { resourceStatus: "READY", currentState: { offers: [offer] } },
    [
      { type: "automatic-backup", state: "enabled", detail: "GOLD" },
      { type: "replication", state: "enabled", detail: "to eu-west-sbg" },
    ],
  ],
  [
    "ovh.vmware-cloud-director.backup",
    "offers that have ended",
    { resourceStatus: "DISABLED", currentState: { offers: [{ ...offer, status: "DISABLED" }] } },
    [none("automatic-backup"), none("replication")],
  ],
  [
    "ovh.vmware-cloud-director.backup",
    "no state",
    { resourceStatus: undefined, currentState: undefined },
    [unknown("automatic-backup"), unknown("replication")],
  ],
  [
    "ovh.backup-services.vault",
    "a second bucket",
    { currentState: { buckets: [{ role: "PRIMARY" }, { role: "REPLICA", region: "eu-west-sbg" }] } },
    [{ type: "replication", state: "enabled", copiesKept: 1, detail: "to eu-west-sbg" }],
  ],
  [
    "ovh.backup-services.vault",
    "one bucket",
    { currentState: { buckets: [{ role: "PRIMARY" }] } },
    [none("replication")],
  ],
  ["ovh.backup-services.vault", "no state", { currentState: null }, [unknown("replication")]],
  [
    "ovh.backup-services.agent",
    "an agent that runs",
    { status: "ENABLED", currentState: { policy: "weekly" } },
    [{ type: "automatic-backup", state: "enabled", detail: "weekly" }],
  ],
  ["ovh.backup-services.agent", "an agent without a machine", { status: "NOT_INSTALLED" }, [none("automatic-backup")]],
  ["ovh.backup-services.agent", "no state", { status: undefined }, [unknown("automatic-backup")]],
  [
    "ovh.veeam-cloud-connect.repository",
    "a second place",
    { replicationZone: "rbx2" },
    [{ type: "replication", state: "enabled", detail: "to rbx2" }],
  ],
  ["ovh.veeam-cloud-connect.repository", "none", { replicationZone: null }, [none("replication")]],
  ["ovh.veeam-cloud-connect.repository", "no word of it", { replicationZone: undefined }, [unknown("replication")]],
  [
    "ovh.hycu-license",
    "a licence",
    { licenseStatus: "active", expirationDate: "2026-12-31T00:00:00+01:00" },
    [{ type: "automatic-backup", state: "enabled", detail: "licensed until 2026-12-31T00:00:00+01:00" }],
  ],
  ["ovh.hycu-license", "one that is not active", { licenseStatus: "toActivate" }, [none("automatic-backup")]],
  ["ovh.hycu-license", "no state", { licenseStatus: undefined }, [unknown("automatic-backup")]],
];

const vpsAndCeph: readonly Case[] = [
  [
    "ovh.vps.automated-backup",
    "restore points",
    { state: "enabled", schedule: null, rotation: 7, restorePoints: [daily.createdAt, older.createdAt] },
    [{ type: "automatic-backup", state: "enabled", copiesKept: 2, lastSuccessAt: daily.createdAt }],
  ],
  [
    "ovh.vps.automated-backup",
    "a backup that never succeeded",
    { state: "enabled", schedule: null, rotation: 7, restorePoints: [] },
    [{ type: "automatic-backup", state: "enabled", copiesKept: 0 }],
  ],
  [
    "ovh.vps.automated-backup",
    "restore points that could not be read",
    { state: "enabled", schedule: null, rotation: 7, restorePoints: undefined },
    [{ type: "automatic-backup", state: "enabled", copiesKept: 7 }],
  ],
  ["ovh.vps.automated-backup", "an option that is off", { state: "disabled" }, [none("automatic-backup")]],
  ["ovh.vps.automated-backup", "no state", { state: undefined }, [unknown("automatic-backup")]],
  ["ovh.ceph.pool", "a backup", { backup: true }, [{ type: "automatic-backup", state: "enabled" }]],
  ["ovh.ceph.pool", "none", { backup: false }, [none("automatic-backup")]],
  ["ovh.ceph.pool", "no word of it", { backup: undefined }, [unknown("automatic-backup")]],
];

describe("protection", () => {
  it.each([...nas, ...enterpriseFileStorage, ...privateCloud, ...services, ...vpsAndCeph])(
    "of %s says of %s what is known",
    (kind, _what, changes, expected) => {
      expect(resourceOf(kind, changes).details.protection).toEqual(expected);
    },
  );
});

it.each(["ovh.private-cloud.managed-backup", "ovh.private-cloud.disaster-recovery"])(
  "a document of %s without a state is none, rather than one that protects nothing",
  (kind) => {
    expect(() => resourceOf(kind, { state: undefined })).toThrow("makes nothing of the item");
  },
);

describe("a relation", () => {
  const typesOf = (kind: string, changes: Readonly<Record<string, unknown>>): string[] =>
    resourceOf(kind, changes).details.relations.map(({ type }) => type);

  it.each([
    ["ovh.vps.automated-backup", { state: "enabled" }, "backup-of"],
    ["ovh.vps.automated-backup", { state: "disabled" }, "attached-to"],
    ["ovh.vps.backup-storage", {}, "attached-to"],
    ["ovh.dedicated-server.backup-storage", {}, "attached-to"],
    ["ovh.private-cloud.managed-backup", { state: "enabled" }, "backup-of"],
    ["ovh.private-cloud.managed-backup", { state: "disabled" }, "attached-to"],
    ["ovh.private-cloud.disaster-recovery", { state: "delivered" }, "replica-of"],
    ["ovh.private-cloud.disaster-recovery", { state: "disabled" }, "attached-to"],
    ["ovh.backup-services.agent", { status: "ENABLED" }, "protects"],
  ])("of %s with %o is %s", (kind, changes, type) => {
    expect(typesOf(kind, changes)).toContain(type);
  });

  it("of an agent that does not run protects nothing", () => {
    expect(typesOf("ovh.backup-services.agent", { status: "NOT_INSTALLED" })).not.toContain("protects");
  });
});

describe("what a file storage connector is told", () => {
  const exported = (kind: string, changes: Readonly<Record<string, unknown>>): string[] =>
    resourceOf(kind, changes).endpoints.flatMap(({ type, endpoint }) => (type === "host" ? [endpoint] : []));

  it.each([
    ["NFS", ["198.51.100.215/zpool-128369/projects"]],
    ["CIFS", ["198.51.100.215/zpool-128369_projects"]],
    ["NFS_CIFS", ["198.51.100.215/zpool-128369/projects", "198.51.100.215/zpool-128369_projects"]],
    [null, []],
  ])("of a partition with protocol %s is %j", (protocol, endpoints) => {
    expect(exported("ovh.nasha.partition", { protocol })).toEqual(endpoints);
  });

  it.each([
    [[{ path: "10.20.0.5:/share_1", preferred: false }], ["10.20.0.5/share_1"]],
    [
      [
        { path: "10.20.0.5:/share_1", preferred: false },
        { path: "10.20.0.6:/share_1", preferred: true },
      ],
      ["10.20.0.6/share_1", "10.20.0.5/share_1"],
    ],
    [[{ path: "share_1" }, { path: null }], []],
    [undefined, []],
  ])("of a share with access paths %j is %j", (accessPaths, endpoints) => {
    expect(exported("ovh.netapp.share", { accessPaths })).toEqual(endpoints);
  });
});
