// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { id, moment, text } from "../../../../listing/fields.ts";

/** `GET /account/v3/projects/{id}` */
export const Project = z.object({
  id,
  name: text,
  organization_id: text,
  description: text,
  status: text,
  created_at: moment,
});

/** What is asked of a project beside what becomes of it in the inventory: that it exists, what it is called, and in which state. */
export const ProjectState = Project.pick({ id: true, organization_id: true, status: true }).extend({
  // Wanted, and an odd one costs nothing else.
  name: text.catch(undefined),
});
export type ProjectState = z.infer<typeof ProjectState>;
