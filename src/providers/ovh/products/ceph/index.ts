import { isIP } from "node:net";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { addressEndpoint, hostEndpoints } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { CephCluster, CephFileSystem, CephPool } from "./answers.ts";

const type = "dedicatedCeph";
const product = { family: "storage", service: "ceph", locality: "account" } as const;

const cluster = ovhKind({
  ...product,
  id: "ovh.ceph",
  title: "Cloud Disk Array (Ceph)",
  class: "block-storage",
  resource: "ceph:cluster",
  list: idsThenDetail({ path: "/dedicated/ceph", detailPath: "/dedicated/ceph/{id}", idField: "serviceName" }),
  mayLeaveOut: true,
  schema: CephCluster,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.serviceName),
    name: item.label || item.serviceName,
    region: item.region,
    status: item.status,
    tags: customerTags(item.iam?.tags),
    // The monitors, by which clients reach a cluster.
    endpoints: (item.cephMons ?? []).flatMap((one) => (isIP(one) > 0 ? addressEndpoint(one) : hostEndpoints(one))),
    attributes: { state: item.state, sizeTB: item.size, version: item.cephVersion, createDate: item.createDate },
  }),
});

/** Ceph clusters, their pools and file systems. */
export const kinds: readonly ListedKind[] = [
  cluster,
  ovhKind({
    ...product,
    id: "ovh.ceph.pool",
    title: "Pool of a Cloud Disk Array",
    class: "block-storage",
    resource: "ceph:pool",
    list: nested({
      parent: cluster,
      as: "serviceName",
      list: wholeList({ path: "/dedicated/ceph/{serviceName}/pool", idField: "name" }),
    }),
    schema: CephPool,
    toResource: (pool, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "pool", pool.name),
      name: pool.name,
      // Replicas within the cluster keep it up; they are no copy elsewhere.
      protection: [protection("automatic-backup", pool.backup ?? undefined)],
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      attributes: { type: pool.poolType, replicas: pool.replicaCount, minimumReplicas: pool.minActiveReplicas },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.ceph.file-system",
    title: "CephFS of a Cloud Disk Array",
    class: "file-storage",
    resource: "ceph:file-system",
    list: nested({
      parent: cluster,
      as: "serviceName",
      list: wholeList({ path: "/dedicated/ceph/{serviceName}/cephfs", idField: "fsName" }),
    }),
    schema: CephFileSystem,
    toResource: ({ fsName, enabled }, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "fileSystem", fsName),
      name: fsName,
      status: typeof enabled === "boolean" ? (enabled ? "enabled" : "disabled") : undefined,
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
    }),
  }),
];
