import type * as z from "zod";
import type { Endpoint, Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { withFacts } from "../../../../listing/dialects/with-facts.ts";
import { exportEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { newestOf } from "../../../../listing/moments.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { gibibytes } from "../../sizes.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { FileStorage, Share, ShareReplication, ShareSnapshot, SnapshotPolicy } from "./answers.ts";

const type = "storageNetApp";
const product = { service: "netapp", locality: "account" } as const;
const servicePath = "/storage/netapp/{serviceName}";
const sharePath = `${servicePath}/share`;

const fileStorage = ovhKind({
  ...product,
  id: "ovh.netapp",
  family: "storage",
  title: "Enterprise File Storage service",
  // Unclassified: a container of shares.
  class: "",
  resource: "netapp:service",
  list: wholeList({ path: "/storage/netapp" }),
  mayLeaveOut: true,
  schema: FileStorage,
  toResource: (service, place) => ({
    urn: serviceUrn(place, type, service.id),
    name: service.name,
    region: service.region,
    status: service.status,
    createdAt: service.createdAt,
    tags: customerTags(service.iam?.tags),
    // The schema names no unit of the quota.
    attributes: { quota: service.quota, product: service.product, performanceLevel: service.performanceLevel },
  }),
});

const share = ovhKind({
  ...product,
  id: "ovh.netapp.share",
  family: "storage",
  title: "Enterprise File Storage share",
  class: "file-storage",
  resource: "netapp:share",
  list: nested({
    parent: fileStorage,
    as: "serviceName",
    // Without `detail` shares have little more than their ids (schema, parameter of the route).
    list: withFacts(wholeList({ path: sharePath, query: { detail: "true" } }), [
      { field: "accessPaths", path: `${sharePath}/{id}/accessPath`, what: "the paths that they are mounted from" },
      { field: "snapshotPolicy", path: `${sharePath}/{id}/snapshotPolicy`, what: "their snapshot policy" },
      {
        field: "snapshots",
        path: `${sharePath}/{id}/snapshot`,
        query: { detail: "true" },
        what: "the age of their snapshots",
      },
    ]),
  }),
  connectors: ["nfs"],
  schema: Share,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, place.parent?.id ?? "", "share", item.id),
    name: item.name || item.mountPointName,
    status: item.status,
    createdAt: item.createdAt,
    sizeBytes: gibibytes(item.size),
    endpoints: [...exportsOf(item), identifier(item.id)],
    protection: [snapshotsOf(item)],
    relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
    attributes: {
      protocol: item.protocol,
      accessMode: item.accessMode,
      mountPointName: item.mountPointName,
      description: item.description || undefined,
      snapshotPolicyId: item.snapshotPolicy?.id,
      // Of which share that snapshot is, is not said.
      madeOfSnapshotId: item.snapshotID,
    },
  }),
});

/** Enterprise File Storage: services, their shares, and what protects these. */
export const kinds: readonly ListedKind[] = [
  fileStorage,
  share,
  ovhKind({
    ...product,
    id: "ovh.netapp.share-snapshot",
    family: "backups",
    title: "Snapshot of an Enterprise File Storage share",
    class: "file-storage",
    resource: "netapp:share-snapshot",
    list: nested({
      parent: share,
      as: "shareId",
      list: wholeList({ path: `${sharePath}/{shareId}/snapshot`, query: { detail: "true" } }),
    }),
    schema: ShareSnapshot,
    toResource: (snapshot, place) => ({
      urn: `${shareUrn(place)}:snapshot:${snapshot.id}`,
      name: snapshot.name,
      status: snapshot.status,
      createdAt: snapshot.createdAt,
      // Where it can be read within the share's own export.
      endpoints: snapshot.path ? [identifier(snapshot.path)] : [],
      relations: [{ type: "snapshot-of", urn: shareUrn(place) }],
      attributes: { type: snapshot.type, description: snapshot.description || undefined },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.netapp.snapshot-policy",
    family: "backups",
    title: "Snapshot policy of Enterprise File Storage",
    class: "",
    resource: "netapp:snapshot-policy",
    list: nested({
      parent: fileStorage,
      as: "serviceName",
      list: wholeList({ path: `${servicePath}/snapshotPolicy` }),
    }),
    schema: SnapshotPolicy,
    toResource: (policy, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "snapshotPolicy", policy.id),
      name: policy.name,
      status: policy.status,
      createdAt: policy.createdAt,
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      attributes: { isDefault: policy.isDefault, description: policy.description || undefined, rules: policy.rules },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.netapp.share-replication",
    family: "backups",
    title: "Replication of an Enterprise File Storage share",
    class: "",
    resource: "netapp:share-replication",
    list: nested({
      parent: fileStorage,
      as: "serviceName",
      list: wholeList({ path: `${servicePath}/shareReplication` }),
    }),
    schema: ShareReplication,
    toResource: ({ id, source, destination, ...replication }, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "shareReplication", id),
      name: replication.description,
      status: replication.status,
      createdAt: replication.createdAt,
      protection: [
        protection("replication", isReplicating(replication.replicaState), { detail: replication.replicaState }),
      ],
      relations:
        source?.serviceID && source.shareID
          ? [{ type: "replica-of", urn: serviceUrn(place, type, source.serviceID, "share", source.shareID) }]
          : [],
      attributes: { replicaState: replication.replicaState, destination },
    }),
  }),
];

function shareUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", "share", parent?.id ?? "");
}

/** Access paths read `<host>:/<path>`; the preferred one is the first. */
function exportsOf({ accessPaths }: z.infer<typeof Share>): Endpoint[] {
  const preferredFirst = (accessPaths ?? []).toSorted(
    (one, other) => Number(other.preferred ?? false) - Number(one.preferred ?? false),
  );
  return preferredFirst.flatMap(({ path }) => {
    const [, host, directory] = /^(.+?):(\/.+)$/.exec(path ?? "") ?? [];
    return host === undefined || directory === undefined ? [] : [exportEndpoint(host, directory)];
  });
}

/** A policy makes snapshots, and a person may have made some; those of the system are for its own use, such as replication. */
function snapshotsOf({ snapshotPolicy, snapshots }: z.infer<typeof Share>): Protection {
  const kept = snapshots?.filter((one) => one.status === "available" && one.type !== "system");
  const hasPolicy = snapshotPolicy?.status
    ? snapshotPolicy.status === "active"
    : snapshotPolicy === null
      ? false
      : undefined;
  const isThere = hasPolicy || (kept ?? []).length > 0;
  const isEnabled = isThere || (hasPolicy === false && snapshots !== undefined ? false : undefined);
  return protection("snapshots", isEnabled, {
    copiesKept: kept?.length,
    lastSuccessAt: newestOf((kept ?? []).map(({ createdAt }) => createdAt)),
    detail: hasPolicy === false ? "no policy that is active" : "",
  });
}

/** `out_of_sync` is a replication all the same: the copy is old (enum `storage.NetAppShareReplicaStateEnum`). */
function isReplicating(state: string | null | undefined): boolean | undefined {
  return state ? state !== "error" : undefined;
}
