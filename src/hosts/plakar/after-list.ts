import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { projectScope } from "../../inventory/scope.ts";
import { listed } from "../../preflight/listed.ts";
import { missingKinds } from "./first-look.ts";
import { type Grants, unreadProjects, vanishedProjects } from "./grants.ts";
import type { OpenInventory } from "./open-inventory.ts";
import { excusableKinds } from "./verdict.ts";

// More projects than this do not vanish between two runs; what is left of them is held against the list.
const projectsAsked = 20;

/**
 * Which kinds are known to lack their rights, of those that were denied everywhere. A refusal alone does not tell: a call may be
 * refused although it is granted, and taken for "never granted" it would look like a deletion.
 */
export async function confirmMissing(
  inventory: OpenInventory,
  scopes: readonly ScopeEvent[],
  context: ReadContext,
): Promise<ReadonlySet<string>> {
  const asked = excusableKinds(scopes, inventory).filter(({ id }) => !inventory.missingKinds.has(id));
  if (asked.length === 0) return inventory.missingKinds;
  // What cannot be confirmed is not excused.
  const examination = await inventory.provider.examine({ kinds: asked }, context).catch(() => undefined);
  return new Set([...inventory.missingKinds, ...missingKinds(examination?.coverage ?? [])]);
}

/**
 * Asks for each project that was read in earlier runs and is not listed any more: a right to see it may be what is gone.
 *
 * @throws InventoryError PERMISSION_DENIED where the provider still knows a project, or does not say that it is gone.
 */
export async function checkVanished(
  { provider, kinds }: OpenInventory,
  scopes: readonly ScopeEvent[],
  before: Grants,
  context: ReadContext,
): Promise<void> {
  const kind = kinds.find(({ required }) => required);
  if (kind === undefined) return;
  const vanished = vanishedProjects(before, scopes, kinds);
  const isGone = async (project: string): Promise<boolean> => {
    try {
      for await (const _ of provider.list(kind, projectScope(project), context)) break;
      // It answered, be it with nothing: that is no word of its being gone.
      return false;
    } catch (thrown) {
      return asInventoryError(thrown).code === "NOT_FOUND";
    }
  };
  const fates = await Promise.all(vanished.slice(0, projectsAsked).map(isGone));
  const left = vanished.filter((_project, index) => fates[index] !== true);
  if (left.length === 0) return;
  const named = listed(left);
  const sentence = `${left.length} project(s) that were read before are not listed any more, and the provider does not say that they are gone: ${named}`;
  const mend = "grant the right to see them again, or remove the memory of this account from the state folder";
  throw new InventoryError("PERMISSION_DENIED", sentence, { advice: { check: "projects.visible", mend } });
}

/**
 * Where the list of projects is refused, those that were read before are missing from the list without a word.
 *
 * @throws InventoryError PERMISSION_DENIED naming them.
 */
export function checkRefusedList(
  { kinds }: Pick<OpenInventory, "kinds">,
  scopes: readonly ScopeEvent[],
  finished: FinishedEvent | undefined,
  before: Grants,
): void {
  if (!finished?.projects?.refused) return;
  const left = unreadProjects(before, scopes, kinds);
  if (left.length === 0) return;
  const sentence = `the provider refuses to list the projects, and ${left.length} of them were read before: ${listed(left)}`;
  const mend = `grant the right again${widened(finished)}, or remove the memory of this account from the state folder`;
  throw new InventoryError("PERMISSION_DENIED", sentence, { advice: { check: "projects.read", mend } });
}

function widened({ projects }: FinishedEvent): string {
  return projects?.widenedBy === undefined ? "" : ` (${projects.widenedBy})`;
}
