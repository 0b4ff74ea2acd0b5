import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { placedIdentifier } from "../../identifier.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { BlockSnapshot, BlockVolume } from "./answers.ts";

const block = scalewayProduct({
  service: "block",
  api: "/block/v1",
  locality: "zone",
  permissionSets: ["BlockStorageReadOnly"],
});
const query = { include_deleted: "false" };

/** Volumes of Block Storage (SBS), which live on their own. */
export const volumeKind = block.kind({
  id: "scaleway.block.volume",
  family: "storage",
  title: "Block Storage volume",
  class: "block-storage",
  list: block.pages({ path: "volumes", listKey: "volumes", query }),
  connectors: ["scaleway-block"],
  protectionFrom: [{ kind: "scaleway.block.snapshot", relation: "snapshot-of", type: "snapshots" }],
  schema: BlockVolume,
  toResource: (volume, scope) => ({
    urn: block.urn(scope, "volume", volume.id),
    name: volume.name,
    status: volume.status,
    createdAt: volume.created_at,
    sizeBytes: volume.size,
    tags: volume.tags ?? [],
    endpoints: [placedIdentifier(volume.id, scope, "zone")],
    relations: (volume.references ?? []).flatMap(({ product_resource_type, product_resource_id }) =>
      product_resource_type === "instance_server" && product_resource_id
        ? [{ type: "attached-to" as const, urn: scalewayUrn(scope, "instance", "server", product_resource_id) }]
        : [],
    ),
    attributes: { type: volume.type, iops: volume.specs?.perf_iops, parentSnapshot: volume.parent_snapshot_id },
  }),
});

/** Block Storage, zone by zone. */
export const kinds: readonly ListedKind[] = [
  volumeKind,
  block.kind({
    id: "scaleway.block.snapshot",
    family: "backups",
    title: "Block Storage snapshot",
    class: "block-storage",
    list: block.pages({ path: "snapshots", listKey: "snapshots", query }),
    schema: BlockSnapshot,
    toResource: (snapshot, scope) => ({
      urn: block.urn(scope, "snapshot", snapshot.id),
      name: snapshot.name,
      status: snapshot.status,
      createdAt: snapshot.created_at,
      sizeBytes: snapshot.size,
      tags: snapshot.tags ?? [],
      endpoints: [identifier(snapshot.id)],
      relations: snapshot.parent_volume
        ? [{ type: "snapshot-of", urn: block.urn(scope, "volume", snapshot.parent_volume.id) }]
        : [],
      attributes: { class: snapshot.class },
    }),
  }),
];
