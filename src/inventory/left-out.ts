import { abortError, InventoryError } from "./errors.ts";
import { withExamples } from "./examples.ts";
import type { Provider, ReadContext } from "./provider.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { lastUrnPart, safeText } from "./safe-text.ts";
import type { Scope } from "./scope.ts";

// More items than this do not vanish between two runs, and each costs a request.
const askedAtMost = 20;
const namedAtMost = 5;

/** What is known of a list that may leave something out in silence. */
export interface LeftOut {
  /** Nothing is remembered to hold the list against. */
  readonly isUnknown?: boolean;
  /** Something that was listed before is missing, and the provider does not say that it is gone. */
  readonly error?: InventoryError;
}

/**
 * Holds a list that was read to its end against the last one: OVHcloud's IAM refuses no list of services, it leaves out what the
 * identity may not see. What vanished is asked for by its id, and only the provider's "does not exist" makes it gone.
 *
 * @param isListed whether a URN is in the list that was read now.
 */
export async function findLeftOut(
  provider: Provider,
  kind: ResourceKind,
  scope: Scope,
  context: ReadContext,
  isListed: (urn: string) => boolean,
): Promise<LeftOut> {
  // Where a scope names the project, its one document was asked for, which is refused aloud.
  if (!kind.mayLeaveOut || scope.project !== undefined) return {};
  const before = context.remembered?.listedBefore(kind.id, scope.id);
  if (before === undefined) return { isUnknown: true };
  const vanished = before.filter((urn) => !isListed(urn));
  if (vanished.length > askedAtMost) return { error: tooMany(vanished.length, before.length) };
  const fates = await Promise.all(
    vanished.map(async (urn) => (await provider.isGone?.(kind, urn, context).catch(() => false)) ?? false),
  );
  if (context.signal.aborted) throw abortError(context.signal);
  const left = vanished.filter((_urn, index) => !fates[index]);
  return left.length === 0 ? {} : { error: lostSight(left) };
}

function lostSight(urns: readonly string[]): InventoryError {
  const ids = urns.slice(0, namedAtMost).map((urn) => safeText(lastUrnPart(urn)));
  const sentence = withExamples(
    `${urns.length} that were listed before are not listed any more, and the provider does not say that they are gone`,
    ids,
  );
  const remediation = "grant the right to see them again, or name the kind in accepted_gaps";
  return new InventoryError("PERMISSION_DENIED", sentence, { advice: { check: "projects.visible", remediation } });
}

function tooMany(vanished: number, listed: number): InventoryError {
  const sentence = `${vanished} of ${listed} that were listed before are not listed any more: too many to ask for one by one, and a lost right looks the same`;
  return new InventoryError("NOT_FOUND", sentence);
}
