import { urnPart } from "../../inventory/safe-text.ts";
import type { Scope } from "../../inventory/scope.ts";

/** `urn:ovh-data-platform:<subdomain>:<type>:<id>`: the platform names its things nowhere itself. */
export function dataPlatformUrn({ project = "" }: Scope, type: string, id: string): string {
  return `urn:ovh-data-platform:${[project, type, id].map(urnPart).join(":")}`;
}
