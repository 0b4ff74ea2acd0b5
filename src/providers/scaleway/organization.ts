import { expandPath } from "../../http/path.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { ScalewayReader } from "./client.ts";
import type { ScalewayConfig } from "./config.ts";
import { ProjectState } from "./products/account/answers.ts";
import { projectPath } from "./products/account/paths.ts";
import { configuredProjects } from "./scopes.ts";

/** The organization whose own things are read: the config's, or the one that the first project's document names. */
export type OrganizationFinder = (context: ReadContext) => Promise<string | InventoryError | undefined>;

/** @returns a finder that never rejects: why the organization is not known comes as a value. */
export function createOrganizationFinder(config: ScalewayConfig, reader: ScalewayReader): OrganizationFinder {
  const configured = config.scw_organization_id?.toLowerCase();
  return async (context) => {
    if (configured !== undefined) return configured;
    try {
      const path = expandPath(projectPath, { project: configuredProjects(config)[0] });
      const { data } = ProjectState.safeParse(await reader(context).read(path, {}));
      return data?.organization_id?.toLowerCase() ?? undefined;
    } catch (thrown) {
      const { code, message, requestId } = asInventoryError(thrown);
      const sentence = `whose organization it is could not be read: ${message}; scw_organization_id names it`;
      return new InventoryError(code, sentence, { requestId });
    }
  };
}
