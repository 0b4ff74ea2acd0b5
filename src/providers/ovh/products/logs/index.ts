import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { urnPart } from "../../../../inventory/safe-text.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { LogIndex, LogStream, LogsAccount } from "./answers.ts";

const path = "/dbaas/logs";
const streamPath = `${path}/{serviceName}/output/graylog/stream`;
const product = { family: "observability", class: "observability", service: "logs", locality: "account" } as const;

const account = ovhKind({
  ...product,
  id: "ovh.logs",
  title: "Logs Data Platform account",
  resource: "logs:account",
  list: idsThenDetail({ path, idField: "serviceName" }),
  mayLeaveOut: true,
  schema: LogsAccount,
  toResource: (item, place) => ({
    urn: serviceUrn(place, "ldp", item.serviceName),
    name: item.displayName || item.serviceName,
    status: item.state,
    createdAt: item.createdAt,
    tags: customerTags(item.iam?.tags),
    attributes: { plan: item.plan },
  }),
});

const stream = ovhKind({
  ...product,
  id: "ovh.logs.stream",
  title: "Log stream",
  resource: "logs:stream",
  list: nested({
    parent: account,
    as: "serviceName",
    list: idsThenDetail({ path: streamPath, idField: "streamId" }),
  }),
  schema: LogStream,
  toResource: (item, place) => ({
    urn: `${accountUrn(place)}/stream/${urnPart(item.streamId)}`,
    name: item.title,
    status: statusOf(item),
    createdAt: item.createdAt,
    sizeBytes: item.indexingCurrentSize,
    tags: customerTags(item.iam?.tags),
    protection: [coldStorage(item)],
    relations: [{ type: "member-of", urn: accountUrn(place) }],
    // Only the cluster knows what its retention means.
    attributes: { retentionId: item.retentionId },
  }),
});

/** Logs Data Platform: accounts, the streams and indices in them, and the archives of each stream. */
export const kinds: readonly ListedKind[] = [
  account,
  stream,
  ovhKind({
    ...product,
    id: "ovh.logs.index",
    title: "OpenSearch index of Logs Data Platform",
    resource: "logs:index",
    list: nested({
      parent: account,
      as: "serviceName",
      list: idsThenDetail({ path: `${path}/{serviceName}/output/opensearch/index`, idField: "indexId" }),
    }),
    schema: LogIndex,
    toResource: (item, place) => ({
      urn: `${accountUrn(place)}/index/${urnPart(item.indexId)}`,
      name: item.name,
      createdAt: item.createdAt,
      sizeBytes: item.currentSize,
      tags: customerTags(item.iam?.tags),
      relations: [{ type: "member-of", urn: accountUrn(place) }],
      attributes: { maximumBytes: item.maxSize, shards: item.nbShard },
    }),
  }),
];

function accountUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, "ldp", parent?.id ?? "");
}

function statusOf({ indexingEnabled }: z.infer<typeof LogStream>): string | undefined {
  if (typeof indexingEnabled !== "boolean") return undefined;
  return indexingEnabled ? "indexed" : "not indexed";
}

/** Archives lie outside the index that a stream is searched in; their retention is counted in years. */
function coldStorage({ coldStorageEnabled, coldStorageRetention, nbArchive }: z.infer<typeof LogStream>): Protection {
  return protection("automatic-backup", coldStorageEnabled ?? undefined, {
    retentionDays: coldStorageRetention && coldStorageRetention * 365,
    copiesKept: nbArchive,
    detail: "cold storage",
  });
}
