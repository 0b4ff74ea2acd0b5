import { abortError, InventoryError } from "../../inventory/errors.ts";
import { ListedUrns } from "../../inventory/listed-urns.ts";
import type { Resource } from "../../inventory/resource.ts";
import type { CoveredResource } from "../coverage.ts";
import type { SnapshotEvent } from "../format.ts";
import { readSnapshot } from "../read-snapshot.ts";
import type { TableRow } from "./page/page.ts";
import type { Report } from "./report.ts";

/**
 * Every resource of a report's snapshots, once, read from the files again.
 *
 * @throws InventoryError INVALID_CONFIG where a file is no longer the snapshot that the report was made of; CANCELLED where the signal is
 *   aborted.
 */
export async function* tableRows(report: Report, signal?: AbortSignal): AsyncGenerator<TableRow, void, void> {
  const { coverage, snapshots, totals, protectedUrns } = report;
  const covered = new Map(coverage.resources.map((resource) => [resource.urn, resource]));
  const projectNames = new Map(totals.byProject.map((one) => [`${one.inventory}\t${one.project}`, one.projectName]));
  const seen = new ListedUrns();
  for (const [index, { path, inventory }] of coverage.snapshots.entries()) {
    for await (const line of readSnapshot(path)) {
      if (signal?.aborted) throw abortError(signal);
      if (line.type === "finished") checkSame(path, line, snapshots[index]?.finished);
      if (line.type !== "resource" || seen.mark(line.resource.urn, 1) !== undefined) continue;
      const { resource } = line;
      const projectName = projectNames.get(`${inventory}\t${resource.details.project}`);
      yield {
        ...rowOf(resource),
        ...(projectName === undefined ? {} : { projectName }),
        ...coverageCells(covered.get(resource.urn)),
        ...protectedCell(resource.urn, covered, protectedUrns),
      };
    }
  }
}

function rowOf({ kind, class: itsClass, name, urn, region, country, tags, details }: Resource): TableRow {
  const { project, status, sizeBytes, createdAt } = details;
  return {
    kind,
    class: itsClass,
    name,
    urn,
    ...(project === undefined ? {} : { project }),
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    ...(status === undefined ? {} : { status }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    ...(createdAt === undefined ? {} : { createdAt }),
    tags,
  };
}

/** Where it is known what is protected, that nothing does is said in place of what the provider holds. */
function coverageCells(covered: CoveredResource | undefined): Pick<TableRow, "coverage" | "lastBackupAt"> {
  if (covered === undefined) return {};
  const { state, standing, lastBackupAt } = covered;
  return {
    coverage: standing === "unprotected" ? standing : state,
    ...(lastBackupAt === undefined ? {} : { lastBackupAt }),
  };
}

/** Of what has no data of its own, nobody asks whether it is protected. */
function protectedCell(
  urn: string,
  covered: ReadonlyMap<string, CoveredResource>,
  protectedUrns: ReadonlySet<string> | undefined,
): Pick<TableRow, "isProtected"> {
  if (protectedUrns?.has(urn)) return { isProtected: true };
  return protectedUrns !== undefined && covered.has(urn) ? { isProtected: false } : {};
}

type Finished = Extract<SnapshotEvent, { type: "finished" }>;

function checkSame(path: string, finished: Finished, before: Finished | undefined): void {
  if (JSON.stringify(finished) === JSON.stringify(before)) return;
  throw new InventoryError("INVALID_CONFIG", `${path} was replaced while the report was made: make it again`);
}
