import type { Protection, Relation, ResourceClass } from "../inventory/resource.ts";

// What a provider can hold of a resource, as data: docs/coverage.md is made of it.

/** What is a copy of a resource: outside its own storage, or on the same. */
export type CopyType = "backup" | "snapshots";

/** A kind whose resources are copies of another's, or keep making them, and say so by a relation. */
export interface CopyKind {
  readonly kind: string;
  readonly type: CopyType;
  /** Its resources do not say what they are copies of: where there is one, nothing is called without. */
  readonly namesNothing?: true;
}

/**
 * What has to be known of a resource of one kind before it is said to have no backup. What shows that it has one needs no rule: a protection
 * that is enabled, or a resource that names it by `backup-of`, `snapshot-of` or `protects`.
 */
export interface CoverageRule {
  /** Protections that each resource of the kind tells of itself. */
  readonly tells?: readonly Protection["type"][];
  /** The kinds that hold its copies; each has to be read to its end where they would be. */
  readonly copies?: readonly CopyKind[];
  /** It is covered as what it points to by this relation. */
  readonly coveredAs?: Relation["type"];
  /** Why it is judged so, where that is not plain. */
  readonly why?: string;
}

/** Classes whose resources hold data that a backup would bring back. Of other classes only the kinds that have a rule are judged. */
export const coveredClasses: ReadonlySet<ResourceClass> = new Set<ResourceClass>([
  "block-storage",
  "compute",
  "database",
  "file-storage",
  "hypervisor",
  "object-storage",
]);

const backup = (kind: string): CopyKind => ({ kind, type: "backup" });
const snapshots = (kind: string): CopyKind => ({ kind, type: "snapshots" });
const bareMetal =
  "No copies are sold with it (https://www.scaleway.com/en/docs/elastic-metal/reference-content/shared-responsibility-model/).";
const buckets =
  "No copies are sold with it; its safeguards are none (https://www.scaleway.com/en/docs/object-storage/reference-content/storage-shared-responsibility-model/).";
const ownBuckets = "No copies are sold with it, as far as its API tells; its safeguards are none.";

/** By kind. A kind of a covered class without a rule is `unknown` unless something shows a copy. */
export const coverageRules: Readonly<Record<string, CoverageRule>> = {
  "ovh.ceph.pool": { tells: ["automatic-backup"] },
  "ovh.cloud.ai-notebook": { tells: ["automatic-backup"], copies: [backup("ovh.cloud.ai-notebook-backup")] },
  "ovh.cloud.bucket": { why: ownBuckets },
  "ovh.cloud.cold-archive": { why: ownBuckets },
  "ovh.cloud.database": { tells: ["automatic-backup"], copies: [backup("ovh.cloud.database-backup")] },
  "ovh.cloud.instance": {
    copies: [
      backup("ovh.cloud.backup-workflow"),
      { kind: "ovh.cloud.instance-snapshot", type: "backup", namesNothing: true },
    ],
    why: "An image of an instance is kept apart from it, and does not say of which instance it is.",
  },
  "ovh.cloud.logical-database": { coveredAs: "member-of" },
  "ovh.cloud.opensearch-index": { coveredAs: "member-of" },
  "ovh.cloud.share": { tells: ["snapshots"], copies: [snapshots("ovh.cloud.share-snapshot")] },
  "ovh.cloud.swift-container": { why: ownBuckets },
  "ovh.cloud.volume": { copies: [backup("ovh.cloud.volume-backup"), snapshots("ovh.cloud.volume-snapshot")] },
  "ovh.dedicated-server": {
    copies: [backup("ovh.backup-services.agent")],
    why: "What its owner writes to its Backup Storage is not the provider's copy.",
  },
  "ovh.logs.stream": { tells: ["automatic-backup"], why: "Cold storage is its backup." },
  "ovh.nasha.partition": { tells: ["snapshots"], copies: [snapshots("ovh.nasha.custom-snapshot")] },
  "ovh.netapp.share": { tells: ["snapshots"], copies: [snapshots("ovh.netapp.share-snapshot")] },
  "ovh.private-cloud.vm": { tells: ["automatic-backup"] },
  "ovh.vmware-cloud-director": {
    copies: [{ kind: "ovh.vmware-cloud-director.backup", type: "backup", namesNothing: true }],
    why: "A backup service does not say which organization it is for.",
  },
  "ovh.vps": {
    tells: ["automatic-backup"],
    copies: [backup("ovh.vps.automated-backup"), backup("ovh.vps.veeam-restore-point"), snapshots("ovh.vps.snapshot")],
  },
  "ovh.vps.disk": { coveredAs: "attached-to" },
  "ovh.web-cloud-database": { tells: ["automatic-backup"] },
  "ovh.web-cloud-database.database": { tells: ["automatic-backup"], copies: [backup("ovh.web-cloud-database.dump")] },
  "ovh.web-hosting": { tells: ["automatic-backup"] },
  "ovh.web-hosting.database": { tells: ["automatic-backup"], copies: [backup("ovh.web-hosting.database-dump")] },
  "scaleway.apple-silicon.server": { why: bareMetal },
  "scaleway.block.volume": { copies: [snapshots("scaleway.block.snapshot")] },
  "scaleway.dedibox.server": { tells: ["backup"] },
  "scaleway.elastic-metal.server": { why: bareMetal },
  "scaleway.instance.server": { coveredAs: "has-volume" },
  "scaleway.instance.volume": { copies: [snapshots("scaleway.instance.snapshot")] },
  "scaleway.mongodb.database": { coveredAs: "member-of" },
  "scaleway.mongodb.instance": { tells: ["snapshots"], copies: [snapshots("scaleway.mongodb.snapshot")] },
  "scaleway.object.bucket": { why: buckets },
  "scaleway.rdb.database": { coveredAs: "member-of" },
  "scaleway.rdb.instance": {
    tells: ["automatic-backup"],
    copies: [backup("scaleway.rdb.backup"), snapshots("scaleway.rdb.snapshot")],
  },
  "scaleway.serverless-sql.database": { copies: [backup("scaleway.serverless-sql.backup")] },
  "scaleway.webhosting.database": { coveredAs: "attached-to" },
  "scaleway.webhosting.hosting": { copies: [backup("scaleway.webhosting.backup")] },
};

const copy = "a copy itself";
const stateless = "holds no data of its own";
const codeElsewhere = "runs code that is kept elsewhere";

/** Kinds of a covered class that are not judged, and why. */
export const notJudged: Readonly<Record<string, string>> = {
  "ovh.backup-services.vault": "holds copies",
  "ovh.ceph": "its pools and file systems are judged",
  "ovh.cloud.ai-app": codeElsewhere,
  "ovh.cloud.ai-notebook-backup": copy,
  "ovh.cloud.database-backup": copy,
  "ovh.cloud.instance-snapshot": copy,
  "ovh.cloud.kube-nodepool": stateless,
  "ovh.cloud.share-snapshot": copy,
  "ovh.cloud.volume-backup": copy,
  "ovh.cloud.volume-snapshot": copy,
  "ovh.nasha.custom-snapshot": copy,
  "ovh.netapp.share-snapshot": copy,
  "ovh.vps.automated-backup": copy,
  "ovh.vps.snapshot": copy,
  "ovh.vps.veeam-restore-point": copy,
  "ovh.web-cloud-database.dump": copy,
  "ovh.web-hosting.database-dump": copy,
  "scaleway.autoscaling.group": stateless,
  "scaleway.block.snapshot": copy,
  "scaleway.containers.container": codeElsewhere,
  "scaleway.containers.namespace": stateless,
  "scaleway.functions.cron": stateless,
  "scaleway.functions.function": codeElsewhere,
  "scaleway.functions.namespace": stateless,
  "scaleway.functions.trigger": stateless,
  "scaleway.instance.image": copy,
  "scaleway.instance.placement-group": stateless,
  "scaleway.instance.snapshot": copy,
  "scaleway.instance.template": stateless,
  "scaleway.kubernetes.node": stateless,
  "scaleway.kubernetes.pool": stateless,
  "scaleway.mongodb.snapshot": copy,
  "scaleway.rdb.backup": copy,
  "scaleway.rdb.snapshot": copy,
  "scaleway.serverless-sql.backup": copy,
};

/** The rule of a kind, whatever it is called. */
export function ruleOf(kind: string): CoverageRule | undefined {
  return Object.hasOwn(coverageRules, kind) ? coverageRules[kind] : undefined;
}

/** Whether it can be said of a resource that a backup of it is there or lacking. */
export function isJudged({ kind, class: itsClass }: { readonly kind: string; readonly class: ResourceClass }): boolean {
  if (ruleOf(kind) !== undefined) return true;
  return coveredClasses.has(itsClass) && !Object.hasOwn(notJudged, kind);
}

/** Whether the resources of a kind are copies of others, as far as their kind tells. */
export function isCopyKind(kind: string): boolean {
  return Object.hasOwn(notJudged, kind) && notJudged[kind] === copy;
}
