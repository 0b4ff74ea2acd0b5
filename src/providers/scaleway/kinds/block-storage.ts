import { defineKind, type ResourceKind } from "../../../inventory/resource-kind.ts";
import { BlockSnapshot, BlockVolume } from "../schemas.ts";
import { scalewayUrn } from "../urn.ts";
import { identifier } from "./endpoints.ts";

const query = { project_id: "{project}", include_deleted: "false", order_by: "created_at_desc" };
const rights = { permissionSets: ["BlockStorageReadOnly"] };

/** Block Storage (SBS): volumes that live on their own, zone by zone. */
export const blockStorageKinds: readonly ResourceKind[] = [
  defineKind({
    id: "scaleway.block.volume",
    title: "Block Storage volume",
    class: "block-storage",
    subclass: "",
    service: "block",
    resource: "block:volume",
    locality: "zone",
    rights,
    path: "/block/v1/zones/{locality}/volumes",
    query,
    dialect: { type: "numbered-pages", listKey: "volumes", pageSizeParameter: "page_size" },
    byDefault: true,
    schema: BlockVolume,
    toResource: (volume, scope) => ({
      urn: scalewayUrn(scope, "block", "volume", volume.id),
      name: volume.name,
      status: volume.status,
      createdAt: volume.created_at,
      sizeBytes: volume.size,
      tags: volume.tags ?? [],
      endpoints: [identifier(volume.id, scope, "zone")],
      relations: (volume.references ?? []).flatMap(({ product_resource_type, product_resource_id }) =>
        product_resource_type === "instance_server" && product_resource_id
          ? [{ type: "attached-to" as const, urn: scalewayUrn(scope, "instance", "server", product_resource_id) }]
          : [],
      ),
      attributes: { type: volume.type, iops: volume.specs?.perf_iops, parentSnapshot: volume.parent_snapshot_id },
    }),
  }),
  defineKind({
    id: "scaleway.block.snapshot",
    title: "Block Storage snapshot",
    class: "block-storage",
    subclass: "",
    service: "block",
    resource: "block:snapshot",
    locality: "zone",
    rights,
    path: "/block/v1/zones/{locality}/snapshots",
    query,
    dialect: { type: "numbered-pages", listKey: "snapshots", pageSizeParameter: "page_size" },
    byDefault: false,
    schema: BlockSnapshot,
    toResource: (snapshot, scope) => ({
      urn: scalewayUrn(scope, "block", "snapshot", snapshot.id),
      name: snapshot.name,
      status: snapshot.status,
      createdAt: snapshot.created_at,
      sizeBytes: snapshot.size,
      tags: snapshot.tags ?? [],
      endpoints: [identifier(snapshot.id, scope, "zone")],
      relations: snapshot.parent_volume
        ? [{ type: "snapshot-of", urn: scalewayUrn(scope, "block", "volume", snapshot.parent_volume.id) }]
        : [],
      attributes: { class: snapshot.class },
    }),
  }),
];
