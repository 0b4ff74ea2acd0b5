import { nested } from "../../../../listing/dialects/nested.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { gibibytes } from "../../sizes.ts";
import { itemUrn } from "../../urn.ts";
import { Share, ShareSnapshot } from "./answers.ts";

const path = "/cloud/project/{project}/region/{locality}/share";
const product = { class: "file-storage", service: "share", locality: "region" } as const;

const share = ovhKind({
  ...product,
  id: "ovh.cloud.share",
  family: "storage",
  title: "File Storage share (NFS)",
  resource: "share:share",
  list: wholeList({ path }),
  schema: Share,
  toResource: (item, place) => ({
    urn: itemUrn(place, "share", item.id),
    name: item.name,
    region: item.region,
    status: item.status,
    createdAt: item.createdAt,
    sizeBytes: gibibytes(item.size),
    endpoints: [
      // As it is mounted: `host:/path`.
      ...(item.exportLocations ?? []).map((location) => identifier(location.path)),
      identifier(item.id),
    ],
    // Snapshots have a list of their own below each share, which is not asked for them.
    protection: [protection("snapshots", undefined)],
    relations: item.networkId
      ? [
          {
            type: "attached-to",
            urn: itemUrn(place, "regionNetwork", item.networkId, item.region ?? place.locality),
          },
        ]
      : [],
    attributes: {
      protocol: item.protocol,
      type: item.type,
      availabilityZone: item.availabilityZone,
      description: item.description || undefined,
    },
  }),
});

/** File shares that machines mount, and their snapshots, which lie on the same storage. */
export const kinds: readonly ListedKind[] = [
  share,
  ovhKind({
    ...product,
    id: "ovh.cloud.share-snapshot",
    family: "backups",
    title: "Snapshot of a file share",
    resource: "share:snapshot",
    list: nested({ parent: share, as: "shareId", list: wholeList({ path: `${path}/{shareId}/snapshot` }) }),
    schema: ShareSnapshot,
    toResource: (snapshot, place) => ({
      urn: itemUrn(place, "shareSnapshot", snapshot.id),
      name: snapshot.name,
      status: snapshot.status,
      createdAt: snapshot.createdAt,
      sizeBytes: gibibytes(snapshot.size),
      relations: [{ type: "snapshot-of", urn: itemUrn(place, "share", place.parent?.id ?? "") }],
      attributes: { description: snapshot.description || undefined },
    }),
  }),
];
