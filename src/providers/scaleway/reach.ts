import type { Door } from "../../http/door.ts";
import { expandPath } from "../../http/path.ts";
import type { Reach, ReachContext } from "../../inventory/provider.ts";
import { askingOnce, type ClientKeys, createScalewayReader } from "./client.ts";
import type { ScalewayConfig } from "./config.ts";
import { countProjects } from "./organization-projects.ts";
import { ProjectState } from "./products/account/answers.ts";
import { projectPath } from "./products/account/paths.ts";
import { configuredProjects, type Enumeration, triedOrganization } from "./scopes.ts";

const listingRight = "ProjectReadOnly on the organization";

/**
 * How many of the projects that the key sees are read.
 *
 * @param count asks how many there are; called only where no list has told, and may fail.
 */
export async function reachOf(
  config: ScalewayConfig,
  { projects, error, refusal }: Pick<Enumeration, "projects" | "error" | "refusal">,
  count: () => Promise<number | undefined>,
): Promise<Reach> {
  const read = projects.length;
  if (triedOrganization(config) !== undefined) {
    const isListed = error === undefined && refusal === undefined;
    if (isListed) return { read, visible: read };
    return { read, ...(refusal === undefined ? {} : { refused: true }), widenedBy: listingRight };
  }
  const widenedBy = config.scw_scope === "project" ? narrowedOnPurpose(config) : "scw_organization_id";
  const counted = await count().catch(() => undefined);
  if (counted === undefined) return { read, widenedBy: `${widenedBy}, with ${listingRight}` };
  return counted > read ? { read, visible: counted, widenedBy } : { read, visible: read };
}

function narrowedOnPurpose({ scw_organization_id }: ScalewayConfig): string {
  return scw_organization_id === undefined
    ? "scw_scope=organization with scw_organization_id"
    : "scw_scope=organization";
}

/** Counts the organization's projects beside a run: its id is the config's, or the first project's document tells it. */
export function createProjectCounter(
  config: ScalewayConfig,
  send: Door["send"],
  keys: ClientKeys,
  origin: URL,
): (context: ReachContext) => Promise<number | undefined> {
  const readerOf = createScalewayReader({ send: askingOnce(send) }, keys, origin);
  return async ({ traffic, run, patience }) => {
    const reader = readerOf({ traffic, run, signal: patience });
    const path = expandPath(projectPath, { project: configuredProjects(config)[0] });
    const ofConfig = config.scw_organization_id?.toLowerCase();
    const organization = ofConfig ?? ProjectState.safeParse(await reader.read(path, {})).data?.organization_id;
    return organization ? countProjects(reader, organization) : undefined;
  };
}
