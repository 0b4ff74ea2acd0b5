import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { markdownReport } from "../../../src/snapshots/report/markdown.ts";
import { type ReportOptions, readReport } from "../../../src/snapshots/report/report.ts";
import { tableRows } from "../../../src/snapshots/report/rows.ts";
import { held, urnOf } from "../covered-worlds.ts";
import type { FakeRun } from "../worlds.ts";
import { hostileName, ovhRun, scalewayRun, snapshotsOf } from "./report-world.ts";

const options = { now: () => Date.parse("2026-03-11T00:00:00Z") };
const readRuns = (runs: readonly FakeRun[], more: ReportOptions = {}) =>
  readReport(snapshotsOf(...runs), { ...options, ...more });
const textOf = async (runs: readonly FakeRun[], more: ReportOptions = {}) =>
  [...markdownReport(await readRuns(runs, more))].join("");

async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("a report", () => {
  it("adds up resources by class, kind, project, provider and place", async () => {
    const { totals } = await readRuns([ovhRun, scalewayRun]);
    expect(totals.byProvider).toEqual([
      { inventory: "ovh", resources: 7, sized: 4, bytes: 210 * 1024 ** 3, data: 4, copies: 2 },
      { inventory: "scaleway", resources: 1, sized: 0, bytes: 0, data: 1, copies: 0 },
    ]);
    expect(totals.byClass.map((one) => [one.class, one.resources])).toEqual([
      ["block-storage", 6],
      ["object-storage", 1],
      ["security", 1],
    ]);
    expect(totals.byProject[0]).toMatchObject({
      account: "ab12345-ovh",
      project: "p",
      projectName: "web shop",
      resources: 6,
    });
    expect(totals.byCountry.map(({ country, data, copies }) => [country, data, copies])).toEqual([
      ["FR", 4, 2],
      ["PL", 1, 0],
      [undefined, 0, 0],
    ]);
    expect(totals.byKind.find(({ kind }) => kind === "ovh.cloud.volume")).toMatchObject({ resources: 4, sized: 3 });
  });

  it("counts a resource once, whichever scopes and accounts list it", async () => {
    const again = held("ovh.cloud.volume", "backed", "q", { region: "GRA11", country: "FR" });
    const other: FakeRun = { ...ovhRun, account: "other-ovh", resources: [again] };
    const { totals } = await readRuns([{ ...ovhRun, resources: [...ovhRun.resources, again] }, other]);
    expect(totals.byProvider.map(({ resources }) => resources)).toEqual([7]);
  });

  it("knows how old the newest backups were when the snapshot was begun", async () => {
    const { backupAges } = await readRuns([ovhRun]);
    expect(backupAges).toMatchObject({ "1 to 7 days": 1, "under a day": 0, "not known": 0 });
  });

  it("tells which credentials end first", async () => {
    const { credentials } = await readRuns([ovhRun]);
    expect(credentials).toMatchObject({
      credentials: 1,
      dated: 1,
      earliest: [{ what: "certificate", name: "example.com" }],
    });
    expect(await textOf([ovhRun])).toContain(
      "| 2026-03-20 | 9 | certificate | `example.com` | `ovh.ssl-certificate` |",
    );
  });

  it("tells until when the credentials of the runs are good, and says so where a snapshot does not", async () => {
    const credentialEnds = [
      { what: "the API key", at: "2026-03-15T12:00:00Z" },
      { what: "the token", at: null },
      { what: "the key" },
    ];
    const text = await textOf([{ ...ovhRun, ended: { credentialEnds } }]);
    expect(text).toContain(`
| inventory | account | what | ends | days left |
| --- | --- | --- | --- | ---: |
| \`ovh\` | \`ab12345-ovh\` | \`the API key\` | 2026-03-15 | 4 |
| \`ovh\` | \`ab12345-ovh\` | \`the token\` | never |  |
| \`ovh\` | \`ab12345-ovh\` | \`the key\` | could not be read |  |
`);
    expect(await textOf([ovhRun])).toContain("the snapshots do not say; `cloud-inventory preflight` does.");
  });

  it("tells each reason why lists were not read, with how many they are", async () => {
    const [scope, ...scopes] = ovhRun.scopes;
    if (scope === undefined) throw new Error("there is a scope");
    const gap = (place: string, reason: string) => ({
      ...scope,
      scope: place,
      outcome: "failed" as const,
      count: 0,
      reason,
    });
    const gaps = [
      gap("p/GRA11", "GET /p/GRA11 answered 500"),
      gap("p/SBG5", "GET /p/SBG5 answered 500"),
      gap("p/DE1", "no time"),
    ];
    const text = await textOf([{ ...ovhRun, scopes: [...scopes, ...gaps], resources: [] }]);
    expect(text).toMatch(/failed \| 2 \| .*p\/GRA11.*p\/SBG5.* \| .*GET \S+ answered 500/);
    expect(text).toMatch(/failed \| 1 \| .*p\/DE1.* \| .*no time/);
  });

  it("says how old what an earlier run had read is", async () => {
    const [scope, ...scopes] = ovhRun.scopes;
    const old = { ...ovhRun, scopes: scope === undefined ? [] : [{ ...scope, readAt: "2026-03-01T07:30:00.000Z" }] };
    const now = scopes.map((one) => ({ ...one, readAt: "2026-03-10T08:01:00.000Z" }));
    expect(await textOf([{ ...old, scopes: [...old.scopes, ...now] }])).toContain(
      "Of `ovh`, 1 list was taken over from an earlier run; the oldest was read at 2026-03-01 07:30 UTC.",
    );
  });

  it("keeps of a hundred thousand credentials no more than it tells", async () => {
    const keys = Array.from({ length: 300 }, (_, index) => ({
      scope: "organization",
      resource: {
        urn: urnOf(`key-${index}`),
        kind: "scaleway.iam.api-key",
        name: `key-${index}`,
        details: {
          provider: "scaleway",
          protection: [],
          relations: [],
          attributes: { expiresAt: new Date((1000 - index) * 86_400_000).toISOString() },
        },
      },
    }));
    const { credentials } = await readRuns([{ ...scalewayRun, resources: keys }]);
    expect(credentials).toMatchObject({ credentials: 300, dated: 300 });
    expect(credentials.earliest[0]?.name).toBe("key-299");
    expect(credentials.earliest.length).toBeLessThan(100);
  });

  it("says on top that it is incomplete, and what was not read, why, and what to do", async () => {
    const text = await textOf([ovhRun, scalewayRun]);
    expect(text.split("\n").slice(0, 5)).toEqual([
      "# Cloud inventory report",
      "",
      "## What was read",
      "",
      "**INCOMPLETE: of 2 snapshots, 1 did not read everything; 1 list was not read to the end. There may be resources that nothing here counts.**",
    ]);
    expect(text).toContain(
      "| denied | 1 | `scaleway.block.volume in project-1/fr-par-1` | `403; needs BlockStorageReadOnly` | `grant BlockStorageReadOnly` |",
    );
    expect(await textOf([ovhRun])).toMatch(/^# Cloud inventory report\n\n## What was read\n\nComplete: all 5 lists/);
  });

  it("says so where a run was stopped before it had planned all", async () => {
    const stopped = snapshotsOf({
      ...ovhRun,
      ended: { complete: false, code: "CANCELLED", reason: "the run was cancelled" },
    });
    expect([...markdownReport(await readReport(stopped, options))].join("")).toMatch(
      /INCOMPLETE: .*The run of `ovh` ended early: `the run was cancelled`\./,
    );
  });

  it("never says unprotected unless it is known what the backup tool protects", async () => {
    const [bare, snapped, unsized] = ["bare", "snapped", "unsized"].map(urnOf);
    const without = await textOf([ovhRun]);
    expect(without).not.toMatch(/protected/i);
    expect(without).toContain(
      "4 resources hold data that a backup would bring back: 1 with a backup of the provider, 1 with snapshots only, 2 with none found, 0 unknown.",
    );
    expect(without).toContain("### Without a backup, largest and oldest first");
    const text = await textOf([ovhRun], { protectedUrns: new Set([bare ?? "", "urn:test:elsewhere"]) });
    expect(text).toContain("| block-storage | 1 | 1 | 2 | 0 | 4 |");
    expect(text).toContain("2 resources are unprotected.");
    expect(text).toContain("The backup tool names 1 URN that no snapshot holds.");
    const [, listed = ""] = text.split("### Unprotected, largest and oldest first");
    expect(listed).toContain(`\`${snapped}\``);
    expect(listed.indexOf(snapped ?? "")).toBeLessThan(listed.indexOf(unsized ?? ""));
    expect(listed).not.toContain(`\`${bare}\``);
  });

  it("tells what changed since the earlier snapshot of the same account", async () => {
    const before: FakeRun = {
      ...ovhRun,
      startedAt: "2026-03-03T08:00:00.000Z",
      resources: [...ovhRun.resources.slice(1), held("ovh.cloud.volume", "gone", "p", { name: hostileName })],
    };
    const [previous = ""] = snapshotsOf(before);
    const text = await textOf([ovhRun, scalewayRun], { previous: [previous] });
    expect(text).toContain(
      "`ovh`, account `ab12345-ovh`, from 2026-03-03 08:00 UTC to 2026-03-10 08:00 UTC: 1 added, 1 removed, 6 unchanged.",
    );
    expect(text).toContain("| removed | `ovh.cloud.volume` |");
    expect(await textOf([ovhRun])).not.toContain("What changed");
  });

  it("refuses an earlier snapshot that is of none of the accounts, and a second one of the same", async () => {
    const [one = "", same = ""] = snapshotsOf(ovhRun, ovhRun);
    const [other = ""] = snapshotsOf({ ...ovhRun, account: "xy98765-ovh" });
    await expect(readRuns([ovhRun, scalewayRun], { previous: [other] })).rejects.toThrow(
      /is of ovh, the account xy98765-ovh, and no snapshot of the report is: --previous needs an earlier snapshot of one of them/,
    );
    await expect(readRuns([ovhRun], { previous: [one, same] })).rejects.toThrow(
      /are both earlier snapshots for .*: name one of them/,
    );
  });

  it("lists every resource once for its table, with what is known of it", async () => {
    const report = await readRuns([ovhRun, scalewayRun], { protectedUrns: new Set([urnOf("backed")]) });
    const rows = await collected(tableRows(report));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({
      urn: urnOf("backed"),
      coverage: "backup",
      isProtected: true,
      projectName: "web shop",
      lastBackupAt: "2026-03-07T08:00:00Z",
    });
    expect(rows[1]).toMatchObject({ urn: urnOf("snapped"), coverage: "unprotected", isProtected: false });
    expect(rows[6]).not.toHaveProperty("coverage");
    const [plain] = await collected(tableRows(await readRuns([ovhRun])));
    expect(plain).not.toHaveProperty("isProtected");
  });

  it("refuses to mix two snapshots where a file was replaced meanwhile", async () => {
    const [path = ""] = snapshotsOf(ovhRun);
    const report = await readReport([path], options);
    const [newer = ""] = snapshotsOf({ ...ovhRun, resources: [] });
    writeFileSync(path, readFileSync(newer));
    await expect(collected(tableRows(report))).rejects.toThrow(/was replaced while the report was made: make it again/);
  });
});

describe("a report in Markdown", () => {
  it("makes no markup of what somebody called a resource", async () => {
    const text = await textOf([ovhRun]);
    const [line = ""] = text.split("\n").filter((one) => one.includes("onerror"));
    // Its backticks are no backticks any more, and its bar does not end the cell.
    expect(line).toMatch(
      /^\| `<\/title><script>alert\(1\)<\/script><img src=x onerror=alert\(1\)>"'\\\|'\[x\]\(http:\/\/evil\) @somebody \]\]>` \| `ovh\.cloud\.volume` \|/,
    );
  });

  it("is the same content as the page, section by section", async () => {
    const text = await textOf([ovhRun]);
    expect(text.match(/^## .*$/gm)).toEqual([
      "## What was read",
      "## Resources",
      "## What has a backup",
      "## Where data lies",
      "## Sizes",
      "## Age of the last backup",
      "## Expiring credentials",
    ]);
    expect(text).toContain(`### Data and copies by place

| place | hold data | copies | all |
| --- | ---: | ---: | ---: |
| \`GRA11 (FR)\` | 3 | 2 | 5 |
| \`WAW1 (PL)\` | 1 | 0 | 1 |
`);
    expect(text).toContain("210 GiB in 4 resources that say how large they are; 3 do not say.");
  });
});
