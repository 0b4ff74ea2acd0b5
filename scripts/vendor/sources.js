// Where the sources of vendor/*.json lie: beside the repository, not in it.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const shared = new URL("../../../shared/", import.meta.url);
const reference = new URL("reference/", shared);
const schemas = new URL("ovhcloud-schema/", shared);
const recordings = new URL("scaleway-recordings/", shared);

export const hasShared = [reference, schemas, recordings].every((folder) => existsSync(folder));

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
const jsonFilesOf = (folder) => readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("_"));

/** The table of kinds of a cloud: the routes that a row can ask for. */
export const readKinds = (cloud) => readJson(new URL(`${cloud}-kinds.json`, reference));

/** The official schema files of one version ("v1", "v2"), by file name. */
export function readSchemas(version) {
  const folder = new URL(`${version}/`, schemas);
  return Object.fromEntries(
    jsonFilesOf(folder)
      .sort()
      .map((name) => [name, readJson(new URL(name, folder))]),
  );
}

/** Recorded lists, each with its path; and recorded single items, each with the kind that they are of. */
export function readRecordings() {
  const read = (folder) => jsonFilesOf(folder).map((name) => readJson(new URL(name, folder)));
  return { lists: read(recordings), details: read(new URL("details/", recordings)) };
}
