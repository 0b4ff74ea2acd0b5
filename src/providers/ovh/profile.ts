import { join } from "node:path";
import { parse } from "ini";
import type { Profile, ProfileReader } from "../../credentials/sources.ts";
import { isRecord } from "../../http/answer.ts";

const keys = [
  "application_key",
  "application_secret",
  "consumer_key",
  "client_id",
  "client_secret",
  "access_token",
] as const;

/**
 * `ovh.conf`: an INI file whose `[default]` section names the endpoint, and whose section of that name holds the keys. The
 * nearest file wins.
 */
export const readOvhProfile: ProfileReader = ({ home, readText }) => {
  for (const path of ["ovh.conf", join(home, ".ovh.conf"), "/etc/ovh.conf"]) {
    const text = readText(path);
    if (text !== undefined) return profileOf(parse(text), path);
  }
  return undefined;
};

function profileOf(document: Readonly<Record<string, unknown>>, path: string): Profile {
  const endpoint = stringsOf(document["default"])["endpoint"];
  // Without a default endpoint the keys are still a credential: the config then says that its endpoint is missing.
  const sections = endpoint === undefined ? Object.values(document) : [document[endpoint]];
  const section = sections.map(stringsOf).find((values) => keys.some((key) => key in values)) ?? {};
  const values = Object.fromEntries(keys.flatMap((key) => (section[key] === undefined ? [] : [[key, section[key]]])));
  return { path, values: endpoint === undefined ? values : { endpoint, ...values }, notices: [] };
}

function stringsOf(section: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(section) ? Object.entries(section) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
