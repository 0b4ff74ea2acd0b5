import { once } from "node:events";
import { type ServerWritableStream, status } from "@grpc/grpc-js";
import { discoverInBatches } from "../../inventory/discover.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent } from "../../inventory/event.ts";
import { newContext } from "../../inventory/new-context.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { Remembered } from "../../inventory/remembered.ts";
import type { Resource } from "../../inventory/resource.ts";
import { type Memory, type MemoryNote, openMemory, rememberedBy } from "../../memory/memory.ts";
import { createRecorder } from "../../memory/reads.ts";
import { foreignAccount } from "../../preflight/account.ts";
import { lackingBy } from "../../preflight/coverage.ts";
import { readPackageFacts } from "../package-facts.ts";
import { confirmMissing } from "./after-list.ts";
import { cancelSignalOf, followCall, leftMsOf } from "./call-time.ts";
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
export async function streamInventory(call: ListCall, opened: OpenInventory, log: Log): Promise<void> {
  const cancelled = cancelSignalOf(call);
  const followed = followCall(call, cancelled);
  // For what is asked before and after the list, which has the run's own deadline.
  const context = newContext(followed.signal);
  try {
    // Before the first scope: what earlier runs read contradicts a product that seems to have gone.
    const opening = memoryOf(opened, cancelled, deadlineOf(call).deadlineMs, log);
    await checkAccount(opened, context, log);
    const memory = await opening;
    const inventory = withReadableKinds(opened, memory, log);
    const { recorder, finished } = await streamEntries(call, inventory, memory, cancelled, log);
    if (cancelled.aborted) return log("inventory.cancelled");
    const { scopes } = recorder;
    // Nothing is excused where the memory is silent or the run was stopped, so that nothing need be asked for.
    const mayExcuse = memory.before !== undefined && finished !== undefined && finished.code === undefined;
    const missingKinds = mayExcuse ? await confirmMissing(inventory, scopes, context) : inventory.missingKinds;
    const verdict = verdictOf(scopes, finished, { ...inventory, memory, missingKinds });
    // Before the call ends: the control plane may hang up on its end, and the process leaves at once then.
    await memory.keep(recorder);
    if (verdict.accepted.length > 0) log("inventory.accepted", { gaps: verdict.accepted.length });
    endCall(call, verdict.status, log);
  } catch (thrown) {
    if (cancelled.aborted) return log("inventory.cancelled");
    endCall(call, statusOf(thrown), log);
  } finally {
    followed.release();
  }
}

async function memoryOf(
  inventory: OpenInventory,
  signal: AbortSignal,
  leftMs: number | undefined,
  log: Log,
): Promise<Memory> {
  const timeoutMs = Math.min(accountTimeoutMs, leftMs ?? accountTimeoutMs);
  const tell = ({ type, ...fields }: MemoryNote): void => log(`state.${type}`, fields);
  return openMemory({ ...inventory, host: "plakar", signal, timeoutMs, tell });
}

/**
 * A list without an error is taken as the full set. Where nothing is remembered, an optional kind that is denied may have been granted
 * yesterday: it is then not asked for at all, unless somebody named it.
 */
function withReadableKinds(inventory: OpenInventory, { path, before }: Memory, log: Log): OpenInventory {
  const isUsable = path !== undefined && before !== undefined;
  const skipped = inventory.kinds.filter(({ optional }) => optional);
  if (inventory.named || isUsable || skipped.length === 0) return inventory;
  const reason = "read only with a memory, or where `kinds` names them: a right that was lost could not be told";
  log("kinds.skipped", { kinds: skipped.map(({ id }) => id), reason });
  return { ...inventory, kinds: inventory.kinds.filter(({ optional }) => !optional) };
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
  throw new InventoryError("NOT_FOUND", foreign.message.text, {
    advice: { check: "account.expected", remediation: foreign.remediation.text },
  });
}

async function streamEntries(call: ListCall, inventory: OpenInventory, memory: Memory, signal: AbortSignal, log: Log) {
  const { provider, kinds, named, acceptedGaps } = inventory;
  const { version } = readPackageFacts();
  const recorder = createRecorder(kinds);
  let finished: FinishedEvent | undefined;
  const limits = { concurrentScopes, ...deadlineOf(call) };
  const { account } = memory;
  const settings = { kinds, named, findLacking: lackingBy(provider), account, acceptedGaps, version, signal };
  for await (const batch of discoverInBatches(provider, { ...settings, ...limits, ...knownBy(inventory, memory) })) {
    for (const event of batch) {
      recorder.see(event);
      if (event.type === "finished") finished = event;
      if (event.type !== "resource") logEvent(log, event);
      // A write that is not taken at once waits for the control plane: HTTP/2's flow control reaches back to the cloud.
      else if (!call.write(event.resource)) await once(call, "drain", { signal });
    }
  }
  return { recorder, finished };
}

/** What Init found out about the rights counts as what earlier runs did. */
function knownBy({ grantedKinds, missingKinds }: OpenInventory, memory: Memory): Remembered {
  const remembered = rememberedBy(memory);
  return {
    ...remembered,
    wasGranted: (kind) => remembered.wasGranted(kind) || grantedKinds.has(kind),
    wasNotGranted: (kind) => remembered.wasNotGranted(kind) || missingKinds.has(kind),
  };
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
