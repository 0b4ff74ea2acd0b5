import { originSetting, originTemplateSetting } from "../../config/operator-settings.ts";
import { createDoor } from "../../http/door.ts";
import { readList } from "../../http/paging/read-list.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { Page, Provider, ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { localScope, projectScope, type Scope } from "../../inventory/scope.ts";
import { unknownCoverage } from "../../preflight/coverage.ts";
import type { Examiner } from "../../preflight/examiner.ts";
import { defineProvider, type Surroundings } from "../definition.ts";
import { perRun } from "../per-run.ts";
import { countryTeller } from "../region-table.ts";
import { createBlockVolumeIndex } from "./block-volume-index.ts";
import { bucketPages, createBucketReader, publicS3Url } from "./buckets.ts";
import { createScalewayReader, publicOrigin } from "./client.ts";
import { ScalewayConfig, scalewayFamilies, scalewaySources } from "./config.ts";
import { createScalewayApiKey } from "./credentials/api-key.ts";
import { classifyScaleway } from "./errors.ts";
import { scalewayKinds } from "./kinds/index.ts";
import { isListedBySdk, placesOf } from "./localities.ts";
import { createProvenProjects } from "./proven-projects.ts";

const serverId = "scaleway.instance.server";
const blockVolumeId = "scaleway.block.volume";

/** Scaleway, opened with an API key, project by project. */
export const scaleway = defineProvider({
  id: "scaleway",
  title: "Scaleway",
  kinds: scalewayKinds,
  config: ScalewayConfig,
  sources: scalewaySources,
  credentials: scalewayFamilies,
  endpoints: [],
  // Seconds with 60 requests or fewer were never throttled in the recordings (scaleway/terraform-provider-scaleway PR 4183).
  limits: { maxInFlight: 10, maxRequestsPerMinute: 2400 },
  create: createScalewayProvider,
});

function createScalewayProvider(
  config: ScalewayConfig,
  { operator, limits, clock }: Surroundings,
): Provider & Examiner {
  const keys = { accessKey: config.scw_access_key, secretKey: config.scw_secret_key };
  const authorizer = createScalewayApiKey({ ...keys, now: clock.now });
  const requestIdHeaders = ["x-request-id", "x-amz-request-id"];
  const door = createDoor({ authorizer, classify: classifyScaleway, requestIdHeaders, limits, clock });
  const origin = originSetting(operator, "CLOUD_INVENTORY_SCALEWAY_URL") ?? publicOrigin;
  const reader = createScalewayReader(door, keys, origin);
  const s3Url = originTemplateSetting(operator, "CLOUD_INVENTORY_SCALEWAY_S3_URL") ?? publicS3Url;
  const readBuckets = createBucketReader(door, s3Url);
  const projects = [...new Set([config.scw_project_id, ...config.scw_project_ids].map((id) => id.toLowerCase()))];
  const blockVolumeKind = scalewayKinds.find((kind) => kind.id === blockVolumeId) as ResourceKind;
  const window = limits.maxInFlight;
  const runOf = perRun(() => ({
    proven: createProvenProjects(reader, readBuckets),
    blockVolumes: createBlockVolumeIndex(),
    /** Whether anybody will ask for the names and sizes of block volumes. */
    readsServers: false,
  }));

  async function* pagesOf(kind: ResourceKind, scope: Scope, context: ReadContext): AsyncGenerator<Page, void, void> {
    const { proven } = runOf(context);
    const project = scope.project ?? "";
    if (kind.dialect.type === "s3-xml") {
      yield* bucketPages(readBuckets, scope, context);
      return proven.confirm(project);
    }
    let items = 0;
    for await (const page of readList(kind, scope, { reader: reader(context), window })) {
      proven.learn(page, project);
      items += page.items.length;
      yield page;
    }
    if (items === 0) await proven.prove(project, context);
  }

  /** Pages, with "not offered" believed only of a place that the SDK does not list, in a project that exists. */
  async function* checkedPages(
    kind: ResourceKind,
    scope: Scope,
    context: ReadContext,
  ): AsyncGenerator<Page, void, void> {
    try {
      yield* pagesOf(kind, scope, context);
    } catch (thrown) {
      const error = asInventoryError(thrown);
      if (!error.notOffered) throw error;
      if (isListedBySdk(kind, scope.locality)) {
        throw new InventoryError("INVALID_RESPONSE", `${error.message}, and Scaleway's SDK lists the product there`, {
          requestId: error.requestId,
        });
      }
      await runOf(context).proven.prove(scope.project ?? "", context);
      throw error;
    }
  }

  async function* list(kind: ResourceKind, scope: Scope, context: ReadContext): AsyncGenerator<Page, void, void> {
    const { blockVolumes, readsServers } = runOf(context);
    const pages = checkedPages(kind, scope, context);
    if (kind.id === blockVolumeId && readsServers) return yield* blockVolumes.listen(scope.id, pages);
    if (kind.id !== serverId) return yield* pages;
    const readVolumes = () => readList(blockVolumeKind, scope, { reader: reader(context), window });
    try {
      for await (const page of pages) yield await blockVolumes.join(scope.id, page, readVolumes);
    } finally {
      blockVolumes.release(scope.id);
    }
  }

  return {
    id: "scaleway",
    kinds: scalewayKinds,
    describe: () => authorizer.describe(),
    countryOf: countryTeller("scaleway", operator),
    pausedForMs: door.pausedForMs,
    async *scopes(kinds, context): AsyncGenerator<ScopeEntry, void, void> {
      runOf(context).readsServers = kinds.some((kind) => kind.id === serverId);
      for (const project of projects) {
        for (const kind of kinds) {
          if (kind.locality === "project") yield { kinds: [kind], scope: projectScope(project) };
          for (const place of placesOf(kind)) yield { kinds: [kind], scope: localScope(project, place) };
        }
      }
    },
    list,
    examine: async ({ kinds }) => ({ checks: [], coverage: unknownCoverage(kinds, "not looked at"), expiries: [] }),
    glance: async (kinds) => ({ coverage: unknownCoverage(kinds, "not looked at"), expiries: [] }),
    accountOf: async () => undefined,
  };
}
