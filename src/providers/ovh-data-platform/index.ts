import { originSetting } from "../../config/operator-settings.ts";
import { createDoor } from "../../http/door.ts";
import { forecaster } from "../../http/forecast.ts";
import type { Provider } from "../../inventory/provider.ts";
import { projectScope } from "../../inventory/scope.ts";
import type { Examiner } from "../../preflight/examiner.ts";
import { defineProvider, type Surroundings } from "../definition.ts";
import { createKindLoader, kindsOf } from "../products.ts";
import { createBucketReader } from "./client.ts";
import { DataPlatformConfig, dataPlatformFamilies, dataPlatformSources } from "./config.ts";
import { createDataPlatformApiKey, expiryOf } from "./credentials/api-key.ts";
import { classifyDataPlatform } from "./errors.ts";
import { dataPlatformGranter } from "./grants.ts";
import { publicOrigin } from "./places.ts";
import { createExaminer } from "./preflight.ts";
import { products } from "./products.gen.ts";

const dataPlatformKinds = kindsOf(products);
const loadKinds = createKindLoader(products);

/** OVHcloud's Data Platform, opened with an API key, one project at a time. */
export const ovhDataPlatform = defineProvider({
  id: "ovh-data-platform",
  title: "OVHcloud Data Platform",
  kinds: dataPlatformKinds,
  load: loadKinds,
  config: DataPlatformConfig,
  sources: dataPlatformSources,
  credentials: dataPlatformFamilies,
  endpoints: [],
  granter: dataPlatformGranter,
  credentialsElsewhere:
    "API keys are made, listed and deleted on the Data Platform's own pages; no API for that is documented",
  grantPlaceOf: ({ project_subdomain }) => ({
    projects: project_subdomain === undefined ? [] : [project_subdomain],
  }),
  // No limit is documented, and one list needs none.
  limits: { maxInFlight: 8, rate: { startPerSecond: 5, growthPerAnswer: 1, ceilingPerSecond: 20, startInFlight: 8 } },
  create: createDataPlatformProvider,
});

function createDataPlatformProvider(
  config: DataPlatformConfig,
  { operator, limits, clock, observer }: Surroundings,
): Provider & Examiner {
  const { project_subdomain: subdomain, key_expires_at: keyExpiresAt } = config;
  const origin = originSetting(operator, "CLOUD_INVENTORY_DATA_PLATFORM_URL") ?? publicOrigin(subdomain);
  const keys = { apiKey: config.api_key, secretKey: config.secret_key, keyExpiresAt };
  const authorizer = createDataPlatformApiKey({
    subdomain,
    ...keys,
    origin,
    now: clock.now,
    monotonic: clock.monotonic,
  });
  const requestIdHeaders = ["x-amz-request-id", "x-request-id"];
  const door = createDoor({
    authorizer,
    classify: classifyDataPlatform,
    requestIdHeaders,
    limits,
    clock,
    proxyOf: operator.proxyOf,
    observer,
  });
  const readBuckets = createBucketReader(door, origin, subdomain);

  return {
    id: "ovh-data-platform",
    kinds: dataPlatformKinds,
    load: loadKinds,
    describe: () => authorizer.describe(),
    // Where a project's data lies is not told by its address.
    countryOf: () => undefined,
    pausedForMs: door.pausedForMs,
    pausedBy: door.pausedBy,
    rates: { learned: door.learned, recall: door.recall },
    forecast: forecaster(origin, limits),
    async *scopes(kinds) {
      yield { kinds, scope: projectScope(subdomain) };
    },
    async *list(_kind, _scope, context) {
      yield { number: 1, items: await readBuckets(context) };
    },
    ...createExaminer({
      subdomain,
      inspect: (context) => authorizer.inspect(door.send, context),
      readBuckets,
      expiry: expiryOf(keys),
    }),
  };
}
