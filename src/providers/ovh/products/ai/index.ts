import { nested } from "../../../../listing/dialects/nested.ts";
import { untilEmpty } from "../../../../listing/dialects/until-empty.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { itemUrn } from "../../urn.ts";
import { App, Notebook, NotebookBackup } from "./answers.ts";

const path = "/cloud/project/{project}/ai";
const product = { service: "ai", locality: "project" } as const;

const notebook = ovhKind({
  ...product,
  id: "ovh.cloud.ai-notebook",
  family: "analytics",
  title: "AI notebook",
  class: "compute",
  resource: "ai:notebook",
  list: pagesOf(`${path}/notebook`),
  schema: Notebook,
  toResource: ({ spec, status, ...item }, place) => ({
    urn: itemUrn(place, "aiNotebook", item.id),
    name: spec?.name,
    region: spec?.region,
    status: status?.state,
    createdAt: item.createdAt,
    sizeBytes: status?.workspace?.storageUsed,
    tags: labelsOf(spec),
    // A workspace is saved when its notebook stops; whether one was tells the list of backups below each notebook alone.
    protection: [protection("automatic-backup", undefined)],
    attributes: {
      framework: spec?.env?.frameworkId,
      frameworkVersion: spec?.env?.frameworkVersion,
      editor: spec?.env?.editorId,
      ...machineOf(spec),
      lastStoppedAt: status?.lastStoppedAt,
    },
  }),
});

/** AI Notebooks with the backups of their workspaces, AI Deploy, and the registries that both take images from. */
export const kinds: readonly ListedKind[] = [
  notebook,
  ovhKind({
    ...product,
    id: "ovh.cloud.ai-notebook-backup",
    family: "backups",
    title: "Workspace backup of an AI notebook",
    class: "file-storage",
    resource: "ai:notebook-backup",
    list: nested({ parent: notebook, as: "notebookId", list: pagesOf(`${path}/notebook/{notebookId}/backup`) }),
    schema: NotebookBackup,
    toResource: (backup, place) => ({
      urn: itemUrn(place, "aiNotebookBackup", backup.id),
      createdAt: backup.createdAt,
      relations: [{ type: "backup-of", urn: itemUrn(place, "aiNotebook", place.parent?.id ?? "") }],
      attributes: { evictionDate: backup.evictionDate },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.ai-app",
    family: "analytics",
    title: "AI Deploy app",
    class: "compute",
    resource: "ai:app",
    list: pagesOf(`${path}/app`),
    schema: App,
    toResource: ({ spec, status, ...item }, place) => ({
      urn: itemUrn(place, "aiApp", item.id),
      name: spec?.name,
      region: spec?.region,
      status: status?.state,
      createdAt: item.createdAt,
      tags: labelsOf(spec),
      attributes: { image: spec?.image, ...machineOf(spec), replicas: status?.availableReplicas },
    }),
  }),
];

/** The schema names `page` and `size`, and no default of either. */
function pagesOf(listPath: string) {
  return untilEmpty({ path: listPath, pageParameter: "page", sizeParameter: "size" });
}

interface Spec {
  readonly labels?: Readonly<Record<string, string>> | null | undefined;
  readonly resources?:
    | { readonly flavor?: string | null | undefined; readonly gpu?: number | null | undefined }
    | null
    | undefined;
  readonly volumes?: readonly { readonly container?: string | null | undefined }[] | null | undefined;
}

/** Labels as tags, without OVHcloud's own (`ovh/…`). */
function labelsOf(spec: Spec | null | undefined): string[] {
  return customerTags(spec?.labels).filter((tag) => !tag.startsWith("ovh/"));
}

/** A volume names a container of whichever store, so it is told by its name and is no relation. */
function machineOf(spec: Spec | null | undefined) {
  return {
    flavor: spec?.resources?.flavor,
    gpus: spec?.resources?.gpu,
    containers: spec?.volumes?.flatMap(({ container }) => container ?? []),
  };
}
