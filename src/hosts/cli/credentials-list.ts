import { safeText } from "../../inventory/safe-text.ts";
import type { AccountCredential, AccountCredentials } from "../../providers/credential-keeper.ts";
import type { ParsedOptions } from "./arguments.ts";
import { approvalTimeoutMs } from "./credential-approval.ts";
import { findKeeping, withManager } from "./credential-manager.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { print, printJson } from "./output.ts";
import { table } from "./table.ts";
import { say, type Terminal } from "./terminal.ts";

/** Prints the account's credentials, each with its last use, its end and what it may do. */
export async function listAccountCredentials(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const keeping = await findKeeping(options, terminal);
  const wish = { revokes: false, timeoutMs: approvalTimeoutMs(options) };
  await withManager(keeping, wish, async (manager) => {
    const found = await manager.list();
    if (options.has("json")) await printJson(terminal, { inventory: keeping.id, ...found });
    else await print(terminal, pageOf(found));
    if (found.ownUnknown !== undefined) say(terminal, `note: which one is yours is not known: ${found.ownUnknown}`);
  });
  return exitCodes.complete;
}

function pageOf({ credentials, unused }: AccountCredentials): string {
  const heading = ["id", "yours", "status", "application", "last used", "expires", "rights"];
  const lines = table([heading, ...credentials.map(rowOf)]);
  const others = unused.map(({ id, name = "" }) => `application without a key: ${id} ${safeText(name)}`.trimEnd());
  return `${[...lines, ...others].join("\n")}\n`;
}

function rowOf({
  id,
  isOwn,
  status,
  application,
  lastUsedAt,
  expiresAt,
  rights,
}: AccountCredential): readonly string[] {
  const [first = "none", ...others] = rights;
  const name = application.name ?? application.id;
  return [
    id,
    isOwn ? "yes" : "",
    status,
    name,
    dayOf(lastUsedAt),
    dayOf(expiresAt),
    others.length === 0 ? first : `${first} and ${others.length} more`,
  ].map(safeText);
}

/** The day of a moment; `never` where there is none, and a question mark where it is not known. */
export function dayOf(moment: string | null | undefined): string {
  if (moment === undefined) return "?";
  return moment === null ? "never" : moment.slice(0, 10);
}
