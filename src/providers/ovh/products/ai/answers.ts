// Answers, only the fields we use, under the API's own names (models of cloud.json). Never here: environment
// variables, addresses of running workloads, and passwords. Fields without `nullish` are the identity.
import * as z from "zod";
import { count, id, moment, size, tagMap, text } from "../../../../listing/fields.ts";

const volumes = z.array(z.object({ container: text, mountPath: text, region: text })).nullish();
const resources = z.object({ flavor: text, cpu: count, gpu: count }).nullish();

/** `cloud.project.ai.notebook.Notebook` */
export const Notebook = z.object({
  id,
  createdAt: moment,
  spec: z
    .object({
      name: text,
      region: text,
      labels: tagMap,
      env: z.object({ frameworkId: text, frameworkVersion: text, editorId: text }).nullish(),
      resources,
      volumes,
    })
    .nullish(),
  status: z
    .object({
      state: text,
      lastStoppedAt: moment,
      workspace: z.object({ storageUsed: size, storageFree: size }).nullish(),
    })
    .nullish(),
});

/** `cloud.project.ai.notebook.Backup` */
export const NotebookBackup = z.object({ id, createdAt: moment, evictionDate: moment });

/** `cloud.project.ai.app.App` */
export const App = z.object({
  id,
  createdAt: moment,
  spec: z.object({ name: text, region: text, labels: tagMap, image: text, resources, volumes }).nullish(),
  status: z.object({ state: text, availableReplicas: count }).nullish(),
});
