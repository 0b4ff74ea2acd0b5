import * as z from "zod";
import { commonKeys } from "../../config/common-keys.ts";
import { formedText } from "../../config/formed-text.ts";
import { refuse } from "../../config/refuse.ts";
import type { SourceMap } from "../../credentials/sources.ts";
import { keyChecks } from "./key-checks.ts";

const dayOrMoment = new RegExp(`${z.regexes.date.source}|${z.regexes.datetime({ offset: true }).source}`);

/** The documented characters of both keys (ovh/docs, data_platform/technical/api-reference/iam). */
const key = formedText(/^[A-Za-z0-9-]{8,256}$/, "must be 8 to 256 letters, digits and hyphens");

/** Settings of the Data Platform inventory: one project, and a key of one of its users or service accounts. */
export const DataPlatformConfig = z
  .object({
    project_subdomain: z
      .string()
      .regex(
        /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
        "must be the first part of the project's address alone: small letters, digits and hyphens, no dot and no slash",
      )
      .meta({ title: "Project's subdomain", group: "account", examples: ["my-project"] })
      .describe("First part of the project's address, before .eu.dataplatform.ovh.net."),
    // What a login or a request of S3 names, as a user's name (ovh/docs, data_platform/technical/api-reference/iam).
    api_key: key
      .describe("API key of a user or service account.")
      .meta({ title: "API key", secret: true, identifier: true, names: ["apikey"], examples: ["0123456789abcdef"] }),
    secret_key: key
      .describe("Secret key of a user or service account.")
      .meta({ title: "Secret key", secret: true, names: ["secretkey"] }),
    key_expires_at: z
      .string()
      .regex(dayOrMoment, "must be a date such as 2026-12-31, or a date and time such as 2026-12-31T08:00:00Z")
      .meta({ examples: ["2026-12-31"] })
      .optional()
      .transform(momentOf)
      .describe("When the key ends, as chosen when it was made: the platform does not tell.")
      .meta({ title: "End of the key", group: "advanced" }),
    ...commonKeys,
  })
  .superRefine(refuse(keyChecks));
export type DataPlatformConfig = z.infer<typeof DataPlatformConfig>;

/** The one kind of credential. */
export const dataPlatformFamilies = [
  {
    kind: "ovh-data-platform-api-key",
    title: "API key of a user or service account",
    purpose: "The key of a service account, for machines, or of a user; its end is chosen when it is made.",
    keys: ["api_key", "secret_key"],
    pages: [
      { title: "Identity Access Manager of the project", url: "https://{project_subdomain}.eu.dataplatform.ovh.net/" },
    ],
  },
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
