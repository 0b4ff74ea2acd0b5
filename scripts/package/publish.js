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

/** Moves finished packages to where they are expected: all of them, or none, and what was there stays until they are. */
export function publish(staging, output) {
  const names = readdirSync(staging);
  const replaced = join(staging, "replaced");
  mkdirSync(replaced);
  const undo = [];
  try {
    for (const name of names) {
      const place = join(output, name);
      if (existsSync(place)) move(place, join(replaced, name), undo);
      move(join(staging, name), place, undo);
    }
  } catch (thrown) {
    for (const back of undo.reverse()) back();
    throw thrown;
  }
}

function move(from, to, undo) {
  renameSync(from, to);
  undo.push(() => renameSync(to, from));
}
