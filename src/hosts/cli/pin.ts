import { placesOf } from "../../preflight/coverage.ts";
import type { CoverageRow, PreflightReport } from "../../preflight/report.ts";
import { type ExitCode, exitCodeOfReport, exitCodes, refusalIn, worst } from "./exit-codes.ts";
import { print, printJson } from "./output.ts";
import { say, type Terminal } from "./terminal.ts";

/** What `--pin` says of one inventory. */
export interface Pin {
  readonly inventory: string;
  /** Granted wherever they would be read, but for what is left out on purpose. */
  readonly kinds: readonly string[];
  /** What is known not to be granted, each with why. */
  readonly leftOut: readonly string[];
  /** What keeps the line from being written: nobody can say whether it belongs there. */
  readonly open: readonly string[];
  readonly exitCode: ExitCode;
}

/** Which kinds of an inventory may be named in its config, so that a right that is lost later is an error and no silence. */
export function pinOf(report: PreflightReport): Pin {
  const { inventory, coverage, kinds, verdict, checks } = report;
  const decided = kinds.map((kind) =>
    decide(
      kind,
      coverage.filter((row) => row.kind === kind),
    ),
  );
  const of = (fate: Fate): string[] => decided.flatMap((one) => (one.fate === fate ? [one.text] : []));
  const failed = checks.filter(({ status }) => status === "fail").map(({ message }) => message);
  const unusable =
    verdict === "not-usable" ? (failed.length > 0 ? failed : ["nothing that was chosen can be read"]) : [];
  const refusal = refusalIn(report);
  const open = refusal === undefined ? [...unusable, ...of("open")] : [refusal.message];
  const pinned = of("pinned");
  const exitCode = refusal === undefined ? exitCodes.incomplete : exitCodeOfReport(report);
  return {
    inventory,
    kinds: pinned,
    leftOut: of("left out"),
    open: open.length === 0 && pinned.length === 0 ? ["no chosen kind is left to name"] : open,
    exitCode: open.length === 0 && pinned.length > 0 ? exitCodes.complete : exitCode,
  };
}

/** One line for each inventory, in order, or none at all: a part of them would be pasted for the whole. */
export async function printPins(pins: readonly Pin[], asJson: boolean, terminal: Terminal): Promise<ExitCode> {
  const exitCode = worst(pins.map((pin) => pin.exitCode));
  for (const { inventory, open } of pins) {
    for (const text of open) say(terminal, `error: ${inventory}: nothing is pinned: ${text}`);
  }
  if (exitCode !== exitCodes.complete) return exitCode;
  for (const [index, { inventory, kinds, leftOut }] of pins.entries()) {
    const where = asJson ? "" : `line ${index + 1}: `;
    say(terminal, `${where}the kinds of ${inventory}, ${kinds.length} of ${kinds.length + leftOut.length} chosen`);
    for (const text of leftOut) say(terminal, `left out: ${text}`);
  }
  if (asJson) {
    const rows = pins.map(({ inventory, kinds, leftOut }) => ({ inventory, kinds: kinds.join(), leftOut }));
    await printJson(terminal, rows);
  } else {
    await print(terminal, pins.map(({ kinds }) => `"kinds": ${JSON.stringify(kinds.join())}\n`).join(""));
  }
  return exitCode;
}

type Fate = "pinned" | "left out" | "open";

/**
 * A condition is not shown to hold, and what is read under it today would be lost by leaving the kind out: only a person can say
 * which of the two is meant.
 */
function decide(kind: string, rows: readonly CoverageRow[]): { readonly fate: Fate; readonly text: string } {
  const held = rows.filter(({ accepted }) => !accepted);
  const of = (status: CoverageRow["status"]): readonly CoverageRow[] => held.filter((row) => row.status === status);
  if (rows.length === 0) return { fate: "open", text: `${kind} was looked at in no place` };
  if (held.length === 0) return { fate: "left out", text: `${kind} is left out on purpose (accepted_gaps)` };
  if (held.every(({ notGranted }) => notGranted)) {
    return { fate: "left out", text: `${kind} is not shown to be granted${whyOf(held)}` };
  }
  const [unknown, missing, conditional] = [of("unknown"), of("missing"), of("conditional")];
  if (unknown.length > 0) {
    return { fate: "open", text: `whether ${placesOf(unknown).text} can be read is not known${whyOf(unknown)}` };
  }
  if (missing.length > 0) {
    return {
      fate: "left out",
      text: `${kind} is not granted in ${missing.length} of ${rows.length} places${whyOf(missing)}`,
    };
  }
  if (conditional.length > 0) {
    const ways = "grant it without one, leave it out with --kinds, or accept the gap (accepted_gaps)";
    return {
      fate: "open",
      text: `${placesOf(conditional).text} is granted under a condition${whyOf(conditional)}; ${ways}`,
    };
  }
  return { fate: "pinned", text: kind };
}

function whyOf(rows: readonly CoverageRow[]): string {
  const rights = [...new Set(rows.flatMap(({ missing }) => missing))];
  const reasons = [...new Set(rows.flatMap(({ reason }) => reason ?? []))];
  const why = [...(rights.length > 0 ? [`needs ${rights.join(", ")}`] : []), ...reasons].join("; ");
  return why === "" ? "" : `: ${why}`;
}
