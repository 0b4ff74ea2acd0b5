import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { builtFile } from "../built.ts";
import type { OpenWizard } from "./open-page.ts";

const run = promisify(execFile);

/** What the wizard kept. */
export function keptConfig({ folder }: OpenWizard, name: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

/** What `discover` prints of a kept config; it throws unless the inventory is complete. */
export async function discoverKept({ folder, environment }: OpenWizard, name: string): Promise<string> {
  const words = [builtFile("bin/cloud-inventory.js"), "discover", "--config", join(folder, name), "--quiet"];
  const { stdout } = await run(process.execPath, words, { env: environment, maxBuffer: 50_000_000 });
  return stdout;
}
