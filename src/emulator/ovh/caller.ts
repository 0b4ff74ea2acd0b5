import { type EmulatedRequest, headerOf } from "../answer.ts";
import type { OvhAccess } from "./access.ts";
import type { OvhBearer } from "./bearers.ts";
import type { ConsumerKey } from "./consumer-keys.ts";
import { ovhRefusals } from "./refusals.ts";
import { consumerKeyOf, verifyApplication, verifySignature } from "./signature.ts";

/**
 * What the caller of a route has to bring: nothing, the application's key alone, a consumer key in whatever state, a
 * credential in force, or also the right to this call. `/auth/*` is granted to every credential.
 */
export type OvhNeed = "nothing" | "application" | "key" | "credential" | "right";

/** Who makes a call. An application acts for the owner of the account, as far as its consumer key goes. */
export type OvhCaller =
  | { readonly method: "none" }
  | { readonly method: "account"; readonly key: ConsumerKey }
  | OvhBearer;

/** The server's side of a signature. */
export interface OvhServer {
  readonly origin: string;
  readonly timeMs: number;
}

/**
 * Finds out who calls, as far as a route wants to know, and refuses who cannot prove it. An application that waits for
 * the customer asks its key what became of it (https://github.com/UrielCh/ovh-api does): pending keys answer that.
 * Whether keys that were refused, or not approved in time, answer it too was never seen; here they do.
 */
export function callerOf(request: EmulatedRequest, needs: OvhNeed, access: OvhAccess, server: OvhServer): OvhCaller {
  if (needs === "nothing") return { method: "none" };
  const token = /^Bearer (.+)$/i.exec(headerOf(request, "authorization") ?? "")?.[1];
  if (token !== undefined && needs !== "application") return bearerOf(token, access, server);
  verifyApplication(request, access);
  if (needs === "application") return { method: "none" };
  const key = consumerKeyOf(request, access);
  const tellsItsFate = needs === "key" && key.status !== "validated";
  if (!tellsItsFate && !isUsable(key, server.timeMs)) throw ovhRefusals.unusableConsumerKey();
  const { applicationSecret } = access.application;
  verifySignature(request, { applicationSecret, consumerKey: key.consumerKey }, server);
  access.keys.use(key.consumerKey, server.timeMs);
  return { method: "account", key };
}

function bearerOf(token: string, { bearers }: OvhAccess, { timeMs }: OvhServer): OvhBearer {
  const bearer = bearers.bearerOf(token, timeMs);
  if (bearer === undefined) throw ovhRefusals.noCredential();
  return bearer;
}

function isUsable({ status, expiration }: ConsumerKey, timeMs: number): boolean {
  return status === "validated" && (expiration === null || Date.parse(expiration) > timeMs);
}
