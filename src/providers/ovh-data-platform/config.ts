import * as z from "zod";
import { commonKeys } from "../../config/common-keys.ts";
import type { SourceMap } from "../../credentials/sources.ts";

const dayOrMoment = new RegExp(`${z.regexes.date.source}|${z.regexes.datetime({ offset: true }).source}`);

/** The documented characters of both keys (ovh/docs, data_platform/technical/api-reference/iam). */
function key(name: string) {
  return z
    .string()
    .regex(/^[A-Za-z0-9-]{8,256}$/, "must be 8 to 256 letters, digits and hyphens")
    .describe(`${name} key of a user or service account.`)
    .meta({ secret: true });
}

/** Settings of the Data Platform inventory: one project, and a key of one of its users or service accounts. */
export const DataPlatformConfig = z
  .object({
    project_subdomain: z
      .string()
      .regex(
        /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
        "must be the first part of the project's address alone: small letters, digits and hyphens, no dot and no slash",
      )
      .meta({ examples: ["my-project"] })
      .describe("First part of the project's address, before .eu.dataplatform.ovh.net."),
    api_key: key("API"),
    secret_key: key("Secret"),
    key_expires_at: z
      .string()
      .regex(dayOrMoment, "must be a date such as 2026-12-31, or a date and time such as 2026-12-31T08:00:00Z")
      .meta({ examples: ["2026-12-31"] })
      .optional()
      .transform(momentOf)
      .describe("When the key ends, as chosen when it was made: the platform does not tell."),
    ...commonKeys,
  })
  .check((context) => {
    const { api_key, secret_key } = context.value;
    if (api_key !== secret_key) return;
    const message = "is the same as secret_key: one was pasted twice";
    context.issues.push({ code: "custom", path: ["api_key"], message, input: undefined });
  });
export type DataPlatformConfig = z.infer<typeof DataPlatformConfig>;

/** The one kind of credential. */
export const dataPlatformFamilies = [
  { kind: "ovh-data-platform-api-key", title: "API key of a user or service account", keys: ["api_key", "secret_key"] },
] as const;

/** Where a standalone run finds the same keys. The vendor names no variables and has no profile: these names are ours. */
export const dataPlatformSources: SourceMap = {
  families: dataPlatformFamilies.map(({ keys }) => keys),
  environment: {
    project_subdomain: "OVH_DATA_PLATFORM_SUBDOMAIN",
    api_key: "OVH_DATA_PLATFORM_API_KEY",
    secret_key: "OVH_DATA_PLATFORM_SECRET_KEY",
  },
  bound: ["project_subdomain"],
  optional: [],
  ignoredEnvironment: [],
};

/** A day without a time counts from its beginning: too early is the safe side of an end. */
function momentOf(text: string | undefined): string | undefined {
  return text === undefined || text.includes("T") ? text : `${text}T00:00:00Z`;
}
