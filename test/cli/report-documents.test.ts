import { describe, expect, test } from "vitest";
import { validatorOf } from "../schemas.ts";
import { ended, held, urnOf } from "../snapshots/covered-worlds.ts";
import { type FakeRun, newFolder, writeSnapshot } from "../snapshots/worlds.ts";
import { run } from "./run.ts";

// The documents of `diff` and `coverage` as another program takes them: against the schemas that are shipped.
const isDiff = validatorOf("diff-document.schema.json");
const isCoverage = validatorOf("coverage-document.schema.json");
const folder = newFolder();
const [volume, backup, snapshot] = [
  "ovh.cloud.volume",
  "ovh.cloud.volume-backup",
  "ovh.cloud.volume-snapshot",
] as const;

const ofAccount = { inventory: "ovh", account: "ab12345-ovh" };
const place = { region: "GRA11", country: "FR", project: "p" };
const dated = { sizeBytes: 1024, createdAt: "2024-05-01T10:00:00Z" };
const lock = { type: "deletion-protection", state: "enabled" } as const;
const backedUp = { type: "automatic-backup", state: "enabled", lastSuccessAt: "1969-01-01T00:00:00Z" } as const;
const before: FakeRun = {
  ...ofAccount,
  scopes: [ended(volume, "p"), ended(volume, "q"), ended(volume, "r", { outcome: "failed" }), ended(snapshot, "p")],
  resources: [
    held(volume, "removed", "p"),
    held(volume, "changed", "p", { ...place, tags: ["a"] }),
    held(volume, "volatile", "p", { protection: [backedUp] }),
    held(volume, "unknown", "q"),
    held(snapshot, "no-longer-looked-at", "p"),
  ],
};
const after: FakeRun = {
  ...ofAccount,
  scopes: [
    ended(volume, "p", { projectName: "web shop" }),
    ended(volume, "q", { outcome: "partial", reason: "timed out" }),
    ended(volume, "r"),
    ended(backup, "p"),
  ],
  resources: [
    held(volume, "added", "p", { ...place, ...dated, protection: [lock] }),
    held(volume, "changed", "p", { project: "p", tags: ["a", "b"] }),
    held(volume, "volatile", "p", { protection: [{ ...backedUp, lastSuccessAt: "1969-01-02T00:00:00Z" }] }),
    held(volume, "newly-covered", "r"),
  ],
};
const [one, other] = [writeSnapshot(folder, "before", before), writeSnapshot(folder, "after", after)];

async function documentOf(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { stdout, stderr } = await run([...args, "--format", "json"], { files });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("diff --format json", () => {
  test("prints what its schema says, whatever is told", async () => {
    const document = await documentOf(["diff", one, other]);
    expect(isDiff(document), JSON.stringify(isDiff.errors)).toBe(true);
    const { counts } = (document as { summary: { counts: Record<string, number> } }).summary;
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });

  test("prints what its schema says where nothing is told", async () => {
    expect(isDiff(await documentOf(["diff", one, one]))).toBe(true);
  });

  test("has a schema that takes nothing else", () => {
    expect(isDiff({ differences: [], summary: {} })).toBe(false);
  });
});

describe("coverage --format json", () => {
  test.each([[[]], [["--max-age", "7d", "--protected", "protected"]]])(
    "prints what its schema says with %j",
    async (args) => {
      const files = { protected: `${urnOf("added")}\n${urnOf("nowhere")}\n` };
      const document = await documentOf(["coverage", other, ...args], files);
      expect(isCoverage(document), JSON.stringify(isCoverage.errors)).toBe(true);
      const { resources } = document as { resources: readonly Record<string, unknown>[] };
      const fields = new Set(resources.flatMap((resource) => Object.keys(resource)));
      const always = [
        "sizeBytes",
        "createdAt",
        "region",
        "country",
        "reason",
        "lastBackupAt",
        "safeguards",
        "projectName",
      ];
      expect([...fields]).toEqual(
        expect.arrayContaining(args.length === 0 ? always : [...always, "isStale", "standing"]),
      );
    },
  );

  test("prints what its schema says where nothing was judged", async () => {
    const nothing = writeSnapshot(folder, "nothing", { ...ofAccount, scopes: [ended(volume, "p")], resources: [] });
    expect(isCoverage(await documentOf(["coverage", nothing]))).toBe(true);
  });

  test("has a schema that takes nothing else", () => {
    expect(isCoverage({ resources: [] })).toBe(false);
  });
});
