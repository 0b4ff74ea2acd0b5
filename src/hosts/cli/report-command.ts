import { unknownAmong } from "../../config/nearest.ts";
import { htmlReport } from "../../snapshots/report/html-report.ts";
import { markdownReport } from "../../snapshots/report/markdown.ts";
import { readReport } from "../../snapshots/report/report.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { readProtectedUrns } from "./protected-urns.ts";
import { pageFormatNames } from "./report-formats.ts";
import { writeReport } from "./report-output.ts";
import { spoolFolderOf, writesFile } from "./standard-streams.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a report of snapshots. */
export async function reportCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.words.length === 0) throw usage("report needs a snapshot, or several of different accounts");
  const name = options.one("format") ?? "html";
  const format = pageFormatNames.find((one) => one === name);
  if (format === undefined) throw usage(unknownAmong("format", name, pageFormatNames));
  if (format === "html" && !writesFile(options) && terminal.stdout.isTTY) {
    throw usage(
      "html is no text to read on a terminal: name a file with --output report.html, or take --format markdown",
    );
  }
  const path = options.one("protected");
  const protectedUrns = path === undefined ? undefined : await readProtectedUrns(path);
  const report = await readReport(options.words, {
    previous: options.all("previous"),
    spoolFolder: spoolFolderOf(options),
    signal: terminal.signal,
    ...(protectedUrns === undefined ? {} : { protectedUrns }),
  });
  const texts = format === "markdown" ? markdownReport(report) : htmlReport(report, terminal.signal);
  await writeReport(texts, options, terminal);
  return exitCodes.complete;
}
