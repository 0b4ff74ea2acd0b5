// The programs that a control plane loads, made once for all measurements.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

let folder;

/** The packaged program of an inventory. */
export function packagedProgram(inventory) {
  folder ??= makePackages();
  return join(folder, `cloud-inventory-${inventory}`, `${inventory}-inventory`);
}

function makePackages() {
  const made = mkdtempSync(join(tmpdir(), "bench-packages-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  const script = fileURLToPath(new URL("../scripts/package.js", import.meta.url));
  execFileSync(process.execPath, [script, "--output", made], { stdio: ["ignore", "ignore", "inherit"] });
  return made;
}
