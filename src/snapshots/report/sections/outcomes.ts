import {
  type Block,
  counted,
  cutTable,
  grouped,
  minuteOf,
  type Section,
  table,
  text,
  told,
  type Words,
  warning,
} from "../blocks.ts";
import type { Report } from "../report.ts";
import type { GapGroup, ReportedSnapshot } from "../reported-snapshot.ts";

const mostGaps = 50;

/** What was read, and what was not: everything below is worth no more than that. */
export function outcomesSection({ snapshots, coverage }: Report): Section {
  const incomplete = snapshots.filter(({ finished }) => !finished.complete);
  const lists = snapshots.reduce((sum, { finished }) => sum + finished.scopes, 0);
  const verdict =
    incomplete.length === 0
      ? text(`Complete: all ${counted(lists, "list")} were read to their end, or the product is not offered there.`)
      : warning(...incompleteWords(snapshots, incomplete));
  return {
    id: "outcomes",
    title: "What was read",
    blocks: [
      verdict,
      table({
        title: "Snapshots",
        head: ["inventory", "account", "read at", "complete", "kinds", "lists", "resources", "file"],
        rows: snapshots.map((snapshot, index) => snapshotCells(snapshot, coverage.snapshots[index]?.path ?? "")),
        numbers: [4, 5, 6],
      }),
      ...gapBlocks(snapshots),
      ...limits(snapshots),
    ],
  };
}

function incompleteWords(all: readonly ReportedSnapshot[], incomplete: readonly ReportedSnapshot[]): readonly Words[] {
  const gaps = incomplete.flatMap((one) => one.gaps).reduce((sum, { lists }) => sum + lists, 0);
  const stopped = incomplete.filter(({ finished }) => finished.code !== undefined);
  return [
    `INCOMPLETE: of ${counted(all.length, "snapshot")}, ${grouped(incomplete.length)} did not read everything`,
    gaps > 0 ? `; ${counted(gaps, "list")} ${gaps === 1 ? "was" : "were"} not read to the end` : "",
    ". There may be resources that nothing here counts.",
    ...stopped.flatMap(({ inventory, finished }): Words[] => [
      " The run of ",
      told(inventory),
      " ended early",
      ...(finished.reason === undefined ? [] : [": ", told(finished.reason)]),
      ".",
    ]),
  ];
}

function snapshotCells(
  { inventory, account, startedAt, kinds, finished }: ReportedSnapshot,
  path: string,
): readonly Words[] {
  return [
    told(inventory),
    account === undefined ? "not named" : told(account),
    minuteOf(startedAt),
    finished.complete ? "yes" : "NO",
    grouped(kinds),
    grouped(finished.scopes),
    grouped(finished.resources),
    told(path),
  ];
}

function gapBlocks(snapshots: readonly ReportedSnapshot[]): readonly Block[] {
  const gaps = snapshots.flatMap((one) => one.gaps);
  if (gaps.length === 0) return [];
  return cutTable(
    {
      title: "Not read to the end",
      head: ["how they ended", "lists", "where", "why", "what to do"],
      rows: gaps.map(gapCells),
      numbers: [1],
    },
    mostGaps,
  );
}

function gapCells({ outcome, lists, places, reason, remediation, isAccepted }: GapGroup): readonly Words[] {
  return [
    isAccepted ? `${outcome}, accepted` : outcome,
    grouped(lists),
    told(places.join(", ")),
    told(reason),
    told(remediation ?? ""),
  ];
}

/** What a complete run does not tell either. */
function limits(snapshots: readonly ReportedSnapshot[]): readonly Block[] {
  const notGranted = snapshots.flatMap((one) => one.notGranted);
  const filtered = snapshots.reduce((sum, one) => sum + one.filtered, 0);
  return [
    ...(notGranted.length === 0
      ? []
      : [
          text(
            `No right was granted to read ${counted(notGranted.length, "kind")}: `,
            told(notGranted.join(", ")),
            ".",
          ),
        ]),
    ...snapshots.flatMap(({ inventory, takenOver: { lists, oldest } }) =>
      oldest === undefined
        ? []
        : [
            text(
              "Of ",
              told(inventory),
              `, ${counted(lists, "list")} ${lists === 1 ? "was" : "were"} taken over from an earlier run; the oldest was read at ${minuteOf(oldest)}.`,
            ),
          ],
    ),
    ...(filtered === 0
      ? []
      : [text(`The provider may have left out of ${counted(filtered, "list")} what the credential may not see.`)]),
  ];
}
