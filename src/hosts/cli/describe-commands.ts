import { unknownWord } from "../../config/nearest.ts";
import { jsonSchemas } from "../../providers/json-schemas.ts";
import { manifestOf } from "../../providers/manifest.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { readPackageFacts } from "../package-facts.ts";
import { type OptionTable, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { openInventories } from "./open-inventories.ts";
import type { Terminal } from "./terminal.ts";

const loadAll = () => Promise.all(providerIds.map(loadProvider));

/** Prints one of the JSON Schemas. */
export async function schemaCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const schemas = jsonSchemas(await loadAll());
  const name = options.argument;
  if (name === undefined) throw usage(`schema needs a name: ${Object.keys(schemas).join(", ")}`);
  if (!Object.hasOwn(schemas, name)) throw usage(unknownWord("schema", name, Object.keys(schemas)));
  return print(schemas[name], terminal);
}

/** Prints the manifest that a control plane reads first. */
export async function manifestCommand(_options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  return print(manifestOf(await loadAll(), readPackageFacts()), terminal);
}

export const validateOptions: OptionTable = {
  provider: { type: "string", multiple: true, placeholder: "ID", help: "check this provider alone; repeatable" },
  config: { type: "string", multiple: true, placeholder: "[ID=]FILE", help: "a config file; repeatable" },
  json: { type: "boolean", help: "print JSON" },
};

/** Checks configs as `discover` would read them, and sends nothing. What is wrong is thrown, key by key. */
export async function validateCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const choice = { providers: options.all("provider"), configs: options.all("config"), kindPatterns: [] };
  const inventories = await openInventories(choice, terminal);
  const rows = inventories.map(({ provider, kinds }) => ({
    inventory: provider.id,
    valid: true,
    credential: provider.describe(),
    kinds: kinds.map(({ id }) => id),
  }));
  if (options.has("json")) return print(rows, terminal);
  for (const { inventory, credential, kinds } of rows) {
    terminal.stdout.write(`${inventory}: valid (${credential}), ${kinds.length} kinds; nothing was sent\n`);
  }
  return exitCodes.complete;
}

function print(value: unknown, terminal: Terminal): ExitCode {
  terminal.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return exitCodes.complete;
}
