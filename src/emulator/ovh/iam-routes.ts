import type { Item } from "../lists.ts";
import type { OvhAccess } from "./access.ts";
import { mayAct, maySee } from "./authorize.ts";
import { isText, listAt, readBody } from "./body.ts";
import { matchesGlob } from "./glob.ts";
import type { OvhPolicy } from "./grants.ts";
import type { OvhCall, OvhRoute } from "./route.ts";

const open = { needs: "right", action: undefined, resources: () => [] } as const;

/** IAM, in version 2 of the API: what there is, who may do what with it, and why. */
export const iamRoutes: readonly OvhRoute[] = [
  { ...open, method: "GET", path: "/v2/iam/resource", isPaged: true, answer: resources },
  { ...open, method: "POST", path: "/v2/iam/authorization/check", isPaged: false, answer: checkMany },
  {
    ...open,
    method: "POST",
    path: "/v2/iam/resource/{resourceURN}/authorization/check",
    isPaged: false,
    answer: checkOne,
  },
];

const filters = [
  { parameter: "resourceName", field: "name" },
  { parameter: "resourceType", field: "type" },
  { parameter: "resourceURN", field: "urn" },
] as const;

/** What the caller may do something with; that others are left out is a guess (schema model `iam.resource.Resource`). */
function resources(call: OvhCall): readonly Item[] {
  const asked = filters.map(({ parameter, field }) => ({ patterns: call.request.query.getAll(parameter), field }));
  return call
    .services()
    .filter((resource) => maySee(call, resource.urn))
    .filter((resource) =>
      asked.every(
        ({ patterns, field }) =>
          patterns.length === 0 || patterns.some((pattern) => matchesGlob(pattern, resource[field])),
      ),
    );
}

/** Schema model `iam.AuthorizeBatchResponse`, one for each resource. */
function checkMany(call: OvhCall): readonly Item[] {
  const body = readBody(call.request);
  const actions = listAt(body, "actions", isText);
  return listAt(body, "resourceURNs", isText).map((resourceURN) => ({
    resourceURN,
    ...decisions(call, actions, resourceURN),
  }));
}

/** Schema model `iam.AuthorizeResponse`. */
function checkOne(call: OvhCall): Item {
  return decisions(call, listAt(readBody(call.request), "actions", isText), call.parameter("resourceURN"));
}

function decisions(call: OvhCall, actions: readonly string[], resourceUrn: string): Item {
  const isAuthorized = (action: string) => mayAct(call, action, resourceUrn);
  return {
    authorizedActions: actions.filter(isAuthorized),
    unauthorizedActions: actions.filter((action) => !isAuthorized(action)),
  };
}

/** The policies that carry the grants, among those that are made from an example. */
export function presentPolicies(access: OvhAccess): readonly [kind: string, items: readonly Item[]][] {
  return [["ovh.iam.policy", access.policies.map((policy) => describePolicy(policy, access))]];
}

/** Schema model `iam.policy.Response`; `details` would add names to resources and groups, which patterns have not. */
function describePolicy(policy: OvhPolicy, { accountName, bearers: { identities } }: OvhAccess): Item {
  return {
    id: policy.id,
    name: policy.name,
    description: null,
    owner: accountName,
    readOnly: false,
    identities,
    resources: policy.resources.map((urn) => ({ urn })),
    permissions: { allow: policy.actions.map((action) => ({ action })) },
    permissionsGroups: [],
    createdAt: "2025-01-06T08:00:00Z",
    updatedAt: null,
    expiredAt: policy.expiredAt,
  };
}
