import * as z from "zod";
import { commaList, commonKeys } from "../../config/common-keys.ts";
import { formRefusal } from "../../config/form-refusal.ts";
import type { SourceMap } from "../../credentials/sources.ts";
import { placeForm, placeRefusal } from "./places-asked.ts";
import { profileNames, profileVariable, readScalewayProfile } from "./profile.ts";

const anyUuid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const uuid = new RegExp(`^${anyUuid}$`);
const accessKey = /^SCW[A-Z0-9]{17}$/;

const anAccessKey = { form: accessKey, means: "an access key" };
const exampleId = "6170692e-7363-616c-6577-61792e636f6d";

/** What `scw_scope` may be. */
export const scalewayScopes = ["organization", "project"] as const;

/** Settings of the Scaleway inventory; the three required keys are those of Plakar's own form. */
export const ScalewayConfig = z
  .object({
    scw_project_id: z
      .string()
      .regex(uuid, formRefusal("must be a project's id (a UUID), not its name", [anAccessKey]))
      .meta({ examples: [exampleId] })
      .describe("Project to read."),
    scw_access_key: z
      .string()
      .regex(
        accessKey,
        formRefusal("must be SCW followed by 17 capital letters and digits", [
          { form: uuid, means: "the secret key (a UUID): swapped with scw_secret_key?" },
        ]),
      )
      .describe("Access key of the API key.")
      .meta({ secret: true }),
    scw_secret_key: z
      .string()
      .regex(
        uuid,
        formRefusal("must be the secret key of the API key (a UUID)", [
          { form: accessKey, means: "the access key: swapped with scw_access_key?" },
        ]),
      )
      .describe("Secret key of the API key.")
      .meta({ secret: true }),
    scw_project_ids: commaList(anyUuid, "must hold project ids (UUIDs), not names", exampleId)
      .optional()
      .transform((ids) => ids ?? [])
      .describe("Further projects to read, separated by commas."),
    scw_scope: z
      .enum(scalewayScopes)
      .optional()
      .describe(
        "organization: read every project of scw_organization_id, and call it a gap where they cannot be listed. project: read only the projects that are named here. Absent: all of the organization if one is named and lists them.",
      ),
    scw_organization_id: z
      .string()
      .regex(uuid, formRefusal("must be an organization's id (a UUID)", [anAccessKey]))
      .meta({ examples: [exampleId] })
      .optional()
      .describe("Organization whose other projects are read too, if the key may list them; scw_scope says more."),
    ...commonKeys,
    // What does not have the form of a place would narrow an inventory to nothing; what has it may be newer than this version.
    regions: commaList(placeForm, placeRefusal, "fr-par,nl-ams-1")
      .optional()
      .describe(
        "Regions or zones to read, separated by commas; a region stands for its zones. One that is newer than this version is read too. Absent: all.",
      ),
  })
  // Both are UUIDs, so one pasted into the other's field passes every other check and would be sent in a path.
  .check((context) => {
    const { scw_project_id, scw_project_ids, scw_organization_id, scw_scope, scw_secret_key } = context.value;
    const ids = [scw_project_id, ...scw_project_ids, scw_organization_id ?? ""];
    if (ids.some((id) => id.toLowerCase() === scw_secret_key.toLowerCase())) {
      context.issues.push({
        code: "custom",
        path: ["scw_project_id"],
        message: "is the same as scw_secret_key: they seem to be swapped, or one was pasted twice",
        input: undefined,
      });
    }
    if (scw_scope === "organization" && scw_organization_id === undefined) {
      context.issues.push({
        code: "custom",
        path: ["scw_scope"],
        message: "is organization, which needs scw_organization_id, the organization's id",
        input: undefined,
      });
    }
  })
  // The same in the schema that a wizard runs.
  .meta({
    if: { properties: { scw_scope: { const: "organization" } }, required: ["scw_scope"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits.
    then: { required: ["scw_organization_id"] },
  });
export type ScalewayConfig = z.infer<typeof ScalewayConfig>;

/** The one kind of credential. */
export const scalewayFamilies = [
  { kind: "scaleway-api-key", title: "API key: access key and secret key", keys: ["scw_access_key", "scw_secret_key"] },
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
