import type { ScalewayListKind } from "../kinds.ts";

/** What the lists of one of Scaleway's APIs have in common. */
export interface ScalewayApi {
  /** Where the total is: in the headers (Instance v1 alone) or in the body. */
  readonly total: "header" | "body";
  readonly defaultPageSize: number;
  readonly projectParameter: string;
  readonly organizationParameter: string;
  readonly permissionSet: string;
  /** Parameters without which the API refuses the call. */
  readonly required: readonly string[];
}

/** One emulated list. */
export interface ScalewayRoute {
  readonly api: ScalewayApi;
  readonly path: string;
  readonly kind: ScalewayListKind | undefined;
  readonly listKey: string;
  /** The word for the resource in a refusal. */
  readonly resource: string;
}

const modern = { total: "body", defaultPageSize: 20, required: [] } as const;
const modernParameters = { projectParameter: "project_id", organizationParameter: "organization_id" };

const instance: ScalewayApi = {
  total: "header",
  defaultPageSize: 50,
  projectParameter: "project",
  organizationParameter: "organization",
  permissionSet: "InstancesReadOnly",
  required: [],
};
const block: ScalewayApi = {
  ...modern,
  ...modernParameters,
  permissionSet: "BlockStorageReadOnly",
  required: ["include_deleted"],
};
const secrets: ScalewayApi = { ...modern, ...modernParameters, permissionSet: "SecretManagerReadOnly" };

/** The API of a path that only recordings know; which permission set it needs is not known either. */
export function recordedApi(path: string): ScalewayApi {
  if (path.startsWith("/instance/v1/")) return instance;
  return { ...modern, ...modernParameters, permissionSet: "AllProductsReadOnly" };
}

const zoned = "/instance/v1/zones/{zone}";

/** Every list of resources that the made-up fleet holds. */
export const scalewayRoutes: readonly ScalewayRoute[] = [
  row(instance, `${zoned}/servers`, "scaleway.instance.server"),
  // Recorded answers show that volumes alone come a hundred to a page.
  row({ ...instance, defaultPageSize: 100 }, `${zoned}/volumes`, "scaleway.instance.volume"),
  row(instance, `${zoned}/snapshots`, "scaleway.instance.snapshot"),
  row(instance, `${zoned}/images`, "scaleway.instance.image"),
  row(block, "/block/v1/zones/{zone}/volumes", "scaleway.block.volume"),
  row(block, "/block/v1/zones/{zone}/snapshots", "scaleway.block.snapshot"),
  row(secrets, "/secret-manager/v1beta1/regions/{region}/secrets", "scaleway.secret.secret"),
];

function row(api: ScalewayApi, path: string, kind: ScalewayListKind): ScalewayRoute {
  const listKey = path.slice(path.lastIndexOf("/") + 1);
  return { api, path, kind, listKey, resource: listKey.slice(0, -1) };
}
