import { z } from "zod";
import { commaList, commonKeys } from "../../config/common-keys.ts";
import type { SourceMap } from "../../credentials/sources.ts";
import { endpointNames } from "./endpoints.ts";
import { readOvhProfile } from "./profile.ts";

// Published examples have 16, 32 and 32 characters; the length itself is documented nowhere, so only the alphabet and a
// generous range are held (README of ovh/python-ovh).
/** One of the three keys. */
export const key = z.string().regex(/^[A-Za-z0-9]{8,64}$/, "must be 8 to 64 letters and digits, as OVHcloud showed it");

/** Settings of the OVHcloud inventory; the four required keys are those of Plakar's own form. */
export const OvhConfig = z.object({
  endpoint: z.enum(endpointNames).describe("Where the account lives.").meta({ default: "ovh-eu" }),
  application_key: key.describe("Application key of the API credential.").meta({ secret: true }),
  application_secret: key.describe("Application secret of the API credential.").meta({ secret: true }),
  consumer_key: key.describe("Consumer key of the API credential.").meta({ secret: true }),
  project_ids: commaList(
    "[0-9a-f]{32}",
    "must hold project ids of 32 hexadecimal characters, not names",
    "0123456789abcdef0123456789abcdef",
  )
    .optional()
    .transform((ids) => ids ?? [])
    .describe("Public Cloud projects to read, separated by commas. Absent: all that the credential sees."),
  ...commonKeys,
});
export type OvhConfig = z.infer<typeof OvhConfig>;

/** Where a standalone run finds the same keys. */
export const ovhSources: SourceMap = {
  credentialKeys: ["application_key", "application_secret", "consumer_key"],
  environment: {
    endpoint: "OVH_ENDPOINT",
    application_key: "OVH_APPLICATION_KEY",
    application_secret: "OVH_APPLICATION_SECRET",
    consumer_key: "OVH_CONSUMER_KEY",
  },
  ignoredEnvironment: [],
  unsupportedEnvironment: ["OVH_CLIENT_ID", "OVH_CLIENT_SECRET", "OVH_ACCESS_TOKEN"],
  profilePlaces: "./ovh.conf, ~/.ovh.conf, /etc/ovh.conf",
  readProfile: readOvhProfile,
};
