import type { ProviderDefinition } from "../../providers/definition.ts";
import type { KeepRequest } from "./api.ts";
import type { Values } from "./values.ts";

type Definition = Pick<ProviderDefinition, "configForm" | "sources">;

/** What is written of a config: the file that `--config` reads, lines for a shell, or the fields of a control plane's form. */
export function keptText(form: KeepRequest["form"], values: Values, definition: Definition): string {
  const ordered = definition.configForm.groups
    .flatMap(({ keys }) => keys)
    .flatMap((key): readonly (readonly [string, string])[] => {
      const value = values[key];
      return value === undefined ? [] : [[key, value]];
    });
  if (form === "config") return `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`;
  const lines = ordered.map(([key, value]) =>
    form === "form" ? `${key}: ${value}` : environmentLine(key, value, definition.sources.environment),
  );
  return `${lines.join("\n")}\n`;
}

/** What no variable says is an option of each command, or stands in a config file. */
function environmentLine(key: string, value: string, names: Readonly<Record<string, string>>): string {
  const name = names[key];
  const quoted = `'${value.replaceAll("'", "'\\''")}'`;
  return name === undefined ? `# no variable: ${key} = ${value.replaceAll(/\s+/g, " ")}` : `export ${name}=${quoted}`;
}
