import type { Event } from "../../inventory/event.ts";
import { lastUrnPart } from "../../inventory/safe-text.ts";
import type { NamedProject } from "../../preflight/report.ts";

/** What the projects of a run are called, as far as the run has read it. */
export interface ProjectNames {
  /** Looks at each event of the run: the project itself may be a resource, and scopes may name theirs. */
  note(event: Event): void;
  nameOf(inventory: string, project: string): string | undefined;
}

export function createProjectNames(): ProjectNames {
  const names = new Map<string, string>();
  const keyOf = (inventory: string, project: string): string => `${inventory} ${project}`;
  const set = (inventory: string, project: string, name: string): void => {
    names.set(keyOf(inventory, project), name);
  };
  return {
    note(event) {
      if (event.type === "scope" && event.projectName !== undefined) {
        set(event.inventory, projectOf(event.scope), event.projectName);
      }
      if (event.type !== "resource" || !isProjectKind(event.resource.kind)) return;
      const { urn, name } = event.resource;
      set(event.inventory, lastUrnPart(urn), name);
    },
    nameOf: (inventory, project) => names.get(keyOf(inventory, project)),
  };
}

/** The names that a report of one inventory tells. */
export function projectNamesIn(projects: readonly NamedProject[] = []): Pick<ProjectNames, "nameOf"> {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return { nameOf: (_, project) => names.get(project) };
}

/** Whether what a kind lists are the projects that everything else is in: its id ends with that word, at every provider. */
function isProjectKind(kind: string): boolean {
  return kind.endsWith(".project");
}

/** The project of a scope, which its id begins with; `account` and `organization` are the names of none. */
export function projectOf(scope: string): string {
  return scope.split("/")[0] ?? scope;
}
