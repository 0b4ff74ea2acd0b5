import { unknownChoice } from "../../config/nearest.ts";
import { isNamedBy } from "../../inventory/select-kinds.ts";
import type { KindRow } from "../../providers/kind-row.ts";
import { kindRows } from "../../providers/kinds.gen.ts";
import { commaOption, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { checkPatterns, ofProvider } from "./kind-patterns.ts";
import { groupedKinds, inGroups, type ProviderKinds } from "./kinds-list.ts";
import { print, printJson } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** Options that only a look at an account takes. */
const accountOptions = ["config", "scope", "quiet"];

/** What can be discovered, what it costs, and what a credential needs for it. */
export async function kindsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const idle = accountOptions.find((name) => options.has(name));
  if (idle !== undefined) throw usage(`--${idle} goes with --requests: without it, no account is looked at`);
  const chosen = [...new Set(options.all("provider"))];
  const all = (chosen.length > 0 ? chosen : Object.keys(kindRows)).map(rowsOf);
  const words = commaOption(options, "kinds");
  checkPatterns(words, all, "which --provider leaves out");
  const groups = groupedKinds(all.map((one) => named(one, words)));
  if (options.has("json")) await printJson(terminal, groups.flatMap(inGroups.rows));
  else await print(terminal, inGroups.text(groups));
  return exitCodes.complete;
}

function named(provider: ProviderKinds, words: readonly string[]): ProviderKinds {
  const own = ofProvider(provider, words);
  const isNamed = (row: KindRow): boolean => words.length === 0 || own.some((word) => isNamedBy(row, word));
  return { ...provider, kinds: provider.kinds.filter(isNamed) };
}

/** @throws InventoryError INVALID_CONFIG for an unknown provider, naming the nearest. */
function rowsOf(id: string): ProviderKinds {
  const kinds = Object.hasOwn(kindRows, id) ? kindRows[id] : undefined;
  if (kinds === undefined) throw usage(unknownChoice("provider", id, Object.keys(kindRows)));
  return { id, kinds };
}
