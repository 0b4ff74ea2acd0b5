import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planted, readFiles, run, startCloud } from "./run.ts";

let place: string;
let ended: Awaited<ReturnType<typeof run>>;
let askedElsewhere: number;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "fleet-demo-"));
  // Everything that would lead a program with an interest in credentials somewhere else.
  const elsewhere = await startCloud({ seed: 7 });
  ended = await run([], { program: "fleet-demo", environment: { ...elsewhere.environment, TMPDIR: place } });
  askedElsewhere = elsewhere.statistics.requests;
  await elsewhere.close();
});
afterAll(() => rmSync(place, { recursive: true }));

/** What the demo wrote, by its path below the folder that it names. */
function written() {
  const [folder = ""] = readdirSync(place);
  return { folder: join(place, folder), files: readFiles(join(place, folder)) };
}

test("npm run fleet:demo prints morning's summary, and looks for no credentials", () => {
  expect(ended.stderr).toMatch(
    /^A made-up fleet of 50 inventories, on embedded emulators \(http:\/\/127\.0\.0\.1:\d+\)/,
  );
  expect(ended.stdout.split("\n")).toEqual([
    "Not complete: 3",
    expect.stringMatching(/^ {2}cedar\/scaleway +incomplete .*needs BlockStorageReadOnly/),
    expect.stringMatching(/^ {2}larch\/ovhcloud +refused .*consumer_key/),
    expect.stringMatching(/^ {2}pine\/data-platform +misconfigured +config: secret_key is missing$/),
    "",
    "Credentials that end within 7 days: 1",
    expect.stringMatching(/^ {2}beech\/ovhcloud +the consumer key +ends in 3 days/),
    "",
    "Changed since the snapshot before: 1",
    "  alder/scaleway  2 added, 1 removed",
    "",
    expect.stringMatching(/^50 inventories: 47 complete, 1 incomplete, 1 refused, 1 misconfigured; \d+ resources/),
    "",
  ]);
  expect(ended.code).toBe(0);
  expect(askedElsewhere).toBe(0);
});

describe("what it leaves", () => {
  test("is a config of each inventory and a snapshot of each that was read, of each night, for their owner alone", () => {
    const { files } = written();
    const paths = Object.keys(files);
    const configs = paths.filter((path) => path.startsWith("customers/"));
    const snapshots = paths.filter((path) => path.startsWith("snapshots/") && path.endsWith(".ndjson.gz"));
    expect(configs).toHaveLength(50);
    expect(new Set(configs.map((path) => path.split("/")[1])).size).toBe(20);
    expect(snapshots).toHaveLength(2 * 48);
    expect([...configs, ...snapshots].filter((path) => files[path]?.mode !== 0o600)).toEqual([]);
    expect(files["first-night.txt"]?.text).toMatch(/^50 inventories: 47 complete/m);
    expect(files["first-night.txt"]?.text).not.toMatch(/^Changed/m);
  });

  test("has two inventories of one account, and no other two", () => {
    const { folder, files } = written();
    const owners = new Map<string, Set<string>>();
    for (const path of Object.keys(files)) {
      const [, of] = /^snapshots\/([^/]+\/[^/]+)\/.*\.gz$/.exec(path) ?? [];
      if (of === undefined) continue;
      const [header = ""] = gunzipSync(readFileSync(join(folder, path)))
        .toString()
        .split("\n");
      const { account } = JSON.parse(header);
      owners.set(account, (owners.get(account) ?? new Set()).add(of));
    }
    expect(owners.size).toBe(47);
    const shared = [...owners.values()].filter(({ size }) => size > 1).map((names) => [...names].toSorted());
    expect(shared).toEqual([["elm/ovhcloud", "elm/ovhcloud-second"]]);
  });

  test("names no secret where it prints", () => {
    const { files } = written();
    const configs = Object.entries(files).filter(([path]) => path.startsWith("customers/"));
    const secrets = configs.flatMap(([, { text }]) =>
      Object.entries<string>(JSON.parse(text).config).flatMap(([key, value]) =>
        /secret|token|consumer/.test(key) ? [planted(value)] : [],
      ),
    );
    expect(secrets.length).toBeGreaterThan(50);
    const output = `${ended.stdout}${ended.stderr}${files["first-night.txt"]?.text}`;
    expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
  });

  test("can be looked at as it says", async () => {
    const commands = ended.stderr.split("\n").flatMap((line) => {
      const words = line.trim().split(" ");
      return words[0] === "node" ? [words.slice(2)] : [];
    });
    expect(commands.map(([verb]) => verb)).toEqual(["diff", "report"]);
    const [diff = [], report = []] = commands;
    const told = await run(diff);
    expect(told.code).toBe(5);
    expect(told.stdout).toMatch(/2 added, 1 removed/);
    expect((await run(report)).code).toBe(0);
    expect(written().files["report.html"]?.text).toMatch(/^<!doctype html>/);
  });
});
