import { scalewayProduct } from "../../kind.ts";

/** Version 1 of the Instance API. */
export const instance = scalewayProduct({
  service: "instance",
  api: "/instance/v1",
  locality: "zone",
  permissionSets: ["InstancesReadOnly"],
  filter: { project: "{project}" },
  organizationFilter: { organization: "{organization}" },
  // Of its lists the API can order servers alone.
  order: {},
  sizeParameter: "per_page",
});
