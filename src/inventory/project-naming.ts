import { shortText } from "./bounds.ts";
import { isProjectKind } from "./project-names.ts";
import type { Provider, ReadContext } from "./provider.ts";
import { readKey } from "./read-key.ts";
import type { Resource } from "./resource.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { lastUrnPart } from "./safe-text.ts";
import type { Scope } from "./scope.ts";

/** Tells the resources of a run what their project is called, and whose credential found them. */
export interface ProjectNaming {
  /** A kind will be read in a scope. */
  began(kind: ResourceKind, scope: Scope): void;
  /** It was read, well or not. */
  ended(kind: ResourceKind, scope: Scope): void;
  /** Resolves once the name of a scope's project is known or will not be; undefined where there is nothing to wait for. */
  known(kind: ResourceKind, scope: Scope, context: ReadContext): Promise<unknown> | undefined;
  /** The resource with the name and the account. */
  named(resource: Resource, scope: Scope, context: ReadContext): Resource;
  /** Hears each resource that is told: one that is a project tells its name, also one that was read in an earlier run. */
  note(kind: ResourceKind, resource: Resource): void;
}

// Each resource of a project says it again.
const longestName = 255;

/**
 * Names are those of the enumeration, where that tells them, else those of projects that are read as resources: no request is sent for
 * them. What is in projects waits for the first reading of these, which mostly takes a request or two, so that whether a resource says
 * its project's name does not depend on what was answered first.
 */
export function createProjectNaming(provider: Provider, account?: string): ProjectNaming {
  const names = new Map<string, string>();
  const readings = new Map<string, { readonly project: string | undefined; readonly ended: Promise<void> }>();
  const ends = new Map<string, () => void>();
  return {
    began(kind, scope) {
      const key = readKey(kind.id, scope.id);
      if (!isProjectKind(kind.id) || ends.has(key)) return;
      const ended = new Promise<void>((resolve) => ends.set(key, resolve));
      readings.set(key, { project: scope.project, ended });
    },
    ended(kind, scope) {
      const key = readKey(kind.id, scope.id);
      ends.get(key)?.();
      readings.delete(key);
    },
    known(kind, scope, context) {
      if (scope.project === undefined || isProjectKind(kind.id)) return undefined;
      const ofProject = [...readings.values()].filter(
        ({ project }) => project === undefined || project === scope.project,
      );
      const enumerated = provider.projectsNamed?.(context);
      if (enumerated === undefined && ofProject.length === 0) return undefined;
      return Promise.all([enumerated, ...ofProject.map(({ ended }) => ended)]);
    },
    named(resource, { project }, context) {
      const name = project && (provider.projectName?.(project, context) ?? names.get(project));
      if (name) resource.details.projectName = shortText(name, longestName);
      if (account !== undefined) resource.details.account ??= shortText(account, longestName);
      return resource;
    },
    note({ id }, { urn, name }) {
      if (!isProjectKind(id)) return;
      const project = lastUrnPart(urn);
      // A project without a name is called by its id, which what is in it says already.
      if (name !== project) names.set(project, name);
    },
  };
}
