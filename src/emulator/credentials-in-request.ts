import type { IncomingHttpHeaders } from "node:http";
import { readAuthorization } from "./object-storage/signature.ts";

/**
 * The names of the keys, and the tokens, that a request comes with, in whatever way one of the clouds takes them. Whether they open
 * anything is for the cloud to say.
 */
export function credentialsIn(headers: IncomingHttpHeaders, body: string): readonly string[] {
  const { authorization } = headers;
  const named = [
    headers["x-ovh-application"],
    /^Bearer (.+)$/i.exec(authorization ?? "")?.[1],
    headers["x-auth-token"],
    readAuthorization(authorization)?.accessKey,
    ...namedInBody(headers["content-type"] ?? "", body),
  ];
  return named.filter((credential) => typeof credential === "string");
}

/** Who logs in names the key in the body: OVHcloud's service account in a form, the Data Platform's in JSON. */
function namedInBody(type: string, body: string): readonly unknown[] {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return [new URLSearchParams(body).get("client_id")];
  try {
    return [Object(JSON.parse(body))["apikey"]];
  } catch {
    return [];
  }
}
