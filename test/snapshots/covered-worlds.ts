import type { Protection, Relation, Resource } from "../../src/inventory/resource.ts";
import { type Coverage, type CoverageOptions, type CoveredResource, coverageOf } from "../../src/snapshots/coverage.ts";
import { type FakeRun, newFolder, writeSnapshot } from "./worlds.ts";

const folder = newFolder();
let written = 0;

/** A resource in a scope, with what coverage looks at. */
export function held(
  kind: string,
  id: string,
  scope: string,
  more: Partial<Resource> & {
    readonly protection?: readonly Protection[];
    readonly relations?: readonly Relation[];
    readonly status?: string;
    readonly createdAt?: string;
    readonly sizeBytes?: number;
    readonly project?: string;
  } = {},
): FakeRun["resources"][number] {
  const { protection = [], relations = [], status, createdAt, sizeBytes, project, ...parts } = more;
  const details = {
    provider: "test",
    protection: [...protection],
    relations: [...relations],
    attributes: {},
    ...(status === undefined ? {} : { status }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    ...(project === undefined ? {} : { project }),
  };
  return { scope, resource: { urn: urnOf(id), kind, name: id, class: "block-storage", ...parts, details } };
}

export const urnOf = (id: string): string => `urn:test:${id}`;

/** How a kind ended in a scope. */
export function ended(kind: string, scope: string, more: Partial<FakeRun["scopes"][number]> = {}) {
  return { kind, scope, outcome: "completed" as const, ...more };
}

/** What the snapshots of such runs come to. */
export async function coverageIn(runs: readonly FakeRun[], options: CoverageOptions = {}): Promise<Coverage> {
  const paths = runs.map((run) => {
    written += 1;
    return writeSnapshot(folder, `${written % 8}.ndjson`, run);
  });
  return coverageOf(paths, options);
}

/** What one of the resources came to. */
export function resourceIn({ resources }: Coverage, id: string): CoveredResource {
  const found = resources.find(({ urn }) => urn === urnOf(id));
  if (found === undefined) throw new Error(`${id} was not judged`);
  return found;
}
