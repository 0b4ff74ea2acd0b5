import { unknownAmong } from "../../config/nearest.ts";
import { type DiffOptions, type DiffSummary, diffSnapshots } from "../../snapshots/diff.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type DiffFormat, diffFormat } from "./diff-formats.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { reportFormatNames } from "./report-formats.ts";
import { writeReport } from "./report-output.ts";
import { spoolFolderOf } from "./standard-streams.ts";
import type { Terminal } from "./terminal.ts";

const codes: Readonly<Record<DiffSummary["result"], ExitCode>> = {
  equal: exitCodes.complete,
  different: exitCodes.different,
  unknown: exitCodes.incomplete,
};

/** Tells what changed between two snapshots. */
export async function diffCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const [before, after] = options.words;
  if (before === undefined || after === undefined)
    throw usage("diff needs two snapshots: the earlier and the later one");
  const name = options.one("format") ?? "table";
  const format = diffFormat(name);
  if (format === undefined) throw usage(unknownAmong("format", name, reportFormatNames));
  const compared: DiffOptions = { spoolFolder: spoolFolderOf(options), signal: terminal.signal };
  let exitCode: ExitCode = exitCodes.failure;
  async function* texts(one: string, other: string, { difference, end }: DiffFormat): AsyncGenerator<string> {
    for await (const told of diffSnapshots(one, other, compared)) {
      if (told.type === "summary") exitCode = codes[told.result];
      yield told.type === "summary" ? end(told) : difference(told);
    }
  }
  await writeReport(texts(before, after, format), options, terminal);
  return exitCode;
}
