import type { Credential } from "../../credentials/credential.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import {
  type Grant,
  type Granter,
  type GrantSheet,
  type GrantWish,
  type MissingRow,
  projectsOfRows,
} from "../../preflight/grant.ts";
import { defaultEndpoint, type EndpointName, endpointNames, realmOf, tokenPage } from "./endpoints.ts";
import { neededRules, readsProjects } from "./needed-rules.ts";
import { exposesCredentials, parseRule } from "./preflight/access-rules.ts";

/** OVHcloud's forms of a grant: rules of a consumer key, and an IAM policy. */
export const ovhGranter: Granter = {
  forms: ["rules", "link", "body", "policy"],
  isProjectId: (text) => /^[0-9a-f]{32}$/.test(text),
  grant: (wish) => (wish.missing === undefined ? everything(wish) : onlyMissing(wish, wish.missing)),
};

/** The credential whose rights are rules; those of the others are policies. */
const keyKind = "ovh-application" satisfies Credential["kind"];

/** The body of `POST /auth/credential` (schema model `auth.ApiCredentialRequestParams`). */
export interface KeyRequestBody {
  readonly accessRules: readonly { readonly method: string; readonly path: string }[];
  readonly allowedIPs?: readonly string[];
}

/** @param addresses blocks from which alone the key may be used; none for any. */
export function keyRequestBody(rules: readonly string[], addresses: readonly string[] = []): KeyRequestBody {
  const accessRules = rules.map(parseRule);
  return addresses.length === 0 ? { accessRules } : { accessRules, allowedIPs: addresses };
}

function everything(wish: GrantWish): GrantSheet {
  const { credential } = wish;
  const isOfKey = credential === undefined || credential === keyKind;
  const keyForms = isOfKey ? ofConsumerKey(wish) : { grants: [], notes: [] };
  const hasPolicies = credential !== keyKind && hasIam(wish);
  const policyForms = hasPolicies ? [policyOf(wish, allowedActions(wish), wish.projects)] : [];
  return { grants: [...keyForms.grants, ...policyForms], notes: keyForms.notes };
}

/** Policies add up. The rules of a consumer key cannot be changed (schema model `auth.ApiCredential`: read-only). */
function onlyMissing(wish: GrantWish, rows: readonly MissingRow[]): GrantSheet {
  const missing = [...new Set(rows.flatMap((row) => row.missing))];
  const hasRules = wish.credential === undefined || wish.credential === keyKind;
  const named = missing.filter((right) => right.includes(":apiovh:"));
  const actions = hasRules ? named : [...new Set([...named, ...unnamedActions(wish, rows)])];
  if (actions.length > 0) {
    return { grants: [policyOf(wish, actions, projectsOfRows(rows))], notes: [] };
  }
  if (!hasRules) return everything(wish);
  const { grants, notes } = ofConsumerKey(wish);
  const why = `missing: ${missing.join(", ")}; rules cannot be added to a consumer key, so this is the whole set, for a new key`;
  return { grants, notes: [why, ...notes] };
}

/** The actions of kinds of which a row does not name what is missing. */
function unnamedActions(wish: GrantWish, rows: readonly MissingRow[]): readonly string[] {
  const unnamed = new Set(rows.filter((row) => row.missing.length === 0).map(({ kind }) => kind));
  const kinds = wish.kinds.filter(({ id }) => unnamed.has(id));
  return allowedActions({ ...wish, kinds, narrow: true, withPreflight: false });
}

function ofConsumerKey(wish: GrantWish): GrantSheet {
  const rules = neededRules(wish);
  const page = tokenPage(endpointOf(wish));
  const grants: readonly Grant[] = [
    { form: "rules", title: "Access rules of a consumer key", format: "lines", text: rules.join("\n") },
    {
      form: "link",
      title:
        "Page that makes all three keys, filled in; it wants the account's id (xx12345-ovh), not an e-mail address",
      format: "link",
      text: `${page}?${rules.map((rule) => rule.replace(" ", "=")).join("&")}`,
    },
    { form: "body", title: "Body of POST /auth/credential", format: "json", text: json(keyRequestBody(rules)) },
  ];
  return { grants, notes: ruleNotes(wish, rules) };
}

/** What to know before the rules of a consumer key are granted; one sentence each. */
export function ruleNotes(
  { kinds, projects, narrow, endpoint }: Omit<GrantWish, "withPreflight">,
  rules: readonly string[],
): readonly string[] {
  const exposes = rules.some((rule) => exposesCredentials(parseRule(rule), "any"));
  const isForced = narrow && exposes && kinds.some(readsProjects);
  return [
    ...(isForced
      ? [
          "a project's detail needs its id in the rule, because * crosses slashes and GET /cloud/project/* covers everything below; name the ids with --project, or leave ovh.cloud.project out",
        ]
      : []),
    ...(exposes && !isForced
      ? [
          "a rule for everything below a project also reads S3 credentials and database users; a narrow grant (--narrow) asks for less",
        ]
      : []),
    ...(projects.length > 0
      ? [`the list of projects is not granted, so the config must say project_ids = ${projects.join(",")}`]
      : []),
    ...(endpoint !== undefined && !endpoint.startsWith("ovh-")
      ? [`${endpoint} does not serve every product: what it lacks is refused whatever the rules are`]
      : []),
  ];
}

const policyRead = "account:apiovh:iam/policy/get";
const projectRead = "publicCloudProject:apiovh:get";

function allowedActions({ kinds, narrow, withPreflight }: GrantWish): readonly string[] {
  const ofKinds = kinds.flatMap(({ rights }) => rights["actions"] ?? []);
  // Whether `*/get` covers the root action is documented nowhere, so both are named.
  const broad = typesOf(ofKinds).flatMap((type) => [`${type}:apiovh:get`, `${type}:apiovh:*/get`]);
  // An identity sees the projects that it may read: without this action every list below them is out of sight.
  const chosen = narrow ? [...(kinds.some(isInProject) ? [projectRead] : []), ...ofKinds] : broad;
  return [...new Set([...chosen, ...(withPreflight ? [policyRead] : [])])];
}

function isInProject({ rights }: KindSummary): boolean {
  return (rights["actions"] ?? []).some((action) => action.startsWith("publicCloudProject:"));
}

/** The body of `POST /v2/iam/policy` (schema model `iam.policy.Response`, without what the server writes). */
function policyOf(wish: GrantWish, actions: readonly string[], projects: readonly string[]): Grant {
  const realm = realmOf(endpointOf(wish));
  const isOfUser = wish.credential === "ovh-access-token";
  const identity = isOfUser ? "user:ACCOUNT/USER" : "credential:ACCOUNT/oauth2-CLIENT_ID";
  const resourcesOf = (type: string): readonly string[] =>
    (type === "publicCloudProject" && projects.length > 0 ? projects : ["*"]).map(
      (id) => `urn:v1:${realm}:resource:${type}:${id}`,
    );
  const policy = {
    name: wish.missing === undefined ? "cloud-inventory" : "cloud-inventory-missing",
    identities: [`urn:v1:${realm}:identity:${identity}`],
    resources: typesOf(actions)
      .flatMap(resourcesOf)
      .map((urn) => ({ urn })),
    permissions: { allow: actions.map((action) => ({ action })) },
  };
  return {
    form: "policy",
    title: `Body of POST /v2/iam/policy, with your own ACCOUNT and ${isOfUser ? "USER" : "CLIENT_ID"}`,
    format: "json",
    text: json(policy),
  };
}

function typesOf(actions: readonly string[]): readonly string[] {
  return [...new Set(actions.map((action) => action.split(":")[0] ?? ""))];
}

/** Service accounts exist at the three endpoints of OVHcloud itself alone (ovh/go-ovh, ovh.go: the token URLs). */
function hasIam(wish: GrantWish): boolean {
  return endpointOf(wish).startsWith("ovh-");
}

function endpointOf({ endpoint = defaultEndpoint }: GrantWish): EndpointName {
  const known = endpointNames.find((name) => name === endpoint);
  if (known !== undefined) return known;
  throw new InventoryError("INVALID_CONFIG", `endpoint must be one of ${endpointNames.join(", ")}`);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
