import * as z from "zod";
import { commaList, commonKeys } from "../../config/common-keys.ts";
import { oneFamily } from "../../config/credential-families.ts";
import { formedText } from "../../config/formed-text.ts";
import { refuse } from "../../config/refuse.ts";
import type { SourceMap } from "../../credentials/sources.ts";
import { bearerCharacter } from "./credentials/token.ts";
import { defaultEndpoint, endpointNames, tokenEndpointNames, tokenPage } from "./endpoints.ts";
import { keyChecks } from "./key-checks.ts";
import { readOvhProfile } from "./profile.ts";
import { clientIdForm, usualLengths } from "./swapped-keys.ts";

const anyUuid = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

/** The kinds of credential, of which a config holds one. */
export const ovhFamilies = [
  {
    kind: "ovh-application",
    title: "API keys: application key, application secret and consumer key",
    purpose:
      "A key of one account, with just the calls that are read and an end that you choose. Its rights never change.",
    keys: ["application_key", "application_secret", "consumer_key"],
    pages: endpointNames.map((endpoint) => ({
      title: "Create API keys",
      url: tokenPage(endpoint),
      endpoint,
    })),
  },
  {
    kind: "ovh-service-account",
    title: "Service account: OAuth2 client id and client secret",
    purpose:
      "For machines: it belongs to the account and not to a person, never ends, and IAM policies say what it reads.",
    keys: ["client_id", "client_secret"],
    pages: [
      {
        title: "Managing service accounts",
        url: "https://docs.ovhcloud.com/en/guides/manage-and-operate/api/manage-service-account",
      },
    ],
    onlyWith: {
      key: "endpoint",
      values: tokenEndpointNames,
      because: "Kimsufi and So you Start have no service accounts",
    },
  },
  {
    kind: "ovh-access-token",
    title: "Access token",
    purpose:
      "A personal access token of a local user, or a token that another program hands out. IAM policies say what it reads.",
    keys: ["access_token"],
    pages: [
      {
        title: "Personal access tokens",
        url: "https://docs.ovhcloud.com/en/guides/manage-and-operate/iam/configure-personal-access-token-pat",
      },
    ],
  },
] as const;

/**
 * One of the three keys of an API credential. Published examples have 16, 32 and 32 characters; the length itself is
 * documented nowhere, so only the alphabet and a generous range are held (README of ovh/python-ovh).
 */
export const key = formedText(/^[A-Za-z0-9]{8,64}$/, "must be 8 to 64 letters and digits, as OVHcloud showed it", {
  lookalikes: [
    { pattern: clientIdForm.source, means: "the client id of a service account, which client_id takes" },
    { pattern: anyUuid, means: "an id or a secret key of Scaleway (a UUID)" },
  ],
});

// Published examples are `EU.` and 16 hexadecimal digits, and 32 letters and digits (ovh/go-ovh, README.md). Nothing documents
// the form, so all that is held is what no client of OVHcloud could be without.
const clientId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{8,128}$/, "must be the service account's client id, such as EU. and 16 characters");
const clientSecret = z
  .string()
  .regex(/^[A-Za-z0-9._~+/=-]{8,256}$/, "must be the client secret of 8 to 256 characters, as OVHcloud showed it");
const accessToken = z
  .string()
  .regex(new RegExp(`^${bearerCharacter}{8,}=*$`), "must be the token alone, without `Bearer` and without spaces");

/** Settings of the OVHcloud inventory; the endpoint and the first three keys are those of Plakar's own form. */
export const OvhConfig = z
  .object({
    // Plakar's documented form has no field for it, and sends it empty or not at all.
    endpoint: z
      .enum(endpointNames)
      .default(defaultEndpoint)
      .describe("Where the account lives.")
      .meta({ title: "Endpoint", group: "account" }),
    // It names the application and may be shown to anybody (OVHcloud, "How to manage a customer's account via OVHcloud API").
    application_key: key
      .optional()
      .describe("Application key of an API credential.")
      .meta({ title: "Application key", secret: true, identifier: true, examples: ["0123456789AbCdEf"] })
      .meta({ names: ["applicationKey", "AppKey", "AK"], usualLength: usualLengths.application_key }),
    application_secret: key
      .optional()
      .describe("Application secret of an API credential.")
      .meta({ title: "Application secret", secret: true })
      .meta({ names: ["applicationSecret", "AppSecret", "AS"], usualLength: usualLengths.application_secret }),
    consumer_key: key
      .optional()
      .describe("Consumer key of an API credential.")
      .meta({ title: "Consumer key", secret: true })
      .meta({ names: ["consumerKey", "CK"], usualLength: usualLengths.consumer_key }),
    // Not a secret (RFC 6749 section 2.2): the account's policies show it.
    client_id: clientId
      .optional()
      .describe("Client id of a service account, instead of an API credential.")
      .meta({ title: "Client id", examples: ["EU.0123456789abcdef"], names: ["clientId"] }),
    client_secret: clientSecret
      .optional()
      .describe("Client secret of a service account.")
      .meta({ title: "Client secret", secret: true, names: ["clientSecret"] }),
    access_token: accessToken
      .optional()
      .describe("Bearer token, such as a personal access token, instead of the other kinds of credential.")
      .meta({ title: "Access token", secret: true, names: ["token", "Bearer token"] }),
    project_ids: commaList(
      "[0-9a-f]{32}",
      "must hold project ids of 32 hexadecimal characters, not names",
      "0123456789abcdef0123456789abcdef",
    )
      .optional()
      .transform((ids) => ids ?? [])
      .describe("Public Cloud projects to read, separated by commas. Absent: all that the credential sees.")
      .meta({
        title: "Public Cloud projects",
        names: ["OVH_CLOUD_PROJECT_SERVICE", "OVH_PROJECT_ID", "service_name", "Project ID", "projectId"],
      }),
    ...commonKeys,
  })
  .superRefine(oneFamily(ovhFamilies), { when: () => true })
  .superRefine(refuse(keyChecks));
export type OvhConfig = z.infer<typeof OvhConfig>;

/** Where a standalone run finds the same keys. */
export const ovhSources: SourceMap = {
  families: ovhFamilies.map(({ keys }) => keys),
  environment: {
    endpoint: "OVH_ENDPOINT",
    application_key: "OVH_APPLICATION_KEY",
    application_secret: "OVH_APPLICATION_SECRET",
    consumer_key: "OVH_CONSUMER_KEY",
    client_id: "OVH_CLIENT_ID",
    client_secret: "OVH_CLIENT_SECRET",
    access_token: "OVH_ACCESS_TOKEN",
  },
  // A key works at the endpoint that it was made at (README of ovh/python-ovh).
  bound: ["endpoint"],
  optional: ["endpoint"],
  ignoredEnvironment: [],
  profilePlaces: "./ovh.conf, ~/.ovh.conf, /etc/ovh.conf",
  readProfile: readOvhProfile,
};
