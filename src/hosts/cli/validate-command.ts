import { type ConfigProblem, sentenceOf } from "../../config/config-problem.ts";
import { type NameOf, withNames } from "../../config/key-names.ts";
import { safeText } from "../../inventory/safe-text.ts";
import type { ParsedOptions } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { type FoundInventory, findInventories } from "./find-inventories.ts";
import { openInventory } from "./open-inventories.ts";
import { print, printJson } from "./output.ts";
import type { Terminal } from "./terminal.ts";

type Row =
  | { readonly inventory: string; readonly valid: true; readonly credential: string; readonly kinds: readonly string[] }
  | {
      readonly inventory: string;
      readonly valid: false;
      readonly source: string;
      readonly problems: readonly NamedProblem[];
    };

/** A problem in the words of the source that the config came from. */
interface NamedProblem extends ConfigProblem {
  /** What the source calls the key: a variable, a line of a profile. */
  readonly name?: string;
}

/** Checks configs as a wizard and as `discover` would, and sends nothing. */
export async function validateCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const choice = { providers: options.all("provider"), configs: options.all("config"), kindPatterns: [] };
  const inventories = await findInventories(choice, terminal);
  const rows = await Promise.all(inventories.map((inventory) => rowOf(inventory, terminal)));
  if (options.has("json")) await printJson(terminal, rows);
  else await print(terminal, `${rows.flatMap(linesOf).map(safeText).join("\n")}\n`);
  return rows.every(({ valid }) => valid) ? exitCodes.complete : exitCodes.usage;
}

async function rowOf(inventory: FoundInventory, terminal: Terminal): Promise<Row> {
  const { definition, found } = inventory;
  const problems = await definition.problemsOf(found.raw);
  if (problems.length > 0) {
    const named = problems.map((problem) => inWordsOf(problem, definition.configKeys, found.nameOf));
    return { inventory: definition.id, valid: false, source: found.where, problems: named };
  }
  const { provider, kinds } = openInventory(inventory, [], terminal);
  return { inventory: definition.id, valid: true, credential: provider.describe(), kinds: kinds.map(({ id }) => id) };
}

function inWordsOf(problem: ConfigProblem, keys: readonly string[], nameOf: NameOf): NamedProblem {
  const inNames = (text: string): string => withNames(text, keys, nameOf);
  const name = problem.key === undefined ? {} : { name: nameOf(problem.key) };
  return { ...problem, ...name, problem: inNames(problem.problem), remediation: inNames(problem.remediation) };
}

function linesOf(row: Row): readonly string[] {
  const { inventory } = row;
  if (row.valid) return [`${inventory}: valid (${row.credential}), ${row.kinds.length} kinds; nothing was sent`];
  return [
    `${inventory}: not valid (${row.source}); nothing was sent`,
    ...row.problems.map(
      ({ name, ...problem }) => `  ${sentenceOf(name === undefined ? problem : { ...problem, key: name })}`,
    ),
  ];
}
