import * as z from "zod";
import { identifier } from "../../../../listing/endpoints.ts";
import { count, id, moment, size, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const file = scalewayProduct({
  service: "file",
  api: "/file/v1alpha1",
  locality: "region",
  permissionSets: ["FileStorageReadOnly"],
});

const FileSystem = z.object({
  id,
  name: text,
  organization_id: text,
  size,
  status: text,
  number_of_attachments: count,
  tags: texts,
  created_at: moment,
});

/**
 * File systems that Instances of the same region mount, and nothing else reaches: a connector takes their files from inside such an
 * Instance, which says which ones it has.
 */
export const kinds: readonly ListedKind[] = [
  file.kind({
    id: "scaleway.file.filesystem",
    family: "storage",
    title: "File Storage file system",
    class: "file-storage",
    list: file.pages({ path: "filesystems", listKey: "filesystems" }),
    schema: FileSystem,
    toResource: (item, place) => ({
      urn: file.urn(place, "filesystem", item.id),
      name: item.name,
      account: item.organization_id,
      status: item.status,
      createdAt: item.created_at,
      sizeBytes: item.size,
      tags: item.tags ?? [],
      endpoints: [identifier(item.id)],
      attributes: { attachments: item.number_of_attachments },
    }),
  }),
];
