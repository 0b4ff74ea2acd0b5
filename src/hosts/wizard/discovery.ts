import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScopeEvent } from "../../inventory/event.ts";
import { gapAdvice } from "../../inventory/gap-advice.ts";
import { groupByReason } from "../../inventory/reason-groups.ts";
import { coverageOf } from "../../snapshots/coverage.ts";
import { createSnapshotWriter } from "../../snapshots/write-snapshot.ts";
import type { CoverageLine, DiscoverLine, DiscoverRequest, GapGroup } from "./api.ts";
import type { CallSurroundings } from "./calls.ts";

const usualMostResources = 1000;

/** A real run, told while it reads. What it finds is also written to a private file, of which the coverage is read at the end. */
export async function* discoverLines(
  { kinds, mostResources = usualMostResources }: DiscoverRequest,
  { session, signal }: CallSurroundings,
): AsyncGenerator<DiscoverLine, void, void> {
  const inventory = await session.open();
  const folder = await mkdtemp(join(tmpdir(), "cloud-inventory-run-"));
  const path = join(folder, "snapshot.ndjson");
  const file = await open(path, "wx", 0o600);
  const writer = createSnapshotWriter({ inventory: inventory.id });
  const found = new Map<string, number>();
  const gaps: ScopeEvent[] = [];
  let told = 0;
  try {
    for await (const event of inventory.discover({ kinds: kinds ?? session.kinds(), signal })) {
      await writeText(file, writer.event(event));
      if (event.type === "scope" && !isRead(event)) gaps.push(event);
      if (event.type === "finished") session.remember(inventory, { discovered: event });
      if (event.type !== "resource") {
        yield event;
        continue;
      }
      found.set(event.resource.kind, (found.get(event.resource.kind) ?? 0) + 1);
      if (told >= mostResources) continue;
      told += 1;
      yield event;
    }
    await writeText(file, writer.end());
    yield await coverageLine(path, mostResources, signal);
    const byKind = [...found].map(([kind, resources]) => ({ kind, resources }));
    const all = byKind.reduce((sum, { resources }) => sum + resources, 0);
    yield { type: "done", untold: all - told, byKind, gaps: gapGroups(gaps) };
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeText(file: FileHandle, text: string): Promise<void> {
  if (text !== "") await file.writeFile(text);
}

async function coverageLine(path: string, most: number, signal: AbortSignal): Promise<CoverageLine> {
  const { total, byClass, unknowns, resources } = await coverageOf([path], { signal });
  return { type: "coverage-document", total, byClass, unknowns, resources: resources.slice(0, most) };
}

function isRead({ outcome }: ScopeEvent): boolean {
  return outcome === "completed" || outcome === "not-offered";
}

/** What was not read whole, by why. What is expected is apart from what is not, though both have one reason. */
function gapGroups(events: readonly ScopeEvent[]): readonly GapGroup[] {
  const isExpected = ({ accepted, notGranted }: ScopeEvent): boolean => accepted === true || notGranted === true;
  return [false, true].flatMap((expected) => {
    const findings = events.filter((event) => isExpected(event) === expected).map(findingOf);
    return groupByReason(findings).map(({ first, findings: all, reason }) => ({
      outcome: first.status,
      reason,
      ...(first.remediation === undefined ? {} : { remediation: first.remediation }),
      isExpected: expected,
      kinds: [...new Set(all.map(({ kind }) => kind))],
      scopes: all.length,
    }));
  });
}

function findingOf(event: ScopeEvent) {
  const { inventory, kind, scope, outcome, reason = "no reason was given", code } = event;
  return { inventory, kind, scope, status: outcome, reason, remediation: gapAdvice(event), code };
}
