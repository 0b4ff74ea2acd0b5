import { groupByReason, placeLines } from "../../../inventory/reason-groups.ts";
import type { PreflightEvent } from "../../../preflight/event.ts";
import type { Check, PreflightReport, Verdict } from "../../../preflight/report.ts";
import { calls } from "../../wizard/calls.ts";
import { streams } from "../../wizard/streams.ts";
import type { Tone } from "../colour.ts";
import { findingOf } from "../coverage-findings.ts";
import { projectNamesIn } from "../project-names.ts";
import type { Screen } from "./screen.ts";
import { showGrants } from "./show-grants.ts";
import { attempt, type Step, signs, type Visit } from "./visit.ts";

const checkSigns: Readonly<Record<Check["status"], { readonly sign: string; readonly tone: Tone }>> = {
  pass: signs.good,
  warn: signs.doubtful,
  fail: signs.bad,
  unknown: signs.doubtful,
};

const verdictSigns: Readonly<Record<Verdict, { readonly sign: string; readonly tone: Tone }>> = {
  usable: signs.good,
  "usable-with-gaps": signs.doubtful,
  "not-usable": signs.bad,
};

// Each reason has its places below it; who has more of them reads a report.
const reasonsShown = 8;
// Rights come by the hundred at once; nobody reads faster than this.
const rowsATime = 20;

/** Is the credential enough? Told check by check, with what to do about each. */
export const checkCredential: Step = async (visit) => {
  const { ask, session, surroundings } = visit;
  await attempt(visit, () => checkOnce(visit, false));
  for (;;) {
    const { report } = session;
    const isUsable = report !== undefined && report.verdict !== "not-usable";
    const seesNone = report?.checks.some(({ id, status }) => id === "projects.visible" && status === "fail") ?? false;
    const isMissing =
      seesNone || (report?.coverage.some(({ missing, accepted }) => missing.length > 0 && !accepted) ?? false);
    const next = await ask.choose(
      "What now?",
      [
        ...(isUsable ? [{ value: "choose", label: "Go on" } as const] : []),
        ...(isMissing ? [{ value: "grant", label: "Show what has to be granted" } as const] : []),
        { value: "again", label: isUsable && !isMissing ? "Check again" : "Check again what failed" },
        { value: "enter", label: "Enter another key" },
        { value: "sign-in", label: "Sign in another way" },
      ],
      isMissing ? "grant" : undefined,
    );
    if (next === "grant") {
      const sheet = await attempt(visit, async () =>
        calls.rights({ missing: true, withPreflight: true }, surroundings),
      );
      if (sheet !== undefined) await showGrants(visit, sheet);
    } else if (next === "again") {
      await attempt(visit, () => checkOnce(visit, true));
    } else {
      if (next === "enter") await forgetCredential(visit);
      return next;
    }
  }
};

/** One preflight, told while it looks. */
export async function checkOnce({ screen, surroundings }: Visit, again: boolean): Promise<void> {
  let rows = 0;
  screen.status("checking");
  for await (const event of streams.preflight({ again }, surroundings)) {
    if (event.type === "failed") continue;
    if (event.type === "coverage") rows += 1;
    tell(event, screen);
    const isShown = event.type !== "coverage" || rows % rowsATime === 0;
    if (event.type !== "finished" && isShown) screen.status(`checking: ${rows} rights looked at`);
  }
}

function tell(event: PreflightEvent, screen: Screen): void {
  if (event.type === "started") screen.line(event.credential);
  if (event.type === "check") {
    const { status, message, remediation } = event.check;
    screen.line(message, checkSigns[status]);
    if (remediation !== undefined && status !== "pass") screen.line(`fix: ${remediation}`, signs.more);
  }
  if (event.type === "finished") tellReport(event.report, screen);
}

function tellReport(
  { inventory, coverage, kinds, projects, sentence, verdict }: PreflightReport,
  screen: Screen,
): void {
  const gaps = coverage.filter(({ status, accepted }) => status !== "granted" && !accepted);
  const lacking = new Set(gaps.map(({ kind }) => kind));
  screen.line(`${kinds.length - lacking.size} of ${kinds.length} kinds can be read whole`);
  const groups = groupByReason(gaps.map((row) => findingOf(inventory, row)));
  for (const group of groups.slice(0, reasonsShown)) {
    const { first, findings, reason } = group;
    screen.line(
      `${findings.length} ${first.status}: ${reason}`,
      first.status === "missing" ? signs.bad : signs.doubtful,
    );
    for (const place of placeLines(group, projectNamesIn(projects))) screen.line(place.trimStart(), signs.more);
  }
  if (groups.length > reasonsShown) screen.line(`and ${groups.length - reasonsShown} more reasons`);
  screen.line(sentence, verdictSigns[verdict]);
}

/** The keys of the credential alone: places and kinds stay as they were chosen. */
async function forgetCredential({ session, surroundings }: Visit): Promise<void> {
  const { credentials } = session.definition();
  const keys = credentials.flatMap((credential) => credential.keys);
  await calls.enter({ values: Object.fromEntries(keys.map((key) => [key, null])) }, surroundings);
}
