import type { InventoryError } from "../../inventory/errors.ts";
import type { Scope } from "../../inventory/scope.ts";
import type { ListedKind } from "../../listing/kind.ts";

/** The set that reads an organization's projects, without which nobody knows what is in them (Scaleway's documentation of IAM). */
const projectSet = "ProjectReadOnly";

/**
 * The permission sets that are missing where a kind was denied. Where its own list was never asked for, because the projects or their
 * organization could not be read, it is the set for those; a refusal in other words than those about a right leaves none.
 */
export function lackedRightsOf(
  { locality, needs }: Pick<ListedKind, "locality" | "needs">,
  { project, organization }: Scope,
  { lacksRight }: InventoryError,
): readonly string[] {
  const isUnlisted =
    locality === "organization" ? organization === undefined : locality !== "none" && project === undefined;
  if (!lacksRight) return [];
  return isUnlisted ? [projectSet] : needs;
}
