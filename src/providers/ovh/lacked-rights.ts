import type { Credential } from "../../credentials/credential.ts";
import type { Send } from "../../http/request.ts";
import type { InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { Scope } from "../../inventory/scope.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { namesAction } from "./errors.ts";
import { type AccessRule, parseRule } from "./preflight/access-rules.ts";
import { type Authority, ruleAuthority } from "./preflight/authority.ts";
import { coverageOf, type Surroundings } from "./preflight/coverage.ts";

/** The rules that a consumer key carries; undefined where they could not be read, or the credential has none. */
export type ReadRules = (context: ReadContext) => Promise<readonly AccessRule[] | undefined>;

/** Asks a consumer key for its rules, which takes no rule (`GET /auth/currentCredential`; schema of `/auth`). */
export function createRuleReader(credential: Credential, send: Send): ReadRules {
  return async (context) => {
    if (credential.kind !== "ovh-application") return undefined;
    const report = await credential.inspect(send, context).catch(() => undefined);
    return report?.rights?.map(parseRule);
  };
}

/** Matches the rules of a key for the projects that a run knows: once, and anew when it knows more. */
export function createRuleMatcher(): (rules: readonly AccessRule[], projects: readonly string[]) => Authority {
  let last: { readonly projects: number; readonly authority: Authority } | undefined;
  return (rules, projects) => {
    if (last?.projects !== projects.length) {
      last = { projects: projects.length, authority: ruleAuthority(rules, projects) };
    }
    return last.authority;
  };
}

export interface Denial {
  readonly kind: ListedKind;
  readonly scope: Scope;
  readonly error: InventoryError;
  /** The kind of the credential. */
  readonly credential: Credential["kind"];
  /** The rules of a consumer key, matched; undefined where they are not known. */
  readonly authority: Authority | undefined;
  /** The projects that the run knows. */
  readonly projects: readonly string[];
  /** Whether the config names them. */
  readonly configured: boolean;
}

/**
 * The rights that are missing where a kind was denied. Of a consumer key: what a preflight says of the same place, by the key's own
 * rules. Of a bearer: nothing more where the refusal names its IAM action, and nothing where it does not speak of rights.
 */
export function lackedRightsOf(denial: Denial): readonly string[] | undefined {
  const { kind, scope, error, credential, authority, projects, configured } = denial;
  const isUnlisted = isBelowUnlisted(kind, scope);
  if (credential !== "ovh-application") {
    return error.lacksRight && !namesAction(error) && !isUnlisted ? (kind.rights["actions"] ?? []) : [];
  }
  if (authority === undefined) return isUnlisted ? [] : undefined;
  const surroundings: Surroundings = {
    isRefusedHere: false,
    configured,
    projects,
    errorOf: () => undefined,
    hasExpired: () => false,
    lookAt: () => undefined,
  };
  const entry = { kinds: [kind], scope, ...(isUnlisted ? { error } : {}) };
  const [row] = coverageOf([entry], surroundings, authority);
  return row?.missing ?? [];
}

/** Whether the places where a kind is listed could not be found out, so that its own list was never asked for. */
function isBelowUnlisted({ locality }: ListedKind, { project, locality: place }: Scope): boolean {
  if (locality === "region") return place === undefined;
  return locality === "project" && project === undefined;
}
