import { once } from "node:events";
import { type ServerWritableStream, status } from "@grpc/grpc-js";
import { discover } from "../../inventory/discover.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { Resource } from "../../inventory/resource.ts";
import { foreignAccount } from "../../preflight/account.ts";
import { readPackageFacts } from "../package-facts.ts";
import { checkRefusedList, checkVanished, confirmMissing } from "./after-list.ts";
import { cancelSignalOf, followCall, leftMsOf } from "./call-time.ts";
import { noMemory, openGrantMemory } from "./grant-memory.ts";
import { grantsAfter } from "./grants.ts";
import { type Log, logEvent } from "./log.ts";
import type { Empty } from "./messages.ts";
import type { OpenInventory } from "./open-inventory.ts";
import { type Status, statusOf } from "./status.ts";
import { verdictOf } from "./verdict.ts";

export type ListCall = ServerWritableStream<Empty, Resource>;

// What is left of a call's time to end it with a sentence that names what was not read.
const closingMs = 2000;
const accountTimeoutMs = 10_000;
// Twice what the providers' doors let through by default. More would only wait, with their pages in memory.
const concurrentScopes = 16;

/** Streams one run as entries, as fast as the control plane reads them, and ends the call. */
export async function streamInventory(call: ListCall, inventory: OpenInventory, log: Log): Promise<void> {
  const cancelled = cancelSignalOf(call);
  const beside = followCall(call, cancelled);
  // For what is asked before and after the list, which has the run's own deadline.
  const context: ReadContext = { signal: beside.signal, traffic: { requests: 0, refused: 0 } };
  try {
    // Asked for beside the list; the answer is needed at its end.
    const opening = memoryOf(inventory, cancelled, deadlineOf(call).deadlineMs, log);
    await checkAccount(inventory, context, log);
    const { scopes, finished } = await streamEntries(call, inventory, cancelled, log);
    const memory = await opening;
    if (cancelled.aborted) return log("inventory.cancelled");
    const grantedBefore = await memory.recall();
    // Nothing is excused where the memory is silent or the run was stopped, so that nothing need be asked for.
    const mayExcuse = grantedBefore !== undefined && finished !== undefined && finished.code === undefined;
    const missingKinds = mayExcuse ? await confirmMissing(inventory, scopes, context) : inventory.missingKinds;
    const verdict = verdictOf(scopes, finished, { ...inventory, grantedBefore, missingKinds });
    if (verdict.status.code === status.OK) {
      checkRefusedList(inventory, scopes, finished, grantedBefore ?? {});
      await checkVanished(inventory, scopes, grantedBefore ?? {}, context);
    }
    // A memory that could not be read is replaced only by a run in which nothing was denied.
    const isSafe = grantedBefore !== undefined || scopes.every(({ outcome }) => outcome !== "denied");
    // Before the call ends: the control plane may hang up on its end, and the process leaves at once then.
    if (isSafe) await memory.keep(grantsAfter(grantedBefore ?? {}, scopes, inventory.kinds));
    if (verdict.accepted.length > 0) log("inventory.accepted", { gaps: verdict.accepted.length });
    endCall(call, verdict.status, log);
  } catch (thrown) {
    if (cancelled.aborted) return log("inventory.cancelled");
    endCall(call, statusOf(thrown), log);
  } finally {
    beside.release();
  }
}

async function memoryOf(
  { provider, stateFolder: folder }: OpenInventory,
  signal: AbortSignal,
  leftMs: number | undefined,
  log: Log,
) {
  if (folder === undefined) return noMemory;
  const timeoutMs = Math.min(accountTimeoutMs, leftMs ?? accountTimeoutMs);
  return openGrantMemory({ folder, provider, signal, timeoutMs, tell: (reason) => log("state.unusable", { reason }) });
}

/** @throws InventoryError NOT_FOUND where the credential is another account's: its list would replace the expected one. */
async function checkAccount(
  { provider, expectedAccount }: OpenInventory,
  context: ReadContext,
  log: Log,
): Promise<void> {
  if (expectedAccount === undefined) return;
  const account = await provider.ownerOf(context).catch(() => undefined);
  if (account === undefined) return log("account.unproven", { expected: expectedAccount });
  const foreign = foreignAccount(account, expectedAccount);
  if (foreign === undefined) return;
  throw new InventoryError("NOT_FOUND", foreign.seen, { advice: { check: "account.expected", mend: foreign.mend } });
}

async function streamEntries(
  call: ListCall,
  { provider, kinds, acceptedGaps }: OpenInventory,
  signal: AbortSignal,
  log: Log,
) {
  const { version } = readPackageFacts();
  const scopes: ScopeEvent[] = [];
  let finished: FinishedEvent | undefined;
  const limits = { concurrentScopes, ...deadlineOf(call) };
  for await (const event of discover(provider, { kinds, acceptedGaps, version, signal, ...limits })) {
    if (event.type === "scope") scopes.push(event);
    if (event.type === "finished") finished = event;
    if (event.type !== "resource") logEvent(log, event);
    // A write that is not taken at once waits for the control plane: HTTP/2's flow control reaches back to the cloud.
    else if (!call.write(event.resource)) await once(call, "drain", { signal });
  }
  return { scopes, finished };
}

/** `grpc-timeout` as the run's own, shorter deadline. */
function deadlineOf(call: ListCall): { readonly deadlineMs?: number } {
  const leftMs = leftMsOf(call);
  return leftMs === undefined ? {} : { deadlineMs: Math.max(0, Math.round(Math.max(leftMs / 2, leftMs - closingMs))) };
}

function endCall(call: ListCall, { code, details, check }: Status, log: Log): void {
  if (code === status.OK) {
    call.end();
    return;
  }
  log("inventory.incomplete", { status: status[code], reason: details, check });
  call.emit("error", { code, details });
}
