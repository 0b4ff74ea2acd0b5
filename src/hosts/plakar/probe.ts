import { abortError, asInventoryError, type ErrorCode, InventoryError } from "../../inventory/errors.ts";
import { followSignals } from "../../inventory/follow-signals.ts";
import { newContext } from "../../inventory/new-context.ts";
import type { Provider, ReadContext } from "../../inventory/provider.ts";
import type { KindSummary, ResourceKind } from "../../inventory/resource-kind.ts";
import type { BriefExamination, Examiner } from "../../preflight/examiner.ts";

/** How many requests may prove a credential. */
const requestBudget = 3;
/** What the probe's provider is opened with: one repetition, and no patience that a set-up form would not have. */
export const probeLimits = { maxAttempts: 2, attemptTimeoutMs: 10_000, totalTimeoutMs: 15_000 } as const;

// What the last list that was asked says of everything, and not of its own place alone.
const disproofs: readonly ErrorCode[] = ["UNAUTHENTICATED", "UNAVAILABLE", "RATE_LIMITED"];

export interface Proof {
  readonly requests: number;
  /** Why it stays open whether the credential reads anything; the list will tell, kind by kind. */
  readonly doubt?: InventoryError;
  /** What the provider says about rights and ends, where it could be asked. */
  readonly brief?: BriefExamination;
}

/**
 * Proves that a credential is accepted, with at most three requests. Where the provider has to ask what places there are,
 * its answer is the proof; where it knows them by itself, the first page of one list in one place is. What is left of the
 * requests goes into a look at the credential's rights.
 *
 * @throws InventoryError where the credential is refused, or the places of everything below it cannot be enumerated.
 */
export async function proveCredential(
  provider: Provider & Examiner,
  chosen: readonly KindSummary[],
  signal: AbortSignal,
): Promise<Proof> {
  const { context, release } = boundedContext(signal);
  try {
    const kinds = await provider.load(chosen);
    const doubt = await prove(provider, kinds, context);
    // One that fails takes nothing from the proof: the list will tell.
    const brief = await provider.examineBriefly(kinds, context).catch(() => undefined);
    signal.throwIfAborted();
    return {
      requests: context.traffic.requests,
      ...(doubt === undefined ? {} : { doubt }),
      ...(brief === undefined ? {} : { brief }),
    };
  } catch (thrown) {
    throw signal.aborted ? abortError(signal) : asInventoryError(thrown);
  } finally {
    release();
  }
}

/** Returns what the last list that was asked said about its place alone, where nothing else proves anything. */
async function prove(
  provider: Provider,
  kinds: readonly ResourceKind[],
  context: ReadContext,
): Promise<InventoryError | undefined> {
  await enumeratePlaces(provider, kinds, context);
  if (context.traffic.requests > 0) return undefined;
  let doubt: InventoryError | undefined;
  for (const kind of proofs(kinds)) {
    const said = await doubtOf(() => readFirstPage(provider, kind, context));
    // Where the signature is refused, a JSON list that refuses too knows why; one that answers takes nothing back.
    if (doubt?.code !== "UNAUTHENTICATED" || said?.code === "UNAUTHENTICATED") doubt = said;
    if (doubt?.code !== "PERMISSION_DENIED" && doubt?.code !== "UNAUTHENTICATED") break;
  }
  // A cloud that did not answer proves nothing, and a set-up form has to say so while somebody reads it.
  if (doubt !== undefined && disproofs.includes(doubt.code)) throw doubt;
  return doubt;
}

/**
 * A list of buckets is signed with the whole key, whereas a JSON list may never see its access half: it is asked first. The key
 * may lack the right to it, and then another kind is the proof.
 */
function proofs(kinds: readonly ResourceKind[]): readonly ResourceKind[] {
  // What is below something else would have to ask for that first.
  const asked = kinds.filter(({ parent }) => parent === undefined);
  const signed = asked.filter(({ provesCredential }) => provesCredential);
  const others = asked.filter(({ provesCredential }) => !provesCredential);
  // What is optional may well not be granted.
  const core = others.filter(({ optional }) => !optional);
  const other = others.find(({ required }) => required) ?? core[0] ?? others[0];
  return [...signed.slice(0, 1), ...(other === undefined ? [] : [other])];
}

async function doubtOf(ask: () => Promise<void>): Promise<InventoryError | undefined> {
  try {
    await ask();
    return undefined;
  } catch (thrown) {
    return asInventoryError(thrown);
  }
}

/** Asks for the places of a kind that is read project by project: of one kind, since others would ask for more. */
async function enumeratePlaces(
  provider: Provider,
  kinds: readonly ResourceKind[],
  context: ReadContext,
): Promise<void> {
  const isProbe = ({ locality, below }: KindSummary): boolean => locality === "project" && below === undefined;
  const summary = [...kinds, ...provider.kinds].find(isProbe);
  if (summary === undefined) return;
  const [probe] = await provider.load([summary]);
  if (probe === undefined) return;
  for await (const { error } of provider.scopes([probe], context)) {
    if (error !== undefined) throw error;
    return;
  }
}

async function readFirstPage(provider: Provider, kind: ResourceKind, context: ReadContext): Promise<void> {
  for await (const { scope, error } of provider.scopes([kind], context)) {
    if (error !== undefined) throw error;
    for await (const _ of provider.list(kind, scope, context)) return;
    return;
  }
}

/** A context that stops at the request which would be one too many, before it is sent. */
function boundedContext(signal: AbortSignal): { readonly context: ReadContext; readonly release: () => void } {
  const followed = followSignals([signal]);
  const context = newContext(followed.signal);
  const { traffic } = context;
  const beforeRequest = (): void => {
    if (traffic.requests < requestBudget) return;
    // Whatever else is under way has no request left either.
    followed.stop(overBudget(traffic.refused));
    throw abortError(followed.signal);
  };
  return { context: { ...context, beforeRequest }, release: followed.release };
}

function overBudget(refused: number): InventoryError {
  return refused >= requestBudget
    ? new InventoryError("RATE_LIMITED", `the provider's rate limit refused each of ${requestBudget} requests`)
    : new InventoryError("UNAVAILABLE", `the provider did not answer as it should within ${requestBudget} requests`);
}
