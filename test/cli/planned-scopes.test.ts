import { join } from "node:path";
import { expect, test } from "vitest";
import type { SnapshotLine } from "../../src/snapshots/format.ts";
import { readSnapshot } from "../../src/snapshots/read-snapshot.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { run, startCloud } from "./run.ts";

const one = ["discover", "--quiet", "--provider", "scaleway", "--kinds", "scaleway.instance.*,scaleway.object.bucket"];

async function linesOf(path: string): Promise<readonly SnapshotLine[]> {
  const lines: SnapshotLine[] = [];
  for await (const line of readSnapshot(path)) lines.push(line);
  return lines;
}

const planned = (lines: readonly SnapshotLine[]) =>
  lines.flatMap((line) => (line.type === "scope" ? [`${line.kind} ${line.scope}`] : [])).sort();

test("a snapshot holds every scope that was planned, also where the run was stopped before it read any", async () => {
  const folder = newFolder();
  const [whole, stopped] = [join(folder, "whole"), join(folder, "stopped")];
  const cloud = await startCloud();
  const slow = await startCloud({ latencyMs: 60_000 });
  try {
    const project = { SCW_DEFAULT_PROJECT_ID: cloud.environment["SCW_DEFAULT_PROJECT_ID"] ?? "" };
    expect((await run([...one, "--snapshot", whole], { environment: cloud.environment })).code).toBe(0);
    const environment = { ...slow.environment, ...project };
    expect((await run([...one, "--snapshot", stopped, "--deadline", "0.5"], { environment })).code).toBe(4);
  } finally {
    await Promise.all([cloud.close(), slow.close()]);
  }
  const scopes = planned(await linesOf(whole));
  expect(scopes.length).toBeGreaterThan(10);
  const lines = await linesOf(stopped);
  expect(planned(lines)).toEqual(scopes);
  expect(lines.at(-1)).toMatchObject({ type: "finished", complete: false, scopes: scopes.length });
});
