import type { DataPlatformKey } from "./data-platform/key.ts";
import type { OvhAccess } from "./ovh/access.ts";
import type { ScalewayKey } from "./scaleway/key.ts";

/** The credentials of the emulated accounts, each under the keys that a config has for it. */
export interface EmulatedCredentials {
  readonly ovhApplication: Texts<"endpoint" | "application_key" | "application_secret" | "consumer_key">;
  readonly ovhServiceAccount: Texts<"endpoint" | "client_id" | "client_secret">;
  readonly ovhAccessToken: Texts<"endpoint" | "access_token">;
  readonly scaleway: Texts<"scw_project_id" | "scw_access_key" | "scw_secret_key">;
  readonly dataPlatform: Texts<"project_subdomain" | "api_key" | "secret_key">;
}

type Texts<Key extends string> = Readonly<Record<Key, string>>;

const endpoint = "ovh-eu";

const prefixes = [
  ["OVH_DATA_PLATFORM_", "ovh-data-platform"],
  ["OVH_", "ovh"],
  ["SCW_", "scaleway"],
] as const;

/** Puts the credentials in the form of configs. */
export function credentialsOf(
  ovh: OvhAccess,
  scaleway: ScalewayKey,
  scalewayProjectId: string,
  dataPlatform: DataPlatformKey,
): EmulatedCredentials {
  const { application, consumerKey, bearers } = ovh;
  return {
    ovhApplication: {
      endpoint,
      application_key: application.applicationKey,
      application_secret: application.applicationSecret,
      consumer_key: consumerKey,
    },
    ovhServiceAccount: { endpoint, client_id: bearers.clientId, client_secret: bearers.clientSecret },
    ovhAccessToken: { endpoint, access_token: bearers.personalToken.token },
    scaleway: {
      scw_project_id: scalewayProjectId,
      scw_access_key: scaleway.accessKey,
      scw_secret_key: scaleway.secretKey,
    },
    dataPlatform: {
      project_subdomain: dataPlatform.subdomain,
      api_key: dataPlatform.apiKey,
      secret_key: dataPlatform.secretKey,
    },
  };
}

/** The variables that point a program at the emulator, with one credential for each cloud that is named. */
export function environmentOf(
  url: string,
  { ovhApplication, scaleway, dataPlatform }: EmulatedCredentials,
  providers: ReadonlySet<string> = new Set(["ovh", "scaleway", "ovh-data-platform"]),
): Texts<string> {
  const variables: Texts<string> = {
    OVH_ENDPOINT: ovhApplication.endpoint,
    OVH_APPLICATION_KEY: ovhApplication.application_key,
    OVH_APPLICATION_SECRET: ovhApplication.application_secret,
    OVH_CONSUMER_KEY: ovhApplication.consumer_key,
    SCW_ACCESS_KEY: scaleway.scw_access_key,
    SCW_SECRET_KEY: scaleway.scw_secret_key,
    SCW_DEFAULT_PROJECT_ID: scaleway.scw_project_id,
    OVH_DATA_PLATFORM_SUBDOMAIN: dataPlatform.project_subdomain,
    OVH_DATA_PLATFORM_API_KEY: dataPlatform.api_key,
    OVH_DATA_PLATFORM_SECRET_KEY: dataPlatform.secret_key,
    ...originsAt(url),
  };
  // Whoever replays a run reads what it read, and nothing that is made up.
  const providerOf = (name: string): string | undefined => prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => {
      const provider = providerOf(name);
      return provider === undefined || providers.has(provider);
    }),
  );
}

/** The variables that point a program at the emulator, without any credential. */
export function originsAt(url: string): Texts<string> {
  return {
    CLOUD_INVENTORY_OVH_URL: url,
    CLOUD_INVENTORY_OVH_TOKEN_URL: url,
    CLOUD_INVENTORY_SCALEWAY_URL: url,
    CLOUD_INVENTORY_SCALEWAY_S3_URL: url,
    CLOUD_INVENTORY_DATA_PLATFORM_URL: url,
    // It refuses nothing by rate unless it is told to: there is no limit to be found carefully.
    CLOUD_INVENTORY_MAX_REQUESTS_PER_MINUTE: "1000000",
  };
}
