import { describe, expect, test } from "vitest";
import { paintFor, plain } from "../../src/hosts/cli/colour.ts";
import { type FinishedRun, summaryOf } from "../../src/hosts/cli/summary.ts";
import type { ScopeEvent } from "../../src/inventory/event.ts";
import { withExamples } from "../../src/inventory/examples.ts";
import { createProjectNames } from "../../src/inventory/project-names.ts";
import { isHarmless } from "../inventory/hostile-text.ts";
import { fakeEnd, fakeResource, fakeScope } from "./fake-events.ts";

const project = "11111111-2222-4333-8444-555555555555";

const runOf = (inventory: string, source: string): FinishedRun => {
  return { finished: fakeEnd(inventory), acceptsIncomplete: false, source, inWords: (sentence) => sentence };
};

function page(scopes: readonly ScopeEvent[], projectName?: string): string {
  const projects = createProjectNames();
  if (projectName !== undefined) {
    const urn = `urn:scaleway:${project}:account:global:project:${project}`;
    projects.note(fakeResource("scaleway", { kind: "scaleway.account.project", urn, name: projectName }));
  }
  const runs = [runOf("ovh", "/etc/backup/ovh.json"), runOf("scaleway", "environment")];
  return summaryOf({ scopes, runs, projects }, plain);
}

const zones = Array.from({ length: 40 }, (_, index) => `zone-${index}`);

test("a refused key stands before a hundred gaps of another kind, with the config it came from and what to do", () => {
  const timeouts = ["server", "volume"].flatMap((kind) =>
    zones.map((zone) =>
      fakeScope(`scaleway.instance.${kind}`, `${project}/${zone}`, {
        code: "UNAVAILABLE",
        reason: `GET /instance/v1/zones/${zone}/${kind}s failed at the provider (status 503), on each of 6 attempts`,
      }),
    ),
  );
  const refused = ["ovh.cloud.bucket", "ovh.cloud.volume", "ovh.vps", "ovh.vps.disk"].map((kind) =>
    fakeScope(kind, "account", {
      code: "UNAUTHENTICATED",
      reason: "OVHcloud refused the consumer_key",
      requestId: "request-1",
      remediation: "make a new consumer key",
    }),
  );
  const text = page([...timeouts, ...refused], "shop");
  expect(text).toContain(`
Gaps: 84, for 2 reasons; --format ndjson lists each
  4 failed: OVHcloud refused the consumer_key
    credential: ovh, from /etc/backup/ovh.json
    where: ovh.cloud.bucket in account [request request-1]
           ovh.cloud.volume in account
           ovh.vps in account
           and 1 more
    fix: make a new consumer key
    try: cloud-inventory preflight
  80 failed: GET … failed at the provider (status 503), on each of 6 attempts
    where: scaleway.instance.server in ${project}/zone-0 (shop)
           scaleway.instance.server in ${project}/zone-1 (shop)
           scaleway.instance.server in ${project}/zone-10 (shop)
           and 77 more
    fix: run again; where it stays so, ask the provider's support and name the request

`);
});

test("what is to be granted keeps gaps apart, and a status does, where a place or a count does not", () => {
  const denied = (kind: string, zone: string, right: string) =>
    fakeScope(kind, `${project}/${zone}`, {
      outcome: "denied",
      code: "PERMISSION_DENIED",
      reason: `GET /v1/zones/${zone}/things is not granted; needs ${right}`,
    });
  const partial = (count: number, zone: string) =>
    fakeScope("scaleway.block.volume", `${project}/${zone}`, {
      outcome: "partial",
      code: "INVALID_RESPONSE",
      reason: `${count} item(s) without an id could not be reported`,
    });
  const failed = (status: number) =>
    fakeScope("scaleway.block.volume", project, { code: "UNAVAILABLE", reason: `GET /a failed (status ${status})` });
  const text = page([
    denied("scaleway.a.one", "fr-par-1", "GET /cloud/a"),
    denied("scaleway.a.one", "fr-par-2", "GET /cloud/a"),
    denied("scaleway.a.two", "fr-par-1", "GET /cloud/b"),
    partial(2, "fr-par-1"),
    partial(5, "fr-par-2"),
    failed(502),
    failed(503),
  ]);
  expect(text.split("\n").filter((line) => /^ {2}\d/.test(line))).toEqual([
    "  2 denied: GET /v1/zones/…/things is not granted; needs GET /cloud/a",
    "  1 denied: GET /v1/zones/fr-par-1/things is not granted; needs GET /cloud/b",
    "  1 failed: GET /a failed (status 502)",
    "  1 failed: GET /a failed (status 503)",
    "  2 partial: … item(s) without an id could not be reported",
  ]);
});

test.each([
  "are listed, twice, and cannot be found one by one",
  "are here, and their detail was answered with something else, twice",
])(
  "findings that name an item each are one group, which names the first, and another one is not hidden: %s",
  (says) => {
    const scopes = Array.from({ length: 40 }, (_, index) =>
      fakeScope("scaleway.block.volume", `${project}/fr-par-${index}`, {
        outcome: "partial",
        code: "INVALID_RESPONSE",
        reason: withExamples(`1 item(s) ${says}`, [`id-${index} "disk ${index}" in gra`]),
        warnings: [
          `1 item(s) reported without a part of "tags": it did not have the documented form (tags.owner); the first is "x${index}"`,
        ],
      }),
    );
    const other = fakeScope("scaleway.block.volume", project, {
      code: "UNAVAILABLE",
      reason: "the proxy answered 502",
      warnings: ["another warning"],
    });
    const text = page([...scopes, other]);
    expect(text).toContain("Gaps: 41, for 2 reasons");
    const place = `scaleway.block.volume in ${project}`;
    expect(text).toContain(`  40 partial: 1 item(s) ${says}
    where: ${place}/fr-par-0: id-0 "disk 0" in gra
           ${place}/fr-par-1: id-1 "disk 1" in gra
           ${place}/fr-par-10: id-10 "disk 10" in gra
`);
    expect(
      text,
    ).toContain(`  40 times: 1 item(s) reported without a part of "tags": it did not have the documented form (tags.owner)
    where: ${place}/fr-par-0: "x0"
`);
    expect(text).toContain("another warning");
  },
);

test("an item that every place names is said once, and a right behind it stays", () => {
  const lost = (zone: string) =>
    fakeScope("ovh.vps", zone, {
      outcome: "denied",
      code: "PERMISSION_DENIED",
      reason: `${withExamples("2 are not listed any more", ["vps-1", "vps-2"])}; needs GET /vps`,
    });
  const [, ...lines] = page([lost("a"), lost("b")])
    .split("\n")
    .filter((line) => line.includes("vps"));
  expect(lines).toEqual([
    "  2 denied: 2 are not listed any more; the first are vps-1, vps-2; needs GET /vps",
    "    where: ovh.vps in a",
    "           ovh.vps in b",
  ]);
});

describe("gaps of one sentence are apart", () => {
  const failed = { code: "UNAVAILABLE", reason: "it was not read" } as const;
  const gap = (more: Partial<ScopeEvent>) => fakeScope("scaleway.block.volume", project, { ...failed, ...more });
  test.each([
    { by: "their code", gaps: [gap({ remediation: "this" }), gap({ remediation: "this", code: "INVALID_RESPONSE" })] },
    { by: "what is to be done", gaps: [gap({ remediation: "this" }), gap({ remediation: "that" })] },
    { by: "their status", gaps: [gap({ reason: "GET /a (status 500)" }), gap({ reason: "GET /a (status 503)" })] },
    { by: "what a proxy answered", gaps: [gap({ reason: "it answered 500" }), gap({ reason: "it answered 503" })] },
  ])("by $by", ({ gaps }) => {
    expect(page(gaps)).toContain("Gaps: 2, for 2 reasons");
  });

  test("and together where nothing but a count differs", () => {
    expect(page([gap({ reason: "500 were lost" }), gap({ reason: "503 were lost" })])).toContain(
      "Gaps: 2, for 1 reason;",
    );
  });
});

test.each([
  { reason: "the run was cancelled", fix: "run again when there is time for it" },
  {
    reason: "the deadline of 5 s passed before this was read",
    fix: "run again with a longer --deadline, or with fewer --kinds",
  },
])("what to do is told by what ended a run: $reason", ({ reason, fix }) => {
  expect(page([fakeScope("ovh.vps", "account", { code: "CANCELLED", reason })])).toContain(`    fix: ${fix}\n`);
});

describe("a denial", () => {
  const refusal = { outcome: "denied", code: "PERMISSION_DENIED", reason: "GET /vps is not granted" } as const;
  const barred = ["fix: no right is known to be missing", "try: cloud-inventory preflight"];
  const grantable = ["fix: grant what is missing", "try: cloud-inventory rights --missing"];
  const action = "GET /vps is not granted to this credential, IAM action vps:apiovh:get";
  test.each([
    { of: "that lacks no right is not said to need a grant", more: {}, says: barred },
    { of: "that needs a right", more: { reason: "GET /vps is not granted; needs GET /vps" }, says: grantable },
    { of: "that names an IAM action", more: { reason: action }, says: grantable },
    {
      of: "of a part",
      more: { outcome: "partial", reason: `below 1 nothing was read: a: ${action}` },
      says: grantable,
    },
    { of: "of a part, which names no right", more: { outcome: "partial" }, says: grantable },
  ] satisfies { of: string; more: Partial<ScopeEvent>; says: string[] }[])("$of", ({ more, says }) => {
    const text = page([fakeScope("ovh.vps", "account", { ...refusal, ...more })]);
    for (const line of says) expect(text).toContain(line);
  });
});

test("equal warnings are said once, with the names of the projects", () => {
  const warned = ["fr-par-1", "fr-par-2"].map((zone) =>
    fakeScope("scaleway.block.volume", `${project}/${zone}`, {
      outcome: "completed",
      warnings: ['3 item(s) without "size"'],
    }),
  );
  expect(page(warned, "shop")).toContain(`
Warnings:
  2 times: 3 item(s) without "size"
    where: scaleway.block.volume in ${project}/fr-par-1 (shop)
           scaleway.block.volume in ${project}/fr-par-2 (shop)
`);
});

test("what a tenant called a project is harmless, and colour is ours alone", () => {
  const failed = fakeScope("scaleway.block.volume", project, { reason: "it \u001b[2J failed" });
  const text = page([failed], "\u001b]0;title\u0007\n\u202eshop");
  expect(isHarmless(text.replaceAll("\n", ""))).toBe(true);
  expect(text).toContain(`scaleway.block.volume in ${project} (\ufffd]0;title\ufffd\ufffd\ufffdshop)\n`);
  const paint = paintFor({ isTTY: true }, {});
  const painted = summaryOf({ scopes: [failed], runs: [], projects: createProjectNames() }, paint);
  const colours = [1, 22, 31, 39].map((code) => `\u001b[${code}m`);
  expect(isHarmless(colours.reduce((rest, colour) => rest.replaceAll(colour, ""), painted.replaceAll("\n", "")))).toBe(
    true,
  );
  expect(painted).toContain("\u001b[31m1 failed\u001b[39m: it \ufffd[2J failed");
});

test.each([
  { isTTY: true, environment: {}, wanted: true },
  { isTTY: false, environment: {}, wanted: false },
  { isTTY: true, environment: { NO_COLOR: "1" }, wanted: false },
  // https://no-color.org: only where it is not empty.
  { isTTY: true, environment: { NO_COLOR: "" }, wanted: true },
  { isTTY: false, environment: { FORCE_COLOR: "1" }, wanted: true },
  { isTTY: false, environment: { FORCE_COLOR: "" }, wanted: true },
  { isTTY: true, environment: { FORCE_COLOR: "0" }, wanted: false },
  { isTTY: false, environment: { FORCE_COLOR: "1", NO_COLOR: "1" }, wanted: false },
  { isTTY: true, environment: { TERM: "dumb" }, wanted: false },
])("colour for a terminal ($isTTY) with $environment: $wanted", ({ isTTY, environment, wanted }) => {
  expect(paintFor({ isTTY }, environment)("bad", "x")).toBe(wanted ? "\u001b[31mx\u001b[39m" : "x");
});
