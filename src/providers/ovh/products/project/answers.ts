// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, tagMap, text } from "../../../../listing/fields.ts";

/** `cloud.ProjectWithIAM` */
export const Project = z.object({
  project_id: id,
  projectName: text,
  description: text,
  status: text,
  planCode: text,
  creationDate: moment,
  expiration: moment,
  iam: z.object({ tags: tagMap }).nullish(),
});

export type Project = z.infer<typeof Project>;

/** What preflight looks at of a project, or of one that has expired and says no more than that. */
export const ProjectStates = Project.pick({ status: true, expiration: true }).extend({
  // Names are wanted, and an odd one costs nothing else.
  projectName: text.catch(undefined),
  description: text.catch(undefined),
});
