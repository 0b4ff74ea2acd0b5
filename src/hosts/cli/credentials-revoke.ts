import { InventoryError } from "../../inventory/errors.ts";
import type { AccountCredential } from "../../providers/credential-keeper.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { confirm as askPlainly, canConfirm } from "./confirm.ts";
import { approvalTimeoutMs } from "./credential-approval.ts";
import { findKeeping, type Keeping, withManager } from "./credential-manager.ts";
import { dayOf } from "./credentials-list.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { say, type Terminal } from "./terminal.ts";

/** Revokes the config's own credential, or the one that is named; asks first, unless that was answered by an option. */
export async function revokeAccountCredential(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const isConfirmed = options.has("yes");
  if (!isConfirmed && !canConfirm(terminal)) {
    throw usage("revoking cannot be undone, and there is no terminal to ask on: --yes confirms it");
  }
  const keeping = await findKeeping(options, terminal);
  const confirm = async (question: string): Promise<boolean> => isConfirmed || askPlainly(question, terminal);
  const [, id] = options.words;
  const isDone =
    id === undefined ? await revokeOwn(keeping, confirm) : await revokeNamed(keeping, id, options, confirm);
  say(terminal, isDone ? "revoked" : "nothing was revoked");
  return isDone ? exitCodes.complete : exitCodes.cancelled;
}

type Confirm = (question: string) => Promise<boolean>;

async function revokeOwn({ keeper, found, surroundings }: Keeping, confirm: Confirm): Promise<boolean> {
  const { raw, where } = found;
  if (!(await confirm(`Revoke the key of ${where}? Nothing opens with it afterwards.`))) return false;
  await keeper.endOwn(raw, where, surroundings);
  return true;
}

async function revokeNamed(keeping: Keeping, id: string, options: ParsedOptions, confirm: Confirm): Promise<boolean> {
  const wish = { revokes: true, timeoutMs: approvalTimeoutMs(options) };
  return withManager(keeping, wish, async (manager) => {
    const { credentials } = await manager.list();
    const credential = credentials.find((one) => one.id === id);
    if (credential === undefined) throw new InventoryError("NOT_FOUND", `the account has no key no. ${id}`);
    if (!(await confirm(`Revoke ${inWords(credential)}?`))) return false;
    await manager.revoke(id);
    return true;
  });
}

function inWords({ id, isOwn, application, lastUsedAt, expiresAt, rights }: AccountCredential): string {
  const own = isOwn ? ", which is the one of this config" : "";
  const used = `last used ${dayOf(lastUsedAt)}, expires ${dayOf(expiresAt)}`;
  return `key no. ${id} of ${application.name ?? application.id}${own} (${used}; ${rights.length} rules)`;
}
