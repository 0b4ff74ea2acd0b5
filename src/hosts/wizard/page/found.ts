import type { FinishedEvent } from "../../../inventory/event.ts";
import type { Resource } from "../../../inventory/resource.ts";
import type { CoverageLine, DiscoverLine, DoneLine } from "../api.ts";

/** What a discovery has told so far. */
export interface Found {
  readonly progress?: Extract<DiscoverLine, { readonly type: "progress" }>;
  readonly resources: readonly Resource[];
  /** What projects are called, by id. */
  readonly projects: Readonly<Record<string, string>>;
  readonly coverage?: CoverageLine;
  readonly finished?: FinishedEvent;
  readonly done?: DoneLine;
}

export const nothingFound: Found = { resources: [], projects: {} };

export function withLine(found: Found, line: DiscoverLine): Found {
  switch (line.type) {
    case "started":
      return nothingFound;
    case "resource":
      return { ...found, resources: [...found.resources, line.resource] };
    case "scope": {
      const { scope, projectName } = line;
      const [project = ""] = scope.split("/");
      return projectName === undefined ? found : { ...found, projects: { ...found.projects, [project]: projectName } };
    }
    case "progress":
      return { ...found, progress: line };
    case "coverage-document":
      return { ...found, coverage: line };
    case "finished":
      return { ...found, finished: line };
    case "done":
      return { ...found, done: line };
    case "failed":
      return found;
  }
}
