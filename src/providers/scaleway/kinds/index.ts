import type { ResourceKind } from "../../../inventory/resource-kind.ts";
import { blockStorageKinds } from "./block-storage.ts";
import { instanceKinds } from "./instance.ts";
import { objectStorageKinds } from "./object-storage.ts";
import { projectKinds } from "./project.ts";
import { secretKinds } from "./secret.ts";

/**
 * Every kind of Scaleway. A new kind is one row in the file of its product, one schema and one fixture. Block Storage comes
 * first because instances take the names and sizes of their block volumes from it.
 */
export const scalewayKinds: readonly ResourceKind[] = [
  ...projectKinds,
  ...blockStorageKinds,
  ...instanceKinds,
  ...objectStorageKinds,
  ...secretKinds,
];
