import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { coverageOf } from "../../snapshots/coverage.ts";
import { exitCodes } from "./exit-codes.ts";
import { main } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Writes a report of the snapshots in a folder, beside them, with a made-up list of what a backup tool protects: every other resource.
 *
 * @returns where it is; undefined where there are no snapshots.
 */
export async function writeSampleReport(folder: string, terminal: Terminal): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const snapshots = names
    .filter((name) => name.endsWith(".ndjson"))
    .sort()
    .map((name) => join(folder, name));
  if (snapshots.length === 0) return undefined;
  const { resources } = await coverageOf(snapshots, { signal: terminal.signal });
  const urns = resources.filter((_, index) => index % 2 === 0).map(({ urn }) => urn);
  const [report, list] = [join(folder, "report.html"), join(folder, "protected.txt")];
  // A list without any is refused.
  if (urns.length > 0) await writeFile(list, `${urns.join("\n")}\n`, { mode: 0o600 });
  const known = urns.length > 0 ? ["--protected", list] : [];
  const exitCode = await main(["report", "--output", report, ...known, ...snapshots], terminal);
  return exitCode === exitCodes.complete ? report : undefined;
}
