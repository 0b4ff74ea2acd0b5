import type { Check } from "../../../preflight/report.ts";
import { type Authority, unreadBecause } from "./authority.ts";
import { excessOf, secretValuesSet } from "./permissions.ts";
import type { Bearer } from "./policies.ts";

const applicationRemediation =
  "make an IAM application with a policy of its own, and use an API key of that application (`cloud-inventory rights` prints the policy)";

/** What IAM tells of the key, check by check; its expiry is told apart. Names and ids are repeated as they were read. */
export function authorityChecks(authority: Authority): readonly Check[] {
  return [identityCheck(authority), bearerCheck(authority), excessCheck(authority)];
}

function identityCheck(authority: Authority): Check {
  const id = "credential.identity";
  const { key, bearer } = authority;
  if (bearer !== undefined) {
    return {
      id,
      status: "pass",
      message: `${named(bearer)} of organization ${bearer.organization}`,
    };
  }
  if (key?.bearerId === undefined) {
    return { id, status: "unknown", message: `whose key it is is not known: ${unreadBecause(authority)}` };
  }
  const message = `${key.bearer} ${key.bearerId}, of an organization that is not known: ${unreadBecause(authority)}`;
  return { id, status: "unknown", message };
}

/** A user is never called by name: it is an e-mail address. */
function named({ type, id, name, isOwner }: Bearer): string {
  if (type === "user") return `${isOwner ? "the owner, " : ""}user ${id}`;
  return name === undefined ? `application ${id}` : `application "${name.slice(0, 60)}" (${id})`;
}

function bearerCheck(authority: Authority): Check {
  const id = "credential.bearer";
  const type = authority.key?.bearer;
  if (type === undefined) {
    return { id, status: "unknown", message: `who bears the key is not known: ${unreadBecause(authority)}` };
  }
  if (type === "application") return { id, status: "pass", message: "an application bears the key" };
  const message = "a person's user bears the key: it can do all that the person can, and ends when the person leaves";
  return { id, status: "warn", message, remediation: applicationRemediation };
}

function excessCheck(authority: Authority): Check {
  const id = "credential.excess";
  const { bearer, grants } = authority;
  if (bearer?.isOwner) {
    const message = "the key is the organization owner's: it can read, change and delete everything";
    return { id, status: "warn", message, remediation: applicationRemediation };
  }
  if (grants === undefined) {
    return { id, status: "unknown", message: `what else the key may do is not known: ${unreadBecause(authority)}` };
  }
  const excess = [...excessOf(grants.grants)];
  if (excess.length > 0) {
    const message = `the key may do more than read: ${listedSets(excess.map(([set]) => called(set)))}`;
    return { id, status: "warn", message, remediation: narrowing(excess) };
  }
  if (!grants.isWhole) {
    const message =
      "what else the key may do is not wholly known: there are more policies or groups than one page holds";
    return { id, status: "unknown", message };
  }
  return {
    id,
    status: "pass",
    message: `nothing beyond reading is granted, in ${grants.policies} ${grants.policies === 1 ? "policy" : "policies"}`,
  };
}

function called(set: string): string {
  return set === secretValuesSet ? `${set} (it opens the values of secrets)` : set.slice(0, 60);
}

function narrowing(excess: readonly (readonly [string, string | undefined])[]): string {
  const narrower = excess.flatMap(([, enough]) => enough ?? []);
  const needless = excess.flatMap(([set, enough]) => (enough === undefined ? set : []));
  return [
    ...(narrower.length > 0 ? [`grant ${listedSets(narrower)} instead`] : []),
    ...(needless.length > 0 ? [`take ${listedSets(needless)} away`] : []),
  ].join(", and ");
}

function listedSets(sets: readonly string[]): string {
  return [...new Set(sets)].map((set) => set.slice(0, 100)).join(", ");
}
