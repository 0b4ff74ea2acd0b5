import { unknownChoice } from "../../config/nearest.ts";
import { manifestOf } from "../../providers/manifest.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { documentSchemas } from "../document-schemas.ts";
import { readPackageFacts } from "../package-facts.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { printJson } from "./output.ts";
import type { Terminal } from "./terminal.ts";

const loadAll = () => Promise.all(providerIds.map(loadProvider));

/** Prints one of the JSON Schemas. */
export async function schemaCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const schemas = documentSchemas(await loadAll());
  const name = options.argument;
  if (name === undefined) throw usage(`schema needs a name: ${Object.keys(schemas).join(", ")}`);
  if (!Object.hasOwn(schemas, name)) throw usage(unknownChoice("schema", name, Object.keys(schemas)));
  await printJson(terminal, schemas[name]);
  return exitCodes.complete;
}

/** Prints the manifest that a control plane reads first. */
export async function manifestCommand(_options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  await printJson(terminal, manifestOf(await loadAll(), readPackageFacts()));
  return exitCodes.complete;
}
