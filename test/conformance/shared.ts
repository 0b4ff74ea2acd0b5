import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ListedKind } from "../../src/listing/kind.ts";
import { listPathOf } from "../rows.ts";

const root = new URL("../../../shared/", import.meta.url);

/** The folder of recorded Scaleway answers and of OVHcloud's official schema, beside the project where it is at hand. */
export const recordings = new URL("scaleway-recordings/", root);
const schemas = new URL("ovhcloud-schema/", root);

export const hasShared = existsSync(recordings) && existsSync(schemas);

/** Why a suite does not run; the recordings are not part of this repository. */
export const skipReason =
  "needs ../shared (recorded answers and the official schema), which is not part of the repository";

export interface RecordedAnswer {
  /** What was asked; of a creation, a change or a deletion, what was called. */
  readonly url: string;
  readonly status: number;
  readonly body: unknown;
}

export interface Recording {
  readonly path: string;
  readonly responses: readonly RecordedAnswer[];
}

export interface RecordedDetails extends Recording {
  /** The kind whose items they are. */
  readonly kind: string;
}

/** Every recorded list, by the path that it was recorded for. */
export function readRecordings(): readonly Recording[] {
  return readFolder(recordings);
}

/** Every answer about a single item, one entry a kind and path; none in a folder of recordings that has lists alone. */
export function readRecordedDetails(): readonly RecordedDetails[] {
  const details = new URL("details/", recordings);
  return existsSync(details) ? readFolder(details) : [];
}

function readFolder<Content>(folder: URL): readonly Content[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("_"));
  return files.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

// Projects are recorded as a list of version 2 and read one by one from version 3; the object is the same.
/** The path that a kind's list was recorded for. */
export function recordedPath(kind: ListedKind): string {
  if (kind.id === "scaleway.account.project") return "/account/v2/projects";
  return listPathOf(kind)
    .replace("{locality}", kind.locality === "zone" ? "{zone}" : "{region}")
    .replace(/\{(?!zone|region)\w+\}/g, "{id}");
}

/** The field of a recorded list that holds its items. */
export function listKeyOf(kind: ListedKind): string {
  return kind.list.listKey ?? "projects";
}

export interface Property {
  readonly type: string;
  readonly canBeNull: boolean;
}

export interface OvhSchema {
  readonly apis: readonly {
    readonly path: string;
    readonly operations: readonly {
      readonly httpMethod: string;
      readonly responseType: string;
      readonly iamActions?: readonly { readonly name: string; readonly required?: boolean }[];
      readonly parameters: readonly { readonly name: string; readonly paramType: string }[];
    }[];
  }[];
  readonly models: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, Property>>; readonly enum?: readonly string[] }>
  >;
}

/** Every file of the schema of both versions; paths of version 2 begin with `/v2`, as rows write them. */
export function readOvhSchemas(): readonly OvhSchema[] {
  return ["v1", "v2"].flatMap((version) => {
    const folder = new URL(`${version}/`, schemas);
    return readdirSync(folder).map((name): OvhSchema => {
      const schema: OvhSchema = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
      const prefix = version === "v2" ? "/v2" : "";
      return { ...schema, apis: schema.apis.map((api) => ({ ...api, path: `${prefix}${api.path}` })) };
    });
  });
}
