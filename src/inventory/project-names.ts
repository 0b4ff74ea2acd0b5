import type { Event } from "./event.ts";
import { lastUrnPart } from "./safe-text.ts";

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
      if (event.type !== "resource") return;
      const { urn, name, kind, details } = event.resource;
      if (details.project !== undefined && details.projectName !== undefined) {
        set(event.inventory, details.project, details.projectName);
      }
      if (!isProjectKind(kind)) return;
      set(event.inventory, lastUrnPart(urn), name);
    },
    nameOf: (inventory, project) => names.get(keyOf(inventory, project)),
  };
}

/** Whether what a kind lists are the projects that everything else is in: its id ends with that word, at every provider. */
export function isProjectKind(kind: string): boolean {
  return kind.endsWith(".project");
}

/** The project of a scope, which its id begins with; `account` and `organization` are the names of none. */
export function projectOf(scope: string): string {
  return scope.split("/")[0] ?? scope;
}
