import { expect, test } from "vitest";
import { plain } from "../../src/hosts/cli/colour.ts";
import { summaryText } from "../../src/hosts/cli/fleet/summary-text.ts";
import type { FleetSummary, InventoryResult } from "../../src/hosts/fleet/result.ts";
import { summaryOf } from "../../src/hosts/fleet/result-parts.ts";
import type { DifferenceType } from "../../src/snapshots/diff.ts";

const now = Date.parse("2026-01-08T06:00:00Z");
const about = { startedAt: "2026-01-08T02:00:00.000Z", endedAt: "2026-01-08T02:00:31.500Z", version: "1.0.0" };
const page = { expiringDays: 7, paint: plain, now };
const noChanges: Record<DifferenceType, number> = {
  added: 0,
  removed: 0,
  changed: 0,
  volatile: 0,
  unknown: 0,
  "newly-covered": 0,
  "no-longer-looked-at": 0,
};

function result(name: string, other: Partial<InventoryResult> = {}): InventoryResult {
  const own = { name, customer: "acme", inventory: "ovh", tags: [], where: `${name}.json` };
  return { ...own, state: "complete", exitCode: 0, warnings: [], credentialEnds: [], ...other };
}

function ran(changes: Partial<typeof noChanges> = {}): NonNullable<InventoryResult["run"]> {
  const run = {
    startedAt: about.startedAt,
    durationMs: 1000,
    resources: 10,
    requests: 20,
    gaps: [],
    isAccepted: false,
  };
  return { ...run, changes: { since: "2026-01-07T02:00:00.000Z", counts: { ...noChanges, ...changes } } };
}

function summary(...results: InventoryResult[]): FleetSummary {
  return summaryOf(results, [], about);
}

test("a night reads in a minute: what is not complete, what ends, what changed, the sum", () => {
  const text = summaryText(
    summary(
      result("z-good", { run: ran() }),
      result("a-changed", { run: ran({ added: 2, removed: 1, volatile: 5 }) }),
      result("b-short", {
        state: "incomplete",
        exitCode: 4,
        reason: "GET /vps was refused: lacks \u001b[31mGET /vps",
        run: { ...ran(), gaps: [{ status: "denied", reason: "GET /vps was refused", scopes: 3 }] },
      }),
      result("c-refused", { state: "refused", exitCode: 3, reason: "the key is not valid" }),
      result("d-ends", { run: ran(), credentialEnds: [{ what: "the consumer key", at: "2026-01-10T06:00:00Z" }] }),
      result("e-ended", { run: ran(), credentialEnds: [{ what: "the API key", at: "2026-01-01T00:00:00Z" }] }),
      result("f-ends-later", { run: ran(), credentialEnds: [{ what: "the API key", at: "2026-03-01T00:00:00Z" }] }),
      {
        tags: [],
        where: "fleet.csv, line 9",
        state: "misconfigured",
        exitCode: 2,
        reason: "name is missing",
        warnings: [],
        credentialEnds: [],
      },
    ),
    page,
  );
  expect(text).toBe(`Not complete: 3
  fleet.csv, line 9  misconfigured  name is missing
  acme/b-short       incomplete     GET /vps was refused: lacks �[31mGET /vps (3 scopes, for one reason)
  acme/c-refused     refused        the key is not valid

Credentials that end within 7 days: 2
  acme/e-ended  the API key       has ended (2026-01-01)
  acme/d-ends   the consumer key  ends in 2 days (2026-01-10)

Changed since the snapshot before: 1
  acme/a-changed  2 added, 1 removed

8 inventories: 5 complete, 1 misconfigured, 1 incomplete, 1 refused; 60 resources, 120 requests, 31.5 s
`);
});

test("a check says which credentials will do", () => {
  const check = { verdict: "usable", missing: [], lost: [] } as const;
  const text = summaryText(
    summary(
      result("good", { check }),
      result("lacks", {
        state: "incomplete",
        exitCode: 4,
        reason: "2 of 5 kinds cannot be read",
        check: { verdict: "usable-with-gaps", missing: ["GET /vps"], lost: ["ovh.vps in account"] },
      }),
    ),
    page,
  );
  expect(text).toBe(`Not ready: 1
  acme/lacks  usable with gaps  2 of 5 kinds cannot be read

Rights that were lost: 1
  acme/lacks  ovh.vps in account

Rights that are missing: 1
  acme/lacks  GET /vps

2 inventories: 1 usable, 1 usable with gaps, 31.5 s
`);
});

test("what is not complete is listed whole, and of many changes the first", () => {
  const many = Array.from({ length: 60 }, (_one, place) => `n${String(place).padStart(2, "0")}`);
  const changed = summaryText(summary(...many.map((name) => result(name, { run: ran({ added: 1 }) }))), page);
  expect(changed).toContain("… and 10 more; --json lists them all");
  const failed = summaryText(summary(...many.map((name) => result(name, { state: "failed", exitCode: 1 }))), page);
  for (const name of many) expect(failed).toContain(`acme/${name} `);
});
