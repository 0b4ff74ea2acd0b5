import { existsSync, readdirSync, readFileSync } from "node:fs";

const root = new URL("../../../shared/", import.meta.url);

/** The folder of recorded Scaleway answers and of OVHcloud's official schema, beside the project where it is at hand. */
export const recordings = new URL("scaleway-recordings/", root);
const schemas = new URL("ovhcloud-schema/v1/", root);

export const hasShared = existsSync(recordings) && existsSync(schemas);

/** Why a suite does not run; the recordings are not part of this repository. */
export const skipReason =
  "needs ../shared (recorded answers and the official schema), which is not part of the repository";

export interface RecordedAnswer {
  readonly url: string;
  readonly status: number;
  readonly body: unknown;
}

export interface Recording {
  readonly path: string;
  readonly responses: readonly RecordedAnswer[];
}

/** Every recorded list, by the path that it was recorded for. */
export function readRecordings(): readonly Recording[] {
  const files = readdirSync(recordings).filter((name) => name.endsWith(".json") && !name.startsWith("_"));
  return files.map((name) => JSON.parse(readFileSync(new URL(name, recordings), "utf8")));
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
      readonly iamActions?: readonly { readonly name: string }[];
      readonly parameters: readonly { readonly name: string; readonly paramType: string }[];
    }[];
  }[];
  readonly models: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, Property>>; readonly enum?: readonly string[] }>
  >;
}

export function readOvhSchema(name: string): OvhSchema {
  return JSON.parse(readFileSync(new URL(`${name}.json`, schemas), "utf8"));
}
