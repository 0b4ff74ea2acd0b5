import type { AccessRule } from "../options.ts";
import type { ConsumerKey } from "./consumer-keys.ts";
import { matchesGlob } from "./glob.ts";
import { isAuthorized, isCovered } from "./grants.ts";
import { isWithin } from "./ip-blocks.ts";
import { ovhRefusals } from "./refusals.ts";
import type { OvhCall, OvhRoute } from "./route.ts";

/** Refuses a call that the caller may not make: consumer keys have rules, bearers have IAM actions. */
export function authorize({ action, resources, needs }: OvhRoute, path: string, call: OvhCall): void {
  if (needs !== "right") return;
  const { caller, request } = call;
  if (caller.method === "account") authorizeKey(caller.key, request, path);
  else if (action !== undefined && !resources(call).some((resource) => mayAct(call, action, resource)))
    throw ovhRefusals.notAuthorized(action);
}

/** Whether the caller may do something with a resource. The owner may do everything, and consumer keys act for him. */
export function mayAct({ caller, access, timeMs }: OvhCall, action: string, resource: string): boolean {
  return caller.method === "account" || isAuthorized(access.policies, action, resource, timeMs);
}

/** Whether the caller may do anything with a resource. */
export function maySee({ caller, access, timeMs }: OvhCall, resource: string): boolean {
  return caller.method === "account" || isCovered(access.policies, resource, timeMs);
}

function authorizeKey(
  { rules, allowedIPs }: ConsumerKey,
  { method, address }: { method: string; address: string },
  path: string,
): void {
  // How OVHcloud refuses a caller from elsewhere was never seen; this is how it refuses every other call of a key.
  if (allowedIPs !== null && !isWithin(allowedIPs, address)) throw ovhRefusals.notGranted();
  if (!isGranted(rules, method, path)) throw ovhRefusals.notGranted();
}

/**
 * Whether a rule covers a call: the method is exact and the path is the whole path. Whether rules name calls of version
 * 2 with their `/v2` or without it is not documented: both are taken.
 */
function isGranted(rules: readonly AccessRule[], method: string, path: string): boolean {
  const paths = [path, path.replace(/^\/v2(?=\/)/, "")];
  return rules.some((rule) => rule.method === method && paths.some((form) => matchesGlob(rule.path, form)));
}
