import type { KindSummary } from "../../inventory/resource-kind.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import type { ParsedOptions } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { print, printJson } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** What can be discovered, and what a credential needs for it. */
export async function kindsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const chosen = options.all("provider");
  const definitions = await Promise.all((chosen.length > 0 ? chosen : providerIds).map(loadProvider));
  const kinds = definitions.flatMap((definition) => definition.kinds);
  if (options.has("json")) {
    const rows = kinds.map(
      ({ id, title, class: kindClass, subclass, locality, rights, byDefault, optional = false, required = false }) => ({
        id,
        title,
        class: kindClass,
        subclass,
        locality,
        rights,
        byDefault,
        optional,
        required,
      }),
    );
    await printJson(terminal, rows);
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

const legend = `* read unless --kinds says otherwise
+ read too where it is granted; where it is not, nothing fails unless --kinds names it
`;

/** Access rules are needed all together; of permission sets, one is enough. */
function needsOf({ rules = [], permissionSets = [] }: KindSummary["rights"]): string {
  return rules.join(", ") || permissionSets.join(" or ") || "rights that are not documented";
}
