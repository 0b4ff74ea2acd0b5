import { unknownWord } from "../../config/nearest.ts";
import { readConfigFile } from "../../credentials/config-file.ts";
import { InventoryError } from "../../inventory/errors.ts";

/** Options of every inventory that Plakar's form cannot pass. */
const optionKeys = ["kinds", "max_in_flight", "max_requests_per_minute", "on_incomplete"];

export type Options = Readonly<Record<string, string>>;

/**
 * Reads the operator's defaults: a flat JSON object of options, in a file that the manifest's `args` or the environment
 * name. Credentials are refused there: they belong to a tenant, and the file serves all tenants.
 *
 * @throws InventoryError INVALID_CONFIG naming the key, never its value.
 */
export function readDefaults(path: string | undefined, credentialKeys: readonly string[]): Options {
  if (path === undefined) return {};
  const options: Record<string, string> = {};
  for (const [key, value] of Object.entries(readConfigFile(path).values)) {
    if (credentialKeys.includes(key) || /key|secret|token|password/i.test(key)) {
      throw refuse("the operator's defaults must hold no credentials; remove those that are there");
    }
    if (!optionKeys.includes(key)) throw refuse(`the operator's defaults: ${unknownWord("option", key, optionKeys)}`);
    if (typeof value !== "string") throw refuse(`the operator's defaults: ${key} must be a string in quotes`);
    if (value.trim() !== "") options[key] = value.trim();
  }
  return options;
}

/** Whether a list with gaps is an error, which it is unless somebody decided otherwise. */
export function acceptsGaps(value: string | undefined): boolean {
  if (value === undefined || value === "fail") return false;
  if (value === "accept") return true;
  throw refuse("on_incomplete must be fail or accept");
}

function refuse(message: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", message);
}
