import type { ResourceKind } from "../../../inventory/resource-kind.ts";
import { blockStorageKinds } from "./block-storage.ts";
import { computeKinds } from "./compute.ts";
import { databaseKinds } from "./database.ts";
import { objectStorageKinds } from "./object-storage.ts";
import { projectKinds } from "./project.ts";

/** Every kind of OVHcloud. A new kind is one row in the file of its product, one schema and one fixture. */
export const ovhKinds: readonly ResourceKind[] = [
  ...projectKinds,
  ...computeKinds,
  ...blockStorageKinds,
  ...objectStorageKinds,
  ...databaseKinds,
];
