import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Item } from "../lists.ts";

/** One recorded answer. */
export interface RecordedResponse {
  readonly url: string;
  readonly host: string;
  readonly body: unknown;
}

/** The recorded answers of one list. */
export interface Recording {
  /** The path with its parameters in braces. */
  readonly path: string;
  readonly responses: readonly RecordedResponse[];
}

/** Reads the recordings of a directory, in the order of their names; files of another form are left out. */
export function readRecordings(directory: string): readonly Recording[] {
  const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
  return files.toSorted().flatMap((name) => recordingOf(JSON.parse(readFileSync(join(directory, name), "utf8"))));
}

function recordingOf(value: unknown): Recording[] {
  if (!isObject(value) || typeof value["path"] !== "string" || !Array.isArray(value["responses"])) return [];
  const responses = value["responses"].filter(isObject).flatMap((response) => {
    const { url, host, status, body } = response;
    if (typeof url !== "string" || status !== 200) return [];
    return [{ url: latest(url), host: typeof host === "string" ? host : "", body }];
  });
  return [{ path: latest(value["path"]), responses }];
}

/** The account API was recorded in version 2, whose answers are those of version 3 without two fields. */
function latest(path: string): string {
  return path.replace(/^\/account\/v2\//, "/account/v3/");
}

/** Whether a value is an object, as opposed to a list or nothing. */
export function isObject(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
