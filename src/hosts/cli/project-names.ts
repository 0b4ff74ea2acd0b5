import type { ProjectNames } from "../../inventory/project-names.ts";
import type { NamedProject } from "../../preflight/report.ts";

/** The names that a report of one inventory tells. */
export function projectNamesIn(projects: readonly NamedProject[] = []): Pick<ProjectNames, "nameOf"> {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return { nameOf: (_, project) => names.get(project) };
}
