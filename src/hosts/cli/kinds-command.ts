import { unknownChoice } from "../../config/nearest.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import type { KindRow } from "../../providers/kind-row.ts";
import { kindRows } from "../../providers/kinds.gen.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { print, printJson } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** What can be discovered, and what a credential needs for it. */
export async function kindsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const chosen = options.all("provider");
  const kinds = (chosen.length > 0 ? chosen : Object.keys(kindRows)).flatMap(rowsOf);
  if (options.has("json")) {
    await printJson(terminal, kinds);
    return exitCodes.complete;
  }
  const width = Math.max(...kinds.map(({ id }) => id.length));
  const lines = kinds.map(({ id, title, byDefault, optional, rights }) => {
    const mark = optional ? "+" : byDefault ? "*" : " ";
    return `${mark} ${id.padEnd(width)}  ${title}; needs ${needsOf(rights)}\n`;
  });
  await print(terminal, `${lines.join("")}\n${legend}`);
  return exitCodes.complete;
}

/** @throws InventoryError INVALID_CONFIG for an unknown provider, naming the nearest. */
function rowsOf(provider: string): readonly KindRow[] {
  const rows = Object.hasOwn(kindRows, provider) ? kindRows[provider] : undefined;
  if (rows === undefined) throw usage(unknownChoice("provider", provider, Object.keys(kindRows)));
  return rows;
}

const legend = `* read unless --kinds says otherwise
+ read too where it is granted; where it is not, nothing fails unless --kinds names it
`;

/** Access rules are needed all together; of permission sets, one is enough. */
function needsOf({ rules = [], permissionSets = [] }: KindSummary["rights"]): string {
  return rules.join(", ") || permissionSets.join(" or ") || "rights that are not documented";
}
