import type { CheckResult } from "../../../preflight/report.ts";
import { type Sentence, sentence } from "../../../preflight/sentence.ts";
import { type Authority, unreadBecause } from "./authority.ts";
import { excessOf, secretValuesSet } from "./permissions.ts";
import type { Bearer } from "./policies.ts";

const applicationRemediation = sentence`make an IAM application with a policy of its own (docs/rights.md), and use an API key of that application`;

/** What IAM tells of the key, check by check; its expiry is told apart. Names and ids are repeated as they were read. */
export function authorityChecks(authority: Authority): readonly CheckResult[] {
  return [identityCheck(authority), bearerCheck(authority), excessCheck(authority)];
}

function identityCheck(authority: Authority): CheckResult {
  const id = "credential.identity";
  const { key, bearer } = authority;
  if (bearer !== undefined) {
    return {
      id,
      status: "pass",
      message: sentence`${named(bearer)} of organization ${{ organization: bearer.organization }}`,
    };
  }
  if (key?.bearerId === undefined) {
    return {
      id,
      status: "unknown",
      message: sentence`whose key it is is not known: ${{ reason: unreadBecause(authority) }}`,
    };
  }
  const message = sentence`${{ bearer: key.bearer ?? "" }} ${{ id: key.bearerId }}, of an organization that is not known: ${{ reason: unreadBecause(authority) }}`;
  return { id, status: "unknown", message };
}

/** A user is never called by name: it is an e-mail address. */
function named({ type, id, name, isOwner }: Bearer): Sentence {
  if (type === "user") return isOwner ? sentence`the owner, user ${{ id }}` : sentence`user ${{ id }}`;
  return name === undefined
    ? sentence`application ${{ id }}`
    : sentence`application "${{ name: name.slice(0, 60) }}" (${{ id }})`;
}

function bearerCheck(authority: Authority): CheckResult {
  const id = "credential.bearer";
  const type = authority.key?.bearer;
  if (type === undefined) {
    return {
      id,
      status: "unknown",
      message: sentence`who bears the key is not known: ${{ reason: unreadBecause(authority) }}`,
    };
  }
  if (type === "application") return { id, status: "pass", message: sentence`an application bears the key` };
  const message = sentence`a person's user bears the key: it can do all that the person can, and ends when the person leaves`;
  return { id, status: "warn", message, remediation: applicationRemediation };
}

function excessCheck(authority: Authority): CheckResult {
  const id = "credential.excess";
  const { bearer, grants } = authority;
  if (bearer?.isOwner) {
    const message = sentence`the key is the organization owner's: it can read, change and delete everything`;
    return { id, status: "warn", message, remediation: applicationRemediation };
  }
  if (grants === undefined) {
    return {
      id,
      status: "unknown",
      message: sentence`what else the key may do is not known: ${{ reason: unreadBecause(authority) }}`,
    };
  }
  const excess = [...excessOf(grants.grants)];
  if (excess.length > 0) {
    const message = sentence`the key may do more than read: ${{ sets: shortened(excess.map(([set]) => called(set))) }}`;
    return { id, status: "warn", message, remediation: narrowing(excess) };
  }
  if (!grants.isWhole) {
    const message = sentence`what else the key may do is not wholly known: there are more policies or groups than one page holds`;
    return { id, status: "unknown", message };
  }
  return {
    id,
    status: "pass",
    message: sentence`nothing beyond reading is granted, in ${{ policies: grants.policies }} ${grants.policies === 1 ? sentence`policy` : sentence`policies`}`,
  };
}

function called(set: string): string {
  return set === secretValuesSet ? `${set} (it opens the values of secrets)` : set.slice(0, 60);
}

function narrowing(excess: readonly (readonly [string, string | undefined])[]): Sentence {
  const narrower = excess.flatMap(([, enough]) => enough ?? []);
  const needless = excess.flatMap(([set, enough]) => (enough === undefined ? set : []));
  const grant = sentence`grant ${{ narrower: shortened(narrower) }} instead`;
  const take = sentence`take ${{ needless: shortened(needless) }} away`;
  if (needless.length === 0) return grant;
  return narrower.length === 0 ? take : sentence`${grant}, and ${take}`;
}

function shortened(sets: readonly string[]): readonly string[] {
  return [...new Set(sets)].map((set) => set.slice(0, 100));
}
