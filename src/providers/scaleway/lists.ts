import { readList } from "../../http/paging/read-list.ts";
import type { Share } from "../../http/paging/shared-window.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { Page, Provider, ReadContext } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import type { Scope } from "../../inventory/scope.ts";
import type { BlockVolumeIndex } from "./block-volume-index.ts";
import { type BucketReader, bucketPages } from "./buckets.ts";
import type { ScalewayReader } from "./client.ts";
import { scalewayKinds } from "./kinds/index.ts";
import { checkedAbsence } from "./localities.ts";
import type { ProvenProjects } from "./proven-projects.ts";

export const serverId = "scaleway.instance.server";
const blockVolumeId = "scaleway.block.volume";
const blockVolumeKind = scalewayKinds.find((kind) => kind.id === blockVolumeId) as ResourceKind;

/** What one run learns while it reads. */
export interface RunState {
  readonly proven: ProvenProjects;
  readonly blockVolumes: BlockVolumeIndex;
  /** Whether anybody will ask for the names and sizes of block volumes. */
  readsServers: boolean;
}

export interface ListParts {
  readonly reader: ScalewayReader;
  readonly readBuckets: BucketReader;
  /** Lists that are read at the same time share what is read ahead. */
  readonly share: Share;
  readonly runOf: (context: ReadContext) => RunState;
}

/** The lists of every kind: read as their rows say, believed only in projects that exist, joined where a row needs it. */
export function createLists({ reader, readBuckets, share, runOf }: ListParts): Provider["list"] {
  const listPages = (kind: ResourceKind, scope: Scope, context: ReadContext): AsyncIterable<Page> =>
    share((window) => readList(kind, scope, { reader: reader(context), window }));

  async function* pagesOf(kind: ResourceKind, scope: Scope, context: ReadContext): AsyncGenerator<Page, void, void> {
    const { proven } = runOf(context);
    const project = scope.project ?? "";
    if (kind.dialect.type === "s3-xml") {
      yield* bucketPages(readBuckets, scope, context);
      return proven.confirm(project);
    }
    let items = 0;
    for await (const page of listPages(kind, scope, context)) {
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
      const error = checkedAbsence(asInventoryError(thrown), kind, scope);
      if (error.notOffered) await runOf(context).proven.prove(scope.project ?? "", context);
      throw error;
    }
  }

  return async function* list(
    kind: ResourceKind,
    scope: Scope,
    context: ReadContext,
  ): AsyncGenerator<Page, void, void> {
    const { blockVolumes, readsServers } = runOf(context);
    const pages = checkedPages(kind, scope, context);
    if (kind.id === blockVolumeId && readsServers) return yield* blockVolumes.listen(scope.id, pages);
    if (kind.id !== serverId) return yield* pages;
    const readVolumes = () => listPages(blockVolumeKind, scope, context);
    try {
      for await (const page of pages) yield await blockVolumes.join(scope.id, page, readVolumes);
    } finally {
      blockVolumes.release(scope.id);
    }
  };
}
