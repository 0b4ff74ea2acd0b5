import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { InventoryError } from "../../dist/inventory/errors.js";
import { files } from "./manifest.js";

/**
 * Refuses a folder that holds something else: it would be replaced whole.
 *
 * @throws {InventoryError} INVALID_CONFIG
 */
export function expectReplaceable(folder) {
  if (!existsSync(folder) || existsSync(join(folder, files.manifest))) return;
  throw new InventoryError(
    "INVALID_CONFIG",
    `${folder} exists and is no package; move it away, or choose another --output`,
  );
}

/** Moves finished packages to where they are expected; what was there goes to the folder that they come from. */
export function publish(staging, output) {
  const names = readdirSync(staging);
  const replaced = join(staging, "replaced");
  mkdirSync(replaced);
  for (const name of names) {
    const place = join(output, name);
    if (existsSync(place)) renameSync(place, join(replaced, name));
    renameSync(join(staging, name), place);
  }
}
