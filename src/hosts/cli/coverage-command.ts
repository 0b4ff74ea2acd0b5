import { unknownAmong } from "../../config/nearest.ts";
import { type Coverage, type CoveredResource, coverageOf } from "../../snapshots/coverage.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { coverageText } from "./coverage-formats.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { readProtectedUrns } from "./protected-urns.ts";
import { reportFormatNames } from "./report-formats.ts";
import { writeReport } from "./report-output.ts";
import { say, type Terminal } from "./terminal.ts";

const failures = ["none-found", "unprotected"] as const;
type Failure = (typeof failures)[number];

/** Tells what providers hold of the resources of snapshots. */
export async function coverageCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.words.length === 0) throw usage("coverage needs a snapshot, or several of different accounts");
  const format = options.one("format") ?? "table";
  if (!reportFormatNames.includes(format)) throw usage(unknownAmong("format", format, reportFormatNames));
  const failOn = failureOf(options);
  const maxAgeMs = maxAgeOf(options);
  const path = options.one("protected");
  const protectedUrns = path === undefined ? undefined : await readProtectedUrns(path);
  const coverage = await coverageOf(options.words, {
    signal: terminal.signal,
    ...(protectedUrns === undefined ? {} : { protectedUrns }),
    ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
  });
  await writeReport(coverageText(format, coverage), options, terminal);
  return failOn === undefined ? exitCodes.complete : judgedBy(failOn, coverage, terminal);
}

/** @throws InventoryError INVALID_CONFIG */
function failureOf(options: ParsedOptions): Failure | undefined {
  const word = options.one("fail-on");
  if (word === undefined) return undefined;
  const failure = failures.find((one) => one === word);
  if (failure === undefined) throw usage(unknownAmong("value of --fail-on", word, failures));
  if (failure === "unprotected" && !options.has("protected"))
    throw usage("--fail-on unprotected needs --protected FILE, which says what the backup tool protects");
  return failure;
}

const unitMs: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 24 * 3_600_000,
  w: 7 * 24 * 3_600_000,
};

/** @throws InventoryError INVALID_CONFIG */
function maxAgeOf(options: ParsedOptions): number | undefined {
  const text = options.one("max-age");
  if (text === undefined) return undefined;
  const [, count, unit = ""] = /^(\d{1,9})([smhdw])$/.exec(text) ?? [];
  if (count === undefined) throw usage("--max-age must be a whole number with a unit: s, m, h, d or w, such as 7d");
  return Number(count) * (unitMs[unit] ?? 0);
}

function judgedBy(failure: Failure, { resources, snapshots }: Coverage, terminal: Terminal): ExitCode {
  const failing = resources.filter((one) => isFailing(failure, one)).length;
  if (failing > 0) {
    say(terminal, `--fail-on ${failure}: ${inWords(failure, failing)}`);
    return exitCodes.different;
  }
  const unknown = resources.filter(({ state, standing = state }) => standing === "unknown").length;
  const incomplete = snapshots.filter(({ complete }) => !complete).length;
  if (unknown === 0 && incomplete === 0) return exitCodes.complete;
  say(
    terminal,
    `--fail-on ${failure}: none as far as is known; unknown: ${unknown}, incomplete snapshots: ${incomplete}`,
  );
  return exitCodes.incomplete;
}

function isFailing(failure: Failure, { state, isStale, standing }: CoveredResource): boolean {
  return failure === "unprotected" ? standing === "unprotected" : state === "none-found" || isStale === true;
}

function inWords(failure: Failure, count: number): string {
  const are = count === 1 ? "1 resource is" : `${count} resources are`;
  return failure === "unprotected" ? `${are} unprotected` : `${are} without a backup, or with a stale one`;
}
