import * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { count, id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";

/** `cloud.Backup` of cloud.json: the schedule, and how its last runs ended. */
const BackupWorkflow = z.object({
  id,
  name: text,
  backupName: text,
  instanceId: text,
  cron: text,
  rotation: count,
  createdAt: moment,
  nextExecutionTime: moment,
  distantRegion: text,
  executions: z.array(z.object({ executedAt: moment, state: text })).nullish(),
});
type BackupWorkflow = z.infer<typeof BackupWorkflow>;

/** Schedules by which OVHcloud makes backups of instances. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.backup-workflow",
    family: "backups",
    title: "Automatic backup of an instance (workflow)",
    // Unclassified: a schedule holds no data.
    class: "",
    service: "workflow",
    resource: "workflow:backup",
    locality: "region",
    regionService: "workflow",
    list: wholeList({ path: "/cloud/project/{project}/region/{locality}/workflow/backup" }),
    schema: BackupWorkflow,
    toResource: (workflow, place) => ({
      urn: itemUrn(place, "backupWorkflow", workflow.id),
      name: workflow.name,
      createdAt: workflow.createdAt,
      protection: workflowProtection(workflow),
      relations: workflow.instanceId
        ? [{ type: "protects", urn: itemUrn(place, "instance", workflow.instanceId) }]
        : [],
      attributes: {
        cron: workflow.cron,
        rotation: workflow.rotation,
        backupName: workflow.backupName,
        nextExecutionTime: workflow.nextExecutionTime,
        distantRegion: workflow.distantRegion,
      },
    }),
  }),
];

/**
 * What a schedule does for its instance. It has no status: that it was stopped shows in its latest run alone (enum
 * `cloud.ExecutionStateEnum`), and a run that failed does not end it.
 */
function workflowProtection({ cron, rotation, distantRegion, executions }: Omit<BackupWorkflow, "id">): Protection[] {
  const runs = (executions ?? []).flatMap(({ executedAt, state }) => (executedAt ? [{ at: executedAt, state }] : []));
  const inTime = runs.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const isStopped = /^(PAUSED|CANCELED)$/.test(inTime.at(-1)?.state ?? "");
  return [
    protection("automatic-backup", cron || runs.length > 0 ? !isStopped : undefined, {
      lastSuccessAt: inTime.findLast(({ state }) => state === "SUCCESS")?.at,
      copiesKept: rotation,
      detail: cron ? `cron ${cron}` : "",
    }),
    protection("replication", distantRegion === undefined ? undefined : Boolean(distantRegion), {
      detail: `to ${distantRegion}`,
    }),
  ];
}
