import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { type ListedKind, textOf } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { itemUrn } from "../../urn.ts";
import { DatabaseBackup, KafkaTopic, LogicalDatabase, OpenSearchIndex } from "./answers.ts";
import { classOf, dividedByEngine } from "./engines.ts";
import { database } from "./service.ts";

const path = "/cloud/project/{project}/database";
const product = { service: "database", locality: "project" } as const;

/** Managed databases, and what is in each: below a path of its engine's own. */
export const kinds: readonly ListedKind[] = [
  database,
  ovhKind({
    ...product,
    id: "ovh.cloud.database-backup",
    family: "backups",
    title: "Backup of a managed database",
    class: "database",
    resource: "database:backup",
    list: nested({
      parent: database,
      as: "clusterId",
      by: dividedByEngine(
        "postgresql",
        "mysql",
        "mongodb",
        "valkey",
        "redis",
        "opensearch",
        "clickhouse",
        "cassandra",
        "grafana",
        "m3db",
      ),
      list: listAt(`${path}/{engine}/{clusterId}/backup`),
    }),
    schema: DatabaseBackup,
    toResource: (backup, place) => ({
      urn: itemUrn(place, "databaseBackup", backup.id),
      name: backup.description,
      ...classOf(engineOf(place)),
      region: backup.region,
      status: backup.status,
      createdAt: backup.createdAt,
      sizeBytes: unitAndValue(backup.size),
      relations: [{ type: "backup-of", urn: databaseUrn(place) }],
      attributes: {
        engine: engineOf(place),
        type: backup.type,
        regions: backup.regions?.flatMap(({ name }) => name ?? []),
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.logical-database",
    family: "databases",
    title: "Database inside a managed service (MySQL, PostgreSQL, ClickHouse)",
    class: "database",
    resource: "database:database",
    list: nested({
      parent: database,
      as: "clusterId",
      by: dividedByEngine("postgresql", "mysql", "clickhouse"),
      list: listAt(`${path}/{engine}/{clusterId}/database`),
    }),
    schema: LogicalDatabase,
    toResource: (item, place) => ({
      urn: itemUrn(place, "logicalDatabase", item.id),
      name: item.name,
      ...classOf(engineOf(place)),
      endpoints: item.name ? [identifier(item.name)] : [],
      relations: memberOfDatabase(place),
      attributes: { engine: engineOf(place), default: item.default },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.kafka-topic",
    family: "messaging",
    title: "Topic of a managed Kafka",
    class: "messaging",
    resource: "database:topic",
    list: nested({
      parent: database,
      as: "clusterId",
      by: dividedByEngine("kafka"),
      list: listAt(`${path}/kafka/{clusterId}/topic`),
    }),
    schema: KafkaTopic,
    // Replicas are copies inside the service, so they are no protection of it; what is older than the retention is deleted.
    toResource: (topic, place) => ({
      urn: itemUrn(place, "kafkaTopic", topic.id),
      name: topic.name,
      relations: memberOfDatabase(place),
      attributes: {
        partitions: topic.partitions,
        replicas: topic.replication,
        minimumReplicasInSync: topic.minInsyncReplicas,
        retentionHours: topic.retentionHours,
        retentionBytes: topic.retentionBytes,
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.opensearch-index",
    family: "databases",
    title: "Index of a managed OpenSearch",
    class: "database",
    resource: "database:index",
    list: nested({
      parent: database,
      as: "clusterId",
      by: dividedByEngine("opensearch"),
      list: listAt(`${path}/opensearch/{clusterId}/index`),
    }),
    schema: OpenSearchIndex,
    toResource: (index, place) => ({
      urn: itemUrn(place, "opensearchIndex", index.id),
      name: index.name,
      createdAt: index.createdAt,
      relations: memberOfDatabase(place),
      // The schema names no unit of the size, so it stands here as it is answered.
      attributes: {
        documents: index.documents,
        size: index.size,
        shards: index.shardsNumber,
        replicas: index.replicasNumber,
      },
    }),
  }),
];

function listAt(listPath: string) {
  return idsThenDetail({ path: listPath, detailPath: `${listPath}/{id}`, idField: "id" });
}

function engineOf({ parent }: Place): string | undefined {
  return textOf(parent?.fields["engine"]);
}

function databaseUrn(place: Place): string {
  return itemUrn(place, "database", place.parent?.id ?? "");
}

function memberOfDatabase(place: Place): Relation[] {
  return [{ type: "member-of", urn: databaseUrn(place) }];
}
