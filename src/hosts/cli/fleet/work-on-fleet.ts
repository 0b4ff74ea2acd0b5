import type { FleetSurroundings, OpenedEntry } from "../../fleet/open-entry.ts";
import { type Fleet, readFleet } from "../../fleet/read-fleet.ts";
import type { InventoryResult } from "../../fleet/result.ts";
import { failedEntry, refusedEntry, summaryOf } from "../../fleet/result-parts.ts";
import { type FleetJob, type FleetLimits, runFleet } from "../../fleet/run-fleet.ts";
import { readSecretHelpers } from "../../fleet/secret-helpers.ts";
import { readPackageFacts } from "../../package-facts.ts";
import { numberOption, type ParsedOptions, usage } from "../arguments.ts";
import { ReaderLeft } from "../batched-writer.ts";
import { paintFor, plain } from "../colour.ts";
import type { ExitCode } from "../exit-codes.ts";
import { openReport, writeTo } from "../report-output.ts";
import { writesFile } from "../standard-streams.ts";
import { say, type Terminal } from "../terminal.ts";
import { createFleetProgress, type FleetProgress } from "./progress.ts";
import { chosenEntries } from "./selection.ts";
import { summaryText } from "./summary-text.ts";

/** What is done with each entry, and what is given back once all are done. */
type EntryJob = Pick<FleetJob<OpenedEntry, InventoryResult>, "open" | "run"> & { readonly close?: () => Promise<void> };

/**
 * Does something with every chosen inventory of a fleet, and tells what came of it: one summary, and the worst of all exit codes.
 *
 * @throws InventoryError INVALID_CONFIG where the fleet or an option cannot be read; an entry that cannot is a part of the summary.
 */
export async function workOnFleet(
  options: ParsedOptions,
  terminal: Terminal,
  begin: (surroundings: FleetSurroundings) => Promise<EntryJob>,
): Promise<ExitCode> {
  const startedAt = new Date().toISOString();
  const limits = { atOnce: wholeOption(options, "at-once") ?? 10, perProvider: wholeOption(options, "per-provider") };
  const expiringDays = numberOption(options, "expiring", 0) ?? 7;
  const helpersFile = options.one("helpers");
  const helpers = helpersFile === undefined ? new Map() : await readSecretHelpers(helpersFile);
  const fleet = chosenEntries(await readFleet(options.words[1] ?? ""), options.all("only"));
  tellIgnored(fleet, terminal);
  const output = await openReport(options, terminal);
  const work = async (): Promise<readonly InventoryResult[]> => {
    const job = await begin({ terminal, helpers, learned: new Map() });
    const progress = createFleetProgress(terminal, fleet.entries.length, { isQuiet: options.has("quiet") });
    return resultsOf(fleet, limits, job, progress);
  };
  const results = await work().catch(async (thrown: unknown) => {
    await output.discard();
    throw thrown;
  });
  const about = { startedAt, endedAt: new Date().toISOString(), version: readPackageFacts().version };
  const summary = summaryOf([...results, ...fleet.refused.map(refusedEntry)], fleet.ignored, about);
  const paint = writesFile(options) ? plain : paintFor(terminal.stdout, terminal.environment);
  const text = options.has("json")
    ? `${JSON.stringify(summary, null, 2)}\n`
    : summaryText(summary, { expiringDays, paint });
  await writeTo(output, [text]).catch((thrown: unknown) => {
    // What came of the night is told somewhere.
    if (!(thrown instanceof ReaderLeft)) terminal.stderr.write(text);
    throw thrown;
  });
  return summary.exitCode;
}

async function resultsOf(
  { entries }: Fleet,
  limits: FleetLimits,
  { open, run, close }: EntryJob,
  progress: FleetProgress,
): Promise<readonly InventoryResult[]> {
  try {
    return await runFleet(entries, limits, { open, run, failed: failedEntry }, progress.settled);
  } finally {
    progress.end();
    await close?.();
  }
}

/**
 * Where snapshots are kept.
 *
 * @throws InventoryError INVALID_CONFIG where nothing says so.
 */
export function snapshotsOption(options: ParsedOptions): string {
  const place = options.one("snapshots");
  if (place === undefined) throw usage("--snapshots PLACE is missing: where snapshots are kept");
  return place;
}

export function wholeOption(options: ParsedOptions, name: string): number | undefined {
  const value = numberOption(options, name, 1);
  if (value !== undefined && !Number.isInteger(value)) throw usage(`--${name} must be a whole number`);
  return value;
}

function tellIgnored({ ignored }: Fleet, terminal: Terminal): void {
  const [first] = ignored;
  if (first === undefined) return;
  const more = ignored.length > 1 ? ` and ${ignored.length - 1} more` : "";
  say(terminal, `note: ${first}${more} in the folder are no configs by their names, and are left out`);
}
