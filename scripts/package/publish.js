import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { InventoryError } from "../../dist/inventory/errors.js";

/**
 * Refuses a folder that holds something else than what is told by one file: it would be replaced whole.
 *
 * @throws {InventoryError} INVALID_CONFIG
 */
export function expectReplaceable(folder, file) {
  if (!existsSync(folder) || existsSync(join(folder, file))) return;
  throw new InventoryError(
    "INVALID_CONFIG",
    `${folder} exists and holds no ${file}; move it away, or choose another --output`,
  );
}

/** Moves finished folders to where they are expected: all of them, or none, and what was there stays until they are. */
export function publish(staging, output, folders) {
  const undo = [];
  try {
    for (const folder of folders) {
      const place = join(output, folder);
      if (existsSync(place)) move(place, join(staging, "replaced", folder), undo);
      move(join(staging, folder), place, undo);
    }
  } catch (thrown) {
    for (const back of undo.reverse()) back();
    throw thrown;
  }
}

function move(from, to, undo) {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  undo.push(() => renameSync(to, from));
}
