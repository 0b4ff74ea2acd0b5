import { problemOf } from "../../config/config-problem.ts";
import type { KeyChecks } from "../../config/refuse.ts";

/**
 * What no JSON Schema can say of Scaleway's keys. Ids and the secret key are UUIDs, so one pasted into the other's field passes every
 * other check and would be sent in a path.
 */
export const keyChecks: KeyChecks = (values) => {
  const { scw_organization_id, scw_scope, scw_secret_key } = values;
  const lacksOrganization = scw_scope === "organization" && scw_organization_id === undefined;
  return [
    ...keysOfIds.flatMap((key) =>
      scw_secret_key !== undefined && idsIn(values[key]).includes(String(scw_secret_key).toLowerCase())
        ? [problemOf("same-as-secret", { other: "scw_secret_key" }, key)]
        : [],
    ),
    ...(lacksOrganization
      ? [problemOf("scope-needs", { scope: "organization", other: "scw_organization_id" }, "scw_scope")]
      : []),
  ];
};

const keysOfIds = ["scw_project_id", "scw_project_ids", "scw_organization_id", "expected_account"];

function idsIn(value: unknown): readonly string[] {
  const lists = [value].flat().map((list) => String(list ?? ""));
  return lists.flatMap((list) => list.split(",")).map((id) => id.trim().toLowerCase());
}
