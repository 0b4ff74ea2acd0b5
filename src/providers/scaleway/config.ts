import * as z from "zod";
import { commaList, commonKeys } from "../../config/common-keys.ts";
import { formedText } from "../../config/formed-text.ts";
import { refuse } from "../../config/refuse.ts";
import type { SourceMap } from "../../credentials/sources.ts";
import { keyChecks } from "./key-checks.ts";
import { everyPlace } from "./localities.ts";
import { placeForm, placeRule } from "./places-asked.ts";
import { profileNames, profileVariable, readScalewayProfile } from "./profile.ts";

const anyUuid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const uuid = new RegExp(`^${anyUuid}$`);
const accessKey = /^SCW[A-Z0-9]{17}$/;

const anAccessKey = { pattern: accessKey.source, means: "an access key" };
const exampleId = "6170692e-7363-616c-6577-61792e636f6d";

// What is left of a value that was not selected to its end.
const cutUuid = { pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F-]{0,27})?$", means: "a UUID that was cut off" };
const cutAccessKey = { pattern: "^SCW[A-Z0-9]{0,16}$", means: "an access key that was cut off" };

/** What `scw_scope` may be. */
export const scalewayScopes = ["organization", "project"] as const;

/** Settings of the Scaleway inventory; the three required keys are those of Plakar's own form. */
export const ScalewayConfig = z
  .object({
    scw_project_id: formedText(uuid, "must be a project's id (a UUID), not its name", {
      lookalikes: [anAccessKey, cutUuid],
    })
      .meta({ title: "Project", group: "scope", examples: [exampleId], usualLength: 36 })
      .meta({ names: ["project_id", "SCW_PROJECT_ID"] })
      .describe("Project to read."),
    // It names the key, as a login does; Scaleway's console shows it for as long as the key is there.
    scw_access_key: formedText(accessKey, "must be SCW followed by 17 capital letters and digits", {
      lookalikes: [
        { pattern: uuid.source, means: "the secret key (a UUID): swapped with scw_secret_key?" },
        cutAccessKey,
        { pattern: "^(AKIA|ASIA)[A-Z2-7]{16}$", means: "an access key of AWS" },
      ],
    })
      .describe("Access key of the API key.")
      .meta({ title: "Access key", secret: true, identifier: true, examples: ["SCW0123456789ABCDEFG"] })
      .meta({ names: ["access_key_id", "Access key ID"], usualLength: 20 }),
    scw_secret_key: formedText(uuid, "must be the secret key of the API key (a UUID)", {
      lookalikes: [
        { pattern: accessKey.source, means: "the access key: swapped with scw_access_key?" },
        cutUuid,
        { pattern: "^[A-Za-z0-9]{32}$", means: "a key of OVHcloud" },
      ],
    })
      .describe("Secret key of the API key.")
      .meta({ title: "Secret key", secret: true, names: ["secret_access_key", "SCW_TOKEN"], usualLength: 36 }),
    scw_project_ids: commaList(anyUuid, "must hold project ids (UUIDs), not names", exampleId)
      .optional()
      .transform((ids) => ids ?? [])
      .describe("Further projects to read, separated by commas.")
      .meta({ title: "Further projects" }),
    scw_scope: z
      .enum(scalewayScopes)
      .optional()
      .describe(
        "organization: read every project of scw_organization_id, and call it a gap where they cannot be listed. project: read only the projects that are named here. Absent: all of the organization if one is named and lists them.",
      )
      .meta({ title: "What is read of the organization" }),
    scw_organization_id: formedText(uuid, "must be an organization's id (a UUID)", {
      lookalikes: [anAccessKey, cutUuid],
    })
      .meta({ examples: [exampleId] })
      .optional()
      .describe("Organization whose other projects are read too, if the key may list them; scw_scope says more.")
      .meta({ title: "Organization", names: ["organization_id", "SCW_ORGANIZATION_ID"], usualLength: 36 }),
    ...commonKeys,
    // What does not have the form of a place would narrow an inventory to nothing; what has it may be newer than this version.
    regions: commaList(placeForm, placeRule, "fr-par,nl-ams-1", { suggestions: everyPlace })
      .optional()
      .describe(
        "Regions or zones to read, separated by commas; a region stands for its zones. One that is newer than this version is read too. Absent: all.",
      )
      .meta({ title: "Regions and zones" }),
  })
  .superRefine(refuse(keyChecks))
  // What a check says of scw_scope, in the schema that a wizard runs.
  .meta({
    if: { properties: { scw_scope: { const: "organization" } }, required: ["scw_scope"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits.
    then: { required: ["scw_organization_id"] },
  });
export type ScalewayConfig = z.infer<typeof ScalewayConfig>;

/** The one kind of credential. */
export const scalewayFamilies = [
  {
    kind: "scaleway-api-key",
    title: "API key: access key and secret key",
    purpose: "The key of an IAM application, for machines, or of a user. Policies say what it reads.",
    keys: ["scw_access_key", "scw_secret_key"],
    pages: [{ title: "API keys", url: "https://console.scaleway.com/iam/api-keys" }],
  },
] as const;

/** Where a standalone run finds the same keys. */
export const scalewaySources: SourceMap = {
  families: scalewayFamilies.map(({ keys }) => keys),
  environment: {
    scw_access_key: "SCW_ACCESS_KEY",
    scw_secret_key: "SCW_SECRET_KEY",
    scw_project_id: "SCW_DEFAULT_PROJECT_ID",
    scw_organization_id: "SCW_DEFAULT_ORGANIZATION_ID",
  },
  bound: [],
  optional: ["scw_organization_id"],
  ignoredEnvironment: ["SCW_API_URL"],
  profilePlaces: "Scaleway's config.yaml ($SCW_CONFIG_PATH, $XDG_CONFIG_HOME/scw or ~/.config/scw)",
  readProfile: readScalewayProfile,
  profileVariable,
  profileNames,
};
