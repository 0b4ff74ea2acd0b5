import { newContext } from "../../inventory/new-context.ts";
import type { Traffic } from "../../inventory/provider.ts";
import type { SnapshotFinished } from "../../snapshots/format.ts";
import type { Inventory } from "./open-inventories.ts";

/** How long the credential may be looked at, in milliseconds: no run waits longer for it. */
const lookTimeoutMs = 10_000;

export type CredentialEnds = NonNullable<SnapshotFinished["credentialEnds"]>;

/**
 * When the credential of a run comes to its end, asked beside it, once, by whoever needs it first; empty where it cannot be asked.
 *
 * @param traffic counts the requests.
 */
export function credentialEndsOf(
  { provider }: Pick<Inventory, "provider">,
  signal: AbortSignal,
  traffic: Traffic = { requests: 0, refused: 0 },
): () => Promise<CredentialEnds> {
  let asked: Promise<CredentialEnds> | undefined;
  const ask = async (): Promise<CredentialEnds> => {
    const context = newContext(AbortSignal.any([signal, AbortSignal.timeout(lookTimeoutMs)]), traffic);
    // The run itself tells why the credential is refused.
    const expiries = await provider.readExpiries(context).catch(() => []);
    return expiries.map(({ what, at }) => ({ what, ...(at === undefined ? {} : { at }) }));
  };
  return () => {
    asked ??= ask();
    return asked;
  };
}
