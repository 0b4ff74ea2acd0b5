import { problemOf } from "../../config/config-problem.ts";
import type { KeyChecks } from "../../config/refuse.ts";

/**
 * What no JSON Schema can say of Scaleway's keys. Ids and the secret key are UUIDs, so one pasted into the other's field passes every
 * other check and would be sent in a path.
 */
export const keyChecks: KeyChecks = (values) => {
  const { scw_project_id, scw_project_ids, scw_organization_id, scw_scope, scw_secret_key } = values;
  const lists = [scw_project_ids].flat().flatMap((list) => String(list ?? "").split(","));
  const ids = [scw_project_id, scw_organization_id, ...lists].map((id) =>
    String(id ?? "")
      .trim()
      .toLowerCase(),
  );
  const isSame = scw_secret_key !== undefined && ids.includes(String(scw_secret_key).toLowerCase());
  const lacksOrganization = scw_scope === "organization" && scw_organization_id === undefined;
  return [
    ...(isSame ? [problemOf("same-as-secret", { other: "scw_secret_key" }, "scw_project_id")] : []),
    ...(lacksOrganization
      ? [problemOf("scope-needs", { scope: "organization", other: "scw_organization_id" }, "scw_scope")]
      : []),
  ];
};
