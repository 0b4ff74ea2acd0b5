import type { Item } from "../lists.ts";
import type { AccessRule } from "../options.ts";
import { identityUrn } from "./account.ts";
import { isText, listAt, readBody } from "./body.ts";
import type { ConsumerKey } from "./consumer-keys.ts";
import { isIpBlock } from "./ip-blocks.ts";
import { ovhRefusals } from "./refusals.ts";
import type { OvhCall, OvhRoute } from "./route.ts";

/** What a credential may always ask about itself, and how an application asks for a new one. */
export const authRoutes: readonly OvhRoute[] = [
  row("GET", "/auth/time", "nothing", ({ timeMs }) => Math.floor(timeMs / 1000)),
  row("GET", "/auth/currentCredential", "key", currentCredential),
  row("GET", "/auth/details", "credential", details),
  row("POST", "/auth/credential", "application", requestKey),
  row("POST", "/auth/logout", "credential", logOut),
];

function row(method: OvhRoute["method"], path: string, needs: OvhRoute["needs"], answer: OvhRoute["answer"]): OvhRoute {
  return { method, path, needs, answer, action: undefined, resources: () => [], isPaged: false };
}

/** Bearers have no consumer key to describe; that they are refused like this is a guess. */
function currentCredential({ caller, access }: OvhCall): Item {
  const key = caller.method === "account" ? access.keys.poll(caller.key.consumerKey) : undefined;
  if (key === undefined) throw ovhRefusals.noConsumerKey();
  return describeKey(key);
}

/** A consumer key without the key itself (schema model `auth.ApiCredential`). */
export function describeKey(key: ConsumerKey): Item {
  const { credentialId, applicationId, status, expiration, rules, allowedIPs, lastUseMs } = key;
  return {
    credentialId,
    applicationId,
    status,
    creation: "2025-01-06T09:00:00+01:00",
    expiration,
    // To the day, so that two answers of one key are the same.
    lastUse: lastUseMs === null ? null : `${new Date(lastUseMs).toISOString().slice(0, 10)}T00:00:00Z`,
    rules,
    allowedIPs,
    ovhSupport: false,
  };
}

/** Who calls (schema model `auth.Details`). Routes are not what limits a bearer. */
function details({ caller, access: { accountName } }: OvhCall): Item {
  if (caller.method === "none") throw ovhRefusals.noCredential();
  const own =
    caller.method === "account"
      ? { allowedRoutes: caller.key.rules, identities: [identityUrn(accountName, "account")], user: null }
      : { allowedRoutes: null, identities: [caller.identity], user: caller.user };
  return { account: accountName, description: null, method: caller.method, roles: null, ...own };
}

/** What a bearer's session comes to is documented nowhere: only keys are ended here. */
function logOut({ caller, access }: OvhCall): null {
  if (caller.method !== "account") throw ovhRefusals.noConsumerKey();
  access.keys.revoke(caller.key.consumerKey);
  return null;
}

/** A new consumer key, of no use before the customer opens the link (schema model `auth.ApiCredentialRequest`). */
function requestKey({ request, access }: OvhCall): Item {
  const body = readBody(request);
  const rules = listAt(body, "accessRules", isRule);
  const allowedIPs = body["allowedIPs"] == null ? null : listAt(body, "allowedIPs", isIpBlock);
  const { consumerKey, status, credentialId } = access.keys.request({ rules, allowedIPs });
  const validationUrl = `https://www.ovh.example/auth/?credentialToken=${credentialId}`;
  return { consumerKey, state: status, validationUrl };
}

const methods = ["DELETE", "GET", "PATCH", "POST", "PUT"];

function isRule(value: unknown): value is AccessRule {
  if (typeof value !== "object" || value === null) return false;
  const { method, path } = value as Partial<Record<keyof AccessRule, unknown>>;
  return methods.includes(String(method)) && isText(path) && path.startsWith("/");
}
