import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event, ScopeEvent } from "../../src/inventory/event.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import type { SnapshotFinished } from "../../src/snapshots/format.ts";
import { createSnapshotWriter } from "../../src/snapshots/write-snapshot.ts";
import { fakeResource } from "../cli/fake-events.ts";

/** What one run found, in as few words as a test needs. */
export interface FakeRun {
  readonly inventory?: string;
  readonly account?: string | undefined;
  readonly kinds?: readonly string[];
  readonly mayShift?: readonly string[];
  readonly startedAt?: string;
  /** What the end of the run says otherwise than its scopes. */
  readonly ended?: Partial<SnapshotFinished>;
  readonly scopes: readonly (Pick<ScopeEvent, "kind" | "scope" | "outcome"> & Partial<ScopeEvent>)[];
  readonly resources: readonly {
    readonly scope: string;
    readonly resource: Partial<Resource> & Pick<Resource, "urn" | "kind">;
  }[];
}

/** The events of such a run, in the order in which a run tells them. */
export function eventsOf(run: FakeRun): readonly Event[] {
  const { inventory = "test", scopes, resources, startedAt = "2026-01-01T00:00:00.000Z" } = run;
  const isGap = (outcome: string): boolean => outcome !== "completed" && outcome !== "not-offered";
  const count = (outcome: string): number => scopes.filter((one) => one.outcome === outcome).length;
  return [
    {
      type: "started",
      inventory,
      version: "1.0.0",
      credential: "a key",
      kinds: [...(run.kinds ?? new Set(scopes.map(({ kind }) => kind)))],
      ...(run.mayShift === undefined ? {} : { mayShift: [...run.mayShift] }),
      startedAt,
    },
    ...resources.map(({ scope, resource }) => ({ ...fakeResource(inventory, resource), scope })),
    ...scopes.map((scope) => ({
      type: "scope" as const,
      inventory,
      count: 0,
      warnings: [],
      requests: 1,
      durationMs: 1,
      ...scope,
    })),
    {
      type: "finished",
      inventory,
      complete: !scopes.some(({ outcome }) => isGap(outcome)),
      resources: resources.length,
      scopes: scopes.length,
      outcomes: {
        completed: count("completed"),
        "not-offered": count("not-offered"),
        denied: count("denied"),
        partial: count("partial"),
        failed: count("failed"),
      },
      acceptedGaps: 0,
      requests: scopes.length,
      refused: 0,
      durationMs: 1,
      ...run.ended,
    },
  ];
}

/** The text of a snapshot of such a run. */
export function snapshotOf(run: FakeRun): string {
  const { inventory = "test" } = run;
  const account = "account" in run ? run.account : "account-1";
  const writer = createSnapshotWriter({ inventory, ...(account === undefined ? {} : { account }) }, () => 0);
  return (
    eventsOf(run)
      .map((event) => writer.event(event))
      .join("") + writer.end()
  );
}

/** A new folder for one test. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "snapshots-"));

/** Writes a snapshot of a run, and answers with its path. */
export function writeSnapshot(folder: string, name: string, run: FakeRun): string {
  const path = join(folder, name);
  writeFileSync(path, snapshotOf(run));
  return path;
}
