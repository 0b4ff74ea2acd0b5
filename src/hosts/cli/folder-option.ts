import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { systemCode } from "../../inventory/errors.ts";
import { type ParsedOptions, usage } from "./arguments.ts";

/**
 * The folder of `--folder`, or else the current one.
 *
 * @throws InventoryError INVALID_CONFIG where it is not there, or is no folder.
 */
export async function folderOption(options: ParsedOptions): Promise<string> {
  const folder = resolve(options.one("folder") ?? ".");
  const found = await stat(folder).catch((thrown: unknown) => {
    throw usage(`--folder: ${folder} cannot be read (${systemCode(thrown)})`);
  });
  if (!found.isDirectory()) throw usage(`--folder: ${folder} is no folder`);
  return folder;
}
