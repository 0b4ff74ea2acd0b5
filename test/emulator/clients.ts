import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { Emulator } from "../../src/emulator/index.ts";

/** An emulator, or one account of many behind one. */
export type Asked = Pick<Emulator, "url" | "credentials" | "environment">;

/** What a signed request says, wherever a test wants something else than what is right. */
interface Signed {
  method?: string;
  body?: unknown;
  timestamp?: string;
  secret?: string;
  url?: string;
  application?: string | undefined;
  consumer?: string | undefined;
  headers?: Record<string, string>;
}

/** Signs as OVHcloud's documentation says, apart from whatever a test wants to be wrong. */
export function askOvh(emulator: Asked, path: string, wrong: Signed = {}) {
  const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
  const url = emulator.url + (path.startsWith("/v2/") ? path : `/1.0${path}`);
  const { method = "GET", timestamp = String(Math.floor(Date.now() / 1000)), secret = application_secret } = wrong;
  const body = wrong.body === undefined ? "" : JSON.stringify(wrong.body);
  const consumer = "consumer" in wrong ? wrong.consumer : consumer_key;
  const application = "application" in wrong ? wrong.application : application_key;
  const signed = [secret, consumer, method, wrong.url ?? url, body, timestamp].join("+");
  const headers = new Headers({ ...wrong.headers, "X-Ovh-Timestamp": timestamp });
  headers.set("X-Ovh-Signature", `$1$${createHash("sha1").update(signed).digest("hex")}`);
  if (application !== undefined) headers.set("X-Ovh-Application", application);
  if (consumer !== undefined) headers.set("X-Ovh-Consumer", consumer);
  return fetch(url, { method, headers, ...(body === "" ? {} : { body }) });
}

/** Asks with a bearer token; with a body it is a POST. */
export function askOvhAs(emulator: Asked, token: string, path: string, body?: unknown, headers = {}) {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  return fetch(emulator.url + path, { ...init, headers: { ...headers, Authorization: `Bearer ${token}` } });
}

/** Asks the token endpoint, with what the service account needs unless told otherwise. */
export function askToken(emulator: Asked, wrong: Record<string, string | undefined> = {}) {
  const { client_id, client_secret } = emulator.credentials.ovhServiceAccount;
  const form = { grant_type: "client_credentials", client_id, client_secret, scope: "all", ...wrong };
  const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return fetch(`${emulator.url}/auth/oauth2/token`, { method: "POST", body: new URLSearchParams(given) });
}

/** A token of the service account. */
export async function tokenOf(emulator: Asked): Promise<string> {
  return (await jsonOf<{ access_token: string }>(askToken(emulator))).access_token;
}

export function askScaleway(emulator: Asked, path: string, token = emulator.environment["SCW_SECRET_KEY"] ?? "") {
  return fetch(emulator.url + path, { headers: { "X-Auth-Token": token } });
}

/** ListBuckets, signed by a library that knows nothing of the emulator. */
export async function askBuckets(
  emulator: Asked,
  { region = "fr-par", project = "", secret = emulator.environment["SCW_SECRET_KEY"] ?? "", query = "" } = {},
) {
  const accessKey = emulator.environment["SCW_ACCESS_KEY"] ?? "";
  const accessKeyId = project === "" ? accessKey : `${accessKey}@${project}`;
  const client = new AwsClient({ accessKeyId, secretAccessKey: secret, region, service: "s3" });
  return fetch(await client.sign(`${emulator.url}/${query}`));
}

/** The answer's JSON, in the form that the test expects of it. */
export async function jsonOf<Body>(answer: Response | Promise<Response>): Promise<Body> {
  return (await (await answer).json()) as Body;
}

/** A page of one of Scaleway's lists. */
export interface Page {
  [listKey: string]: { id: string; [field: string]: unknown }[];
}
