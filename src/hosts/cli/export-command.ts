import { unknownAmong } from "../../config/nearest.ts";
import { type Finding, groupByReason, placeLines } from "../../inventory/reason-groups.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { type PlakarCsvOptions, type PlakarCsvSummary, plakarCsv, WouldDelete } from "../../snapshots/plakar-csv.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { exportFormatNames } from "./export-formats.ts";
import { writeReport } from "./report-output.ts";
import { spoolFolderOf } from "./standard-streams.ts";
import { say, type Terminal } from "./terminal.ts";

/** Writes the table that a control plane imports, of snapshots that tell all. */
export async function exportCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const paths = options.words;
  if (paths.length === 0) throw usage("export needs the snapshots of all that the inventory shall hold");
  const format = options.one("format") ?? exportFormatNames[0];
  if (!exportFormatNames.some((name) => name === format))
    throw usage(unknownAmong("format", format, exportFormatNames));
  const told: { summary?: PlakarCsvSummary } = {};
  try {
    const settings = { spoolFolder: spoolFolderOf(options), signal: terminal.signal };
    await writeReport(texts(paths, settings, told), options, terminal);
  } catch (thrown) {
    if (!(thrown instanceof WouldDelete)) throw thrown;
    tellGaps(thrown, terminal);
    return exitCodes.incomplete;
  }
  if (told.summary !== undefined) tellSummary(told.summary, terminal);
  return exitCodes.complete;
}

async function* texts(
  paths: readonly string[],
  options: PlakarCsvOptions,
  told: { summary?: PlakarCsvSummary },
): AsyncGenerator<string, void, void> {
  told.summary = yield* plakarCsv(paths, options);
}

const groupsShown = 20;

function tellGaps({ gaps }: WouldDelete, terminal: Terminal): void {
  say(terminal, "nothing is written: an import deletes what the table lacks, and these snapshots may lack something");
  const groups = groupByReason(
    gaps.map(({ path, kind = "the snapshot", scope = "account", ...gap }): Finding & { readonly path: string } => ({
      ...gap,
      path,
      kind,
      scope,
    })),
  );
  for (const group of groups.slice(0, groupsShown)) {
    const { first, findings, reason } = group;
    const lines = [
      `  ${findings.length} ${first.status}, ${safeText(first.path)}: ${safeText(reason)}`,
      ...placeLines(group, { nameOf: () => undefined }),
      `    fix: ${safeText(first.remediation ?? "")}`,
    ];
    terminal.stderr.write(`${lines.join("\n")}\n`);
  }
  const left = groups.length - groupsShown;
  if (left > 0) terminal.stderr.write(`  … and ${left} more reasons\n`);
}

function tellSummary({ rows, unclassified, snapshots, shifting }: PlakarCsvSummary, terminal: Terminal): void {
  const read = snapshots.map(({ inventory, account, startedAt }) =>
    [inventory, account, `of ${startedAt}`].filter((part) => part !== undefined).join(" "),
  );
  const without = unclassified === 0 ? "" : `; ${unclassified} without a class have no row`;
  const sentence = `note: ${rows} resources (${read.join(", ")})${without}; its import replaces all that the inventory holds`;
  say(terminal, safeText(sentence));
  if (shifting.length === 0) return;
  const kinds = shifting.join(", ");
  say(
    terminal,
    `note: ${kinds}: their pages may shift while they are read; one that was added or removed then may hide another`,
  );
}
