import { readConfigFile } from "../../credentials/config-file.ts";
import { configOfFile, type FoundConfig, type SourceMap } from "../../credentials/sources.ts";
import type { Approval } from "../../providers/credential-request.ts";
import { numberOption, type ParsedOptions, usage } from "./arguments.ts";
import { say, type Terminal } from "./terminal.ts";

/** How long the customer may take to approve a credential. */
export function approvalTimeoutMs(options: ParsedOptions): number {
  return (numberOption(options, "timeout", 1) ?? 600) * 1000;
}

/** What is looked for in the environment where no config file says it: config key to variable. */
interface AskingNames {
  readonly names: Readonly<Record<string, string>>;
  /** Keys that need not be there. */
  readonly optional?: readonly string[];
}

/** What it takes to ask, from the config file or else from the environment; never from arguments. */
export function findAskingConfig(
  sources: SourceMap,
  { names, optional = [] }: AskingNames,
  path: string | undefined,
  terminal: Terminal,
): Omit<FoundConfig, "notices"> {
  const { environment } = terminal;
  if (path !== undefined) {
    const { notices, ...found } = configOfFile(sources, readConfigFile(path), environment);
    for (const notice of notices) say(terminal, `warning: ${notice}`);
    return found;
  }
  const needed = Object.keys(names).filter((key) => !optional.includes(key));
  const missing = needed.flatMap((key) => names[key] ?? []).filter((name) => !environment[name]?.trim());
  if (missing.length > 0) {
    throw usage(
      `what to ask with is missing: --config FILE with ${needed.join(", ")}, or ${missing.join(", ")} in the environment`,
    );
  }
  const raw = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, environment[name]]));
  return { raw, where: "environment", nameOf: (key) => names[key] ?? key };
}

/** Says where to approve a credential, and what it asks for. */
export function showApproval({ link, hint, rights, notes }: Approval, timeoutMs: number, terminal: Terminal): void {
  say(terminal, "The credential asks for these rights:");
  for (const right of rights) say(terminal, `  ${right}`);
  for (const note of notes) say(terminal, `note: ${note}`);
  say(terminal, `Approve the credential on this page (${hint}):`);
  say(terminal, link);
  say(terminal, `Waiting for up to ${timeoutMs / 1000} s; Ctrl-C ends it, and nothing is written.`);
}
