import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { diffSnapshots } from "../../src/snapshots/diff.ts";
import type { SnapshotScope } from "../../src/snapshots/format.ts";
import { readSnapshot } from "../../src/snapshots/read-snapshot.ts";
import { newFolder, writeSnapshot } from "../snapshots/worlds.ts";
import { run, startCloud } from "./run.ts";

const kinds = ["--kinds", "scaleway.instance.*,scaleway.object.bucket"];
const discover = ["discover", "--quiet", "--provider", "scaleway"];
const cloud = { scalewayProjects: 1 };

let healthy: Emulator;
beforeAll(async () => {
  healthy = await startCloud(cloud);
});
afterAll(() => healthy.close());

const onHealthy = (args: readonly string[]) => run([...discover, ...args], { environment: healthy.environment });

async function scopesOf(path: string, mayBeCutOff = false): Promise<readonly SnapshotScope[]> {
  const scopes: SnapshotScope[] = [];
  for await (const line of readSnapshot(path, { mayBeCutOff })) if (line.type === "scope") scopes.push(line);
  return scopes;
}

async function resultOf(before: string, after: string): Promise<string> {
  for await (const told of diffSnapshots(before, after, { spoolFolder: newFolder() }))
    if (told.type === "summary") return told.result;
  return "none";
}

/** A snapshot with one gap. */
async function short(path: string): Promise<void> {
  const faulty = await startCloud({ ...cloud, faults: [{ match: "/fr-par-1/servers", status: 400, body: {} }] });
  try {
    const { code } = await run([...discover, ...kinds, "--snapshot", path], { environment: faulty.environment });
    expect(code).toBe(4);
  } finally {
    await faulty.close();
  }
}

/** Ends a run once it has kept something, and before it has read everything. */
async function interrupted(path: string, signal: NodeJS.Signals, args: readonly string[] = ["--snapshot", path]) {
  const slow = await startCloud({ ...cloud, latencyMs: 150 });
  const partial = `${path}.partial`;
  try {
    return await run([...discover, ...kinds, "--deadline", "300", ...args], {
      environment: slow.environment,
      meanwhile: async (child) => {
        while (!existsSync(partial)) await new Promise((resolve) => setTimeout(resolve, 5));
        child.kill(signal);
      },
    });
  } finally {
    await slow.close();
  }
}

describe("discover --retry", () => {
  test("reads the gaps alone, and writes a whole snapshot in the place of the one that lacked them", async () => {
    const folder = newFolder();
    const [path, whole] = [join(folder, "scaleway.ndjson"), join(folder, "whole.ndjson")];
    await onHealthy([...kinds, "--snapshot", whole]);
    await short(path);
    const before = await scopesOf(path);
    const sent = healthy.statistics.requests;
    const { code, notes } = await onHealthy(["--retry", path, "--snapshot", path]);
    expect(code).toBe(0);
    // The gap, the account, and what finds the places.
    expect(healthy.statistics.requests - sent).toBeLessThan(before.length / 2);
    expect(notes.join("\n")).toMatch(/scaleway\.ndjson has \d+ of \d+ scopes whole, read /);
    const after = await scopesOf(path);
    for (const { kind, scope, outcome, readAt } of before) {
      const now = after.find((one) => one.kind === kind && one.scope === scope);
      expect(now?.outcome).toBe(outcome === "failed" ? "completed" : outcome);
      if (outcome === "failed") expect(now?.readAt).not.toBe(readAt);
      else expect(now).toMatchObject({ readAt, requests: 0 });
    }
    expect(await resultOf(whole, path)).toBe("equal");
    expect(readdirSync(folder).sort()).toEqual(["scaleway.ndjson", "whole.ndjson"]);
  });

  test("says in its summary how much is as an earlier run read it", async () => {
    const path = join(newFolder(), "scaleway.ndjson");
    await short(path);
    const { stdout } = await run(["discover", "--retry", path, "--snapshot", path], {
      environment: healthy.environment,
    });
    expect(stdout).toMatch(/\d+ of \d+ scopes are as an earlier run read them, \d+ (second|minute)s? ago/);
  });

  test("takes what a killed run left, and leaves nothing of it behind", async () => {
    const folder = newFolder();
    const path = join(folder, "scaleway.ndjson");
    await interrupted(path, "SIGKILL");
    const left = await scopesOf(`${path}.partial`, true);
    expect(left.length).toBeGreaterThan(0);
    await expect(scopesOf(`${path}.partial`)).rejects.toThrow(/was cut off/);
    const { code, notes } = await onHealthy(["--retry", `${path}.partial`, "--snapshot", path]);
    expect(code).toBe(0);
    expect(notes.join("\n")).toMatch(/partial was cut off and has \d+ of \d+ scopes whole, read /);
    const after = await scopesOf(path);
    for (const { kind, scope, readAt } of left) {
      expect(after.find((one) => one.kind === kind && one.scope === scope)?.readAt).toBe(readAt);
    }
    expect(readdirSync(folder)).toEqual(["scaleway.ndjson"]);
    const whole = join(folder, "whole.ndjson");
    await onHealthy([...kinds, "--snapshot", whole]);
    expect(await resultOf(whole, path)).toBe("equal");
  });

  test("loses nothing of that where it is killed itself", async () => {
    const path = join(newFolder(), "scaleway.ndjson");
    await interrupted(path, "SIGKILL");
    const before = await scopesOf(`${path}.partial`, true);
    const slow = await startCloud({ ...cloud, latencyMs: 400 });
    await run([...discover, "--retry", `${path}.partial`, "--snapshot", path], {
      environment: slow.environment,
      meanwhile: async (child) => {
        while (slow.statistics.requests < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        child.kill("SIGKILL");
      },
    });
    await slow.close();
    const after = await scopesOf(`${path}.partial`, true);
    const nameOf = ({ kind, scope, readAt }: SnapshotScope) => `${kind}@${scope} ${readAt}`;
    expect(after.map(nameOf)).toEqual(expect.arrayContaining(before.map(nameOf)));
  });

  test.each(["scaleway.ndjson", "scaleway.ndjson.gz"])("goes on from a run that was stopped (%s)", async (name) => {
    const folder = newFolder();
    const path = join(folder, name);
    const { code, notes } = await interrupted(path, "SIGINT");
    expect(code).toBe(130);
    expect(notes.join("\n")).toContain(`wrote no snapshot; ${path} is as it was; --retry ${path}.partial goes on from`);
    expect(readdirSync(folder)).toEqual([`${name}.partial`]);
    expect((await onHealthy(["--retry", `${path}.partial`, "--snapshot", path])).code).toBe(0);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test("goes on from a document that is a snapshot too", async () => {
    const folder = newFolder();
    const path = join(folder, "scaleway.ndjson");
    await interrupted(path, "SIGKILL", ["--format", "ndjson", "--output", path]);
    const { code } = await onHealthy(["--retry", `${path}.partial`, "--format", "ndjson", "--output", path]);
    expect(code).toBe(0);
    expect((await scopesOf(path)).length).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
  });

  test("says what the snapshot had and this run does not look for", async () => {
    const folder = newFolder();
    const path = join(folder, "scaleway.ndjson");
    const account = healthy.scalewayOrganizationId;
    writeSnapshot(folder, "scaleway.ndjson", {
      inventory: "scaleway",
      account,
      scopes: [
        {
          kind: "scaleway.instance.server",
          scope: "11111111-1111-4111-8111-111111111111/fr-par-1",
          outcome: "completed",
        },
      ],
      resources: [],
    });
    const { notes } = await onHealthy(["--retry", path, "--snapshot", path]);
    expect(notes.join("\n")).toMatch(
      /note: 1 of the scopes of .* are not looked at any more; the first is scaleway\.instance\.server@1111/,
    );
  });

  const scopes = [{ kind: "scaleway.instance.server", scope: "p", outcome: "completed" as const }];
  const made: Readonly<Record<string, (folder: string) => string>> = {
    "another account's": (folder) =>
      writeSnapshot(folder, "a", { inventory: "scaleway", account: "somebody", scopes, resources: [] }),
    "nobody's": (folder) =>
      writeSnapshot(folder, "a", { inventory: "scaleway", account: undefined, scopes, resources: [] }),
    "another provider's": (folder) =>
      writeSnapshot(folder, "a", { inventory: "ovh", account: "x", scopes, resources: [] }),
    "of an unknown kind": (folder) =>
      writeSnapshot(folder, "a", {
        inventory: "scaleway",
        account: healthy.scalewayOrganizationId,
        scopes: [{ kind: "scaleway.gone", scope: "p", outcome: "completed" }],
        resources: [],
      }),
    "a folder": (folder) => folder,
    empty: (folder) => written(folder, ""),
    binary: (folder) => written(folder, "\u0000\u0001\n"),
    "cut off in its header": (folder) => written(folder, '{"type":"snapshot","format":1,"inventory":"scaleway"}\n'),
    changed: (folder) => {
      const path = writeSnapshot(folder, "a", {
        inventory: "scaleway",
        account: healthy.scalewayOrganizationId,
        scopes,
        resources: [],
      });
      writeFileSync(path, readFileSync(path, "utf8").replace('"complete":true', '"complete":false'));
      return path;
    },
  };
  const written = (folder: string, text: string): string => {
    writeFileSync(join(folder, "a"), text);
    return join(folder, "a");
  };

  test.each<[string, RegExp]>([
    ["another account's", /is of the account somebody, and the credential of /],
    ["nobody's", /does not say whose inventory it is, so nothing of it can be taken over/],
    ["another provider's", /is an inventory of ovh, not of scaleway/],
    ["of an unknown kind", /has scaleway\.gone, which is no kind of this version/],
    ["a folder", /is a folder: name one of the snapshots in it/],
    ["empty", /is empty/],
    ["binary", /is no snapshot/],
    ["cut off in its header", /was cut off before it said which kinds were read/],
    ["changed", /was changed since it was written/],
  ])("refuses a snapshot that is %s", async (which, expected) => {
    const folder = newFolder();
    const source = made[which]?.(folder) ?? "";
    const before = healthy.statistics.requests;
    const { code, stderr } = await onHealthy(["--retry", source, "--snapshot", join(folder, "new")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
    expect(existsSync(join(folder, "new"))).toBe(false);
    // At most whose the credential is.
    expect(healthy.statistics.requests - before).toBeLessThan(4);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["no place for the new snapshot", ["--retry", "a"], /say where with --snapshot FILE, which may be a itself/],
    [
      "other kinds",
      ["--retry", "a", "--snapshot", "b", "--kinds", "x"],
      /reads the kinds of its snapshot; leave out --kinds/,
    ],
  ])("refuses %s", async (_what, args, expected) => {
    const { code, stderr } = await onHealthy(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });
});
