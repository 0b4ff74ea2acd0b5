import { tmpdir } from "node:os";
import { ListedUrns } from "../../inventory/listed-urns.ts";
import { createProjectNames } from "../../inventory/project-names.ts";
import type { Resource, ResourceClass } from "../../inventory/resource.ts";
import { type Coverage, type CoverageOptions, type CoveredResource, coverageOf } from "../coverage.ts";
import type { OfPlace, OfProject } from "../coverage-counts.ts";
import type { SnapshotHeader, SnapshotLine } from "../format.ts";
import { type BackupAgeCounts, countBackupAges } from "./backup-ages.ts";
import { type Changes, pairSnapshots, readChanges } from "./changes.ts";
import { type CredentialEnds, createCredentialEnds } from "./credential-ends.ts";
import { createFigureGroups, type FigureGroup } from "./figures.ts";
import { createSnapshotNotes, type ReportedSnapshot } from "./reported-snapshot.ts";

/** What a report is made of, whatever it is written as. */
export interface Report {
  /** When it was made. */
  readonly madeAt: string;
  readonly snapshots: readonly ReportedSnapshot[];
  readonly coverage: Coverage;
  readonly totals: Totals;
  readonly backupAges: BackupAgeCounts;
  readonly credentials: CredentialEnds;
  /** One for each earlier snapshot. */
  readonly changes: readonly Changes[];
  /** What the backup tool protects; undefined where nobody said so. */
  readonly protectedUrns?: ReadonlySet<string>;
}

/** All resources, each once, added up in several ways. */
export interface Totals {
  readonly byProvider: readonly FigureGroup<{ readonly inventory: string }>[];
  readonly byClass: readonly FigureGroup<{ readonly class: ResourceClass }>[];
  readonly byKind: readonly FigureGroup<{ readonly kind: string }>[];
  readonly byProject: readonly FigureGroup<OfProject>[];
  readonly byPlace: readonly FigureGroup<OfPlace>[];
  readonly byCountry: readonly FigureGroup<Pick<OfPlace, "country">>[];
}

export interface ReportOptions extends Pick<CoverageOptions, "protectedUrns" | "signal"> {
  /** Earlier snapshots of the same accounts, one for each at most. */
  readonly previous?: readonly string[];
  /** Where what does not fit into memory is kept meanwhile; the system's folder for such files when absent. */
  readonly spoolFolder?: string;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now?: () => number;
}

/**
 * Reads snapshots of different accounts into one report. Of each resource that can be covered about a kilobyte is held, as `coverageOf`
 * does, and of any other 64 bytes.
 *
 * @throws InventoryError INVALID_CONFIG where one is no whole snapshot, two are of one account, or an earlier one is of none of them;
 *   CANCELLED where the signal is aborted; INTERNAL where there is no room to compare them.
 */
export async function readReport(paths: readonly string[], options: ReportOptions = {}): Promise<Report> {
  const { previous = [], protectedUrns, signal, spoolFolder = tmpdir(), now = Date.now } = options;
  const comparisons = await pairSnapshots(paths, previous);
  const tally = createTally();
  const judged = {
    ...(protectedUrns === undefined ? {} : { protectedUrns }),
    ...(signal === undefined ? {} : { signal }),
  };
  const coverage = await coverageOf(paths, judged, tally.see);
  const changes: Changes[] = [];
  for (const comparison of comparisons) {
    changes.push(await readChanges(comparison, { spoolFolder, ...(signal === undefined ? {} : { signal }) }));
  }
  const snapshots = tally.snapshots();
  const lookedAt = ({ inventory, account }: CoveredResource): string | undefined =>
    snapshots.find((one) => one.inventory === inventory && one.account === account)?.startedAt;
  return {
    madeAt: new Date(now()).toISOString(),
    snapshots,
    coverage,
    totals: tally.totals(),
    backupAges: countBackupAges(coverage.resources, lookedAt),
    credentials: tally.credentials(),
    changes,
    ...(protectedUrns === undefined ? {} : { protectedUrns }),
  };
}

/** Adds up the lines of snapshots, one after another. */
function createTally() {
  const names = createProjectNames();
  const notes = createSnapshotNotes(names);
  const seen = new ListedUrns();
  const credentials = createCredentialEnds();
  let header: Pick<SnapshotHeader, "inventory" | "account"> = { inventory: "" };
  const byProvider = createFigureGroups(() => ({ inventory: header.inventory }));
  const byClass = createFigureGroups((resource) => ({ class: resource.class }));
  const byKind = createFigureGroups(({ kind }) => ({ kind }));
  const byProject = createFigureGroups((resource): OfProject => ownerOf(resource, header));
  const byPlace = createFigureGroups(placeOf);
  const byCountry = createFigureGroups(
    ({ country }): Pick<OfPlace, "country"> => (country === undefined ? {} : { country }),
  );
  const all = [byProvider, byClass, byKind, byProject, byPlace, byCountry, credentials];
  const named = (group: FigureGroup<OfProject>): FigureGroup<OfProject> => {
    const projectName = group.project === undefined ? undefined : names.nameOf(group.inventory, group.project);
    return projectName === undefined ? group : { ...group, projectName };
  };
  return {
    see(line: SnapshotLine): undefined {
      if (line.type !== "snapshot") names.note(line);
      notes.see(line);
      if (line.type === "snapshot") {
        header = line;
        return;
      }
      // Two scopes may list one resource, and two accounts may see it.
      if (line.type !== "resource" || seen.mark(line.resource.urn, 1) !== undefined) return;
      for (const one of all) one.add(line.resource);
    },
    snapshots: notes.snapshots,
    credentials: credentials.ends,
    totals: (): Totals => ({
      byProvider: byProvider.groups(),
      byClass: byClass.groups(),
      byKind: byKind.groups(),
      byProject: byProject.groups().map(named),
      byPlace: byPlace.groups(),
      byCountry: byCountry.groups(),
    }),
  };
}

function ownerOf(
  { details: { project } }: Resource,
  { inventory, account }: Pick<SnapshotHeader, "inventory" | "account">,
): OfProject {
  return {
    inventory,
    ...(account === undefined ? {} : { account }),
    ...(project === undefined ? {} : { project }),
  };
}

function placeOf({ country, region }: Resource): OfPlace {
  return { ...(country === undefined ? {} : { country }), ...(region === undefined ? {} : { region }) };
}
