import type { CoveredResource } from "../../coverage.ts";
import { type CoverageCounts, isWithoutBackup } from "../../coverage-counts.ts";
import { inBytes } from "../../in-bytes.ts";
import {
  type Block,
  bars,
  classTitle,
  counted,
  cutTable,
  dayOf,
  grouped,
  type Section,
  text,
  told,
  type Words,
} from "../blocks.ts";
import type { Report } from "../report.ts";

const mostListed = 25;
const mostReasons = 10;

/** What providers hold of the resources that have data, and what a backup tool protects where somebody said so. */
export function coverageSection(report: Report): Section {
  const { coverage, protectedUrns } = report;
  const { total, byClass } = coverage;
  return {
    id: "coverage",
    title: "What has a backup",
    blocks: [
      text(`${counted(total.resources, "resource")} hold data that a backup would bring back: ${sentenceOf(total)}.`),
      bars({
        title: "What the provider holds, by class",
        of: "class",
        unit: "resources",
        series: [
          { id: "good", title: "backup" },
          { id: "fair", title: "snapshots only" },
          { id: "bad", title: "none found" },
          { id: "unknown", title: "unknown" },
        ],
        bars: byClass.map((one) => ({
          name: classTitle(one.class),
          values: [one.backup, one["snapshots-only"], one["none-found"], one.unknown],
        })),
      }),
      text(
        "A backup is a copy outside the resource's own storage; snapshots are lost with it. None found is said only where everything that ",
        "could tell was read to its end.",
      ),
      ...(protectedUrns === undefined ? [] : protectedBlocks(report, protectedUrns)),
      ...listed(report),
      ...unknowns(report),
    ],
  };
}

function sentenceOf(counts: CoverageCounts): string {
  const { backup, unknown } = counts;
  const parts = [
    `${grouped(backup)} with a backup of the provider`,
    `${grouped(counts["snapshots-only"])} with snapshots only`,
    `${grouped(counts["none-found"])} with none found`,
    `${grouped(unknown)} unknown`,
  ];
  return parts.join(", ");
}

/** Said only where it is known what the backup tool protects. */
function protectedBlocks({ coverage }: Report, protectedUrns: ReadonlySet<string>): readonly Block[] {
  const { total, resources, protectedUnseen = 0 } = coverage;
  const byClass = new Map<string, { tool: number; provider: number; unprotected: number; unknown: number }>();
  for (const resource of resources) {
    const counts = byClass.get(resource.class) ?? { tool: 0, provider: 0, unprotected: 0, unknown: 0 };
    byClass.set(resource.class, counts);
    counts[standingOf(resource, protectedUrns)] += 1;
  }
  const classes = [...byClass].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    bars({
      title: "What is protected, by class",
      of: "class",
      unit: "resources",
      series: [
        { id: "best", title: "by the backup tool" },
        { id: "good", title: "by the provider alone" },
        { id: "bad", title: "unprotected" },
        { id: "unknown", title: "unknown" },
      ],
      bars: classes.map(([name, { tool, provider, unprotected, unknown }]) => ({
        name: classTitle(name),
        values: [tool, provider, unprotected, unknown],
      })),
    }),
    text(`${counted(total.unprotected ?? 0, "resource")} ${total.unprotected === 1 ? "is" : "are"} unprotected.`),
    ...(protectedUnseen === 0
      ? []
      : [text(`The backup tool names ${counted(protectedUnseen, "URN")} that no snapshot holds.`)]),
  ];
}

function standingOf(
  { urn, standing }: CoveredResource,
  protectedUrns: ReadonlySet<string>,
): "tool" | "provider" | "unprotected" | "unknown" {
  if (protectedUrns.has(urn)) return "tool";
  return standing === "protected" ? "provider" : (standing ?? "unknown");
}

function listed({ coverage, protectedUrns }: Report): readonly Block[] {
  const hasFile = protectedUrns !== undefined;
  const isListed = (one: CoveredResource): boolean => (hasFile ? one.standing === "unprotected" : isWithoutBackup(one));
  const all = coverage.resources.filter(isListed);
  if (all.length === 0) return [];
  return cutTable(
    {
      title: `${hasFile ? "Unprotected" : "Without a backup"}, largest and oldest first`,
      head: ["name", "kind", "held", "size", "created", "project", "place", "URN"],
      rows: all.slice(0, mostListed).map(cellsOf),
      numbers: [3],
    },
    mostListed,
    all.length,
  );
}

function cellsOf(one: CoveredResource): readonly Words[] {
  const { name, kind, state, sizeBytes, createdAt, project, projectName, region, urn } = one;
  return [
    told(name),
    told(kind),
    state,
    sizeBytes === undefined ? "" : inBytes(sizeBytes),
    dayOf(createdAt),
    told(projectName ?? project ?? ""),
    told(region ?? ""),
    told(urn),
  ];
}

function unknowns({ coverage: { unknowns: groups } }: Report): readonly Block[] {
  if (groups.length === 0) return [];
  return cutTable(
    {
      title: "Unknown, and why",
      head: ["resources", "kind", "reason"],
      rows: groups.map(({ resources, kind, reason }) => [grouped(resources), told(kind), told(reason)]),
      numbers: [0],
    },
    mostReasons,
  );
}
