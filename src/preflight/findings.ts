import type { Expiry } from "../credentials/credential.ts";
import { accountChecks, proxyChecks } from "./common-checks.ts";
import { coverageChecks, withAccepted, withNotGranted } from "./coverage.ts";
import type { TakenOver } from "./earlier-look.ts";
import type { Coverage, Examination, Finding } from "./examiner.ts";
import { expiryCheck } from "./expiry.ts";
import type { PreflightOptions } from "./preflight.ts";
import type { CheckResult, CoverageRow } from "./report.ts";

/** Who is told of each finding, once. */
interface Listener {
  readonly check: (result: CheckResult) => void;
  readonly row: (row: CoverageRow) => void;
}

/** Everything that was found. */
interface Findings {
  /** Takes what is known already. */
  add(finding: Finding): void;
  /** Takes what is left of an examination, and hands out all there is: just what was told, in the examination's order. */
  end(examination: Examination, takenOver: TakenOver): Whole;
}

interface Whole {
  readonly account: string | undefined;
  readonly checks: readonly CheckResult[];
  readonly coverage: readonly CoverageRow[];
  readonly expiries: readonly Expiry[];
}

/** Gathers findings as they come and tells each once, so that the events of a preflight add up to its report. */
export function createFindings(options: PreflightOptions, startedMs: number, { check, row }: Listener): Findings {
  // By identity: an examination holds again what it has told.
  const results = new Set<CheckResult>();
  const coverage = new Map<Coverage, CoverageRow>();
  const expiries = new Set<Expiry>();
  const made: CheckResult[] = [];
  let account: string | undefined;

  function make(checks: readonly CheckResult[]): void {
    made.push(...checks);
    for (const one of checks) check(one);
  }

  function add({ account: found, checks = [], expiries: ends = [], coverage: rows = [] }: Finding): void {
    if (account === undefined && found !== undefined) {
      account = found;
      make(accountChecks(found, options.expectedAccount));
    }
    for (const result of checks.filter((one) => !results.has(one))) {
      results.add(result);
      check(result);
    }
    for (const expiry of ends.filter((one) => !expiries.has(one))) {
      expiries.add(expiry);
      make([expiryCheck(expiry, options.leadDays, startedMs)]);
    }
    const news = rows.filter((one) => !coverage.has(one));
    const judged = withNotGranted(withAccepted(news, options.acceptedGaps), options);
    for (const [index, one] of news.entries()) {
      const written = judged[index];
      if (written === undefined) continue;
      coverage.set(one, written);
      row(written);
    }
  }

  make(proxyChecks(options.proxyVariable));
  return {
    add,
    end(examination, takenOver) {
      add(examination);
      if (account === undefined) make(accountChecks(undefined, options.expectedAccount));
      const ids = new Set([...results].map(({ id }) => id));
      add({ checks: takenOver.checks.filter(({ id }) => !ids.has(id)), coverage: takenOver.coverage });
      const rows = first(examination.coverage, coverage.keys()).flatMap((one) => coverage.get(one) ?? []);
      make(coverageChecks(rows));
      return {
        account,
        checks: [...first(examination.checks, results), ...made],
        coverage: rows,
        expiries: first(examination.expiries, expiries),
      };
    },
  };
}

/** All entries, those of a list first and in its order. */
function first<Entry>(list: readonly Entry[], all: Iterable<Entry>): readonly Entry[] {
  return [...new Set([...list, ...all])];
}
