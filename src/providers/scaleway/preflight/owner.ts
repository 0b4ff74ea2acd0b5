import { expandPath } from "../../../http/path.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { createScalewayReader } from "../client.ts";
import { ProjectState } from "../products/account/answers.ts";
import { projectPath } from "../products/account/paths.ts";
import { configuredProjects } from "../scopes.ts";
import type { ExaminerParts } from "./findings.ts";

/**
 * The organization that the first project belongs to; reading a project is an organization's right, ProjectReadOnly.
 *
 * @throws InventoryError where it may not be read.
 */
export async function readOwner(
  { config, keys, origin, door }: ExaminerParts,
  context: ReadContext,
): Promise<string | undefined> {
  const [project] = configuredProjects(config);
  const path = expandPath(projectPath, { project });
  const document = await createScalewayReader(door, keys, origin)(context).read(path, {});
  return ProjectState.safeParse(document).data?.organization_id?.toLowerCase();
}
