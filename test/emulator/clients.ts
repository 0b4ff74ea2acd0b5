import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { Emulator } from "../../src/emulator/index.ts";

/** Signs as OVHcloud's documentation says, apart from whatever a test wants to be wrong. */
export function askOvh(emulator: Emulator, path: string, wrong: Record<string, string | undefined> = {}) {
  const { environment } = emulator;
  const url = `${emulator.url}/1.0${path}`;
  const timestamp = wrong["timestamp"] ?? String(Math.floor(Date.now() / 1000));
  const secret = wrong["secret"] ?? environment["OVH_APPLICATION_SECRET"];
  const consumer = "consumer" in wrong ? wrong["consumer"] : environment["OVH_CONSUMER_KEY"];
  const application = "application" in wrong ? wrong["application"] : environment["OVH_APPLICATION_KEY"];
  const signed = [secret, consumer, "GET", wrong["url"] ?? url, "", timestamp].join("+");
  const headers = new Headers({ "X-Ovh-Timestamp": timestamp });
  headers.set("X-Ovh-Signature", `$1$${createHash("sha1").update(signed).digest("hex")}`);
  if (application !== undefined) headers.set("X-Ovh-Application", application);
  if (consumer !== undefined) headers.set("X-Ovh-Consumer", consumer);
  return fetch(url, { headers });
}

export function askScaleway(emulator: Emulator, path: string, token = emulator.environment["SCW_SECRET_KEY"] ?? "") {
  return fetch(emulator.url + path, { headers: { "X-Auth-Token": token } });
}

/** ListBuckets, signed by a library that knows nothing of the emulator. */
export async function askBuckets(
  emulator: Emulator,
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
