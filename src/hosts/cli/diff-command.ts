import { dirname } from "node:path";
import { unknownAmong } from "../../config/nearest.ts";
import { type DiffSummary, diffSnapshots } from "../../snapshots/diff.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { diffFormat } from "./diff-formats.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { plainFile, standardStream } from "./plain-file.ts";
import { reportFormatNames } from "./report-formats.ts";
import { writesFile } from "./standard-streams.ts";
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
  const path = writesFile(options) ? options.one("output") : undefined;
  const output = path === undefined ? standardStream(terminal) : await plainFile(path);
  const spool = path === undefined ? {} : { spoolFolder: dirname(path) };
  let exitCode: ExitCode = exitCodes.failure;
  try {
    for await (const told of diffSnapshots(before, after, spool)) {
      terminal.signal.throwIfAborted();
      if (told.type === "summary") exitCode = codes[told.result];
      const room = output.write(told.type === "summary" ? format.end(told) : format.difference(told));
      if (room !== undefined) await room;
    }
    await output.finish();
  } catch (thrown) {
    await output.discard();
    throw thrown;
  }
  return exitCode;
}
