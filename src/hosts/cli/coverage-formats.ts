import { safeText } from "../../inventory/safe-text.ts";
import type { Coverage, CoveredResource, CoveredSnapshot } from "../../snapshots/coverage.ts";
import { type CoverageCounts, isWithoutBackup } from "../../snapshots/coverage-counts.ts";
import { inBytes } from "../../snapshots/in-bytes.ts";
import { markdownCell, markdownCode, markdownTable } from "../../snapshots/markdown-text.ts";
import { table } from "./table.ts";

/** A coverage in one of these formats, piece by piece. */
export function coverageText(format: string, coverage: Coverage): Iterable<string> {
  if (format === "json") return json(coverage);
  if (format === "ndjson") return ndjson(coverage);
  return page(coverage, format === "markdown" ? inMarkdown : inTable);
}

// Whoever wants more of them wants a program's help.
const mostListed = 100;
const longestText = 60;

/** The text is harmless wherever it is printed; JSON means the same without those characters as with their replacement. */
const jsonOf = (value: unknown): string => safeText(JSON.stringify(value));

function* ndjson({ resources, ...summary }: Coverage): Generator<string> {
  for (const resource of resources) yield `${jsonOf({ type: "resource", ...resource })}\n`;
  yield `${jsonOf({ type: "summary", ...summary })}\n`;
}

function* json({ resources, ...summary }: Coverage): Generator<string> {
  const members = Object.entries(summary).map(([name, value]) => `"${name}":${jsonOf(value)},\n`);
  yield `{${members.join("")}"resources":[`;
  for (const [index, resource] of resources.entries()) yield `${index === 0 ? "" : ","}\n${jsonOf(resource)}`;
  yield `${resources.length === 0 ? "" : "\n"}]}\n`;
}

/** How a page for people is written. */
interface Writing {
  heading(text: string): string;
  /** A text that may hold what a customer called something. */
  line(text: string): string;
  /** Numeric columns are those behind the first `texts`. */
  rows(head: readonly string[], rows: readonly (readonly string[])[], numbers: readonly number[]): string;
}

const inTable: Writing = {
  heading: (text) => `\n${text}\n`,
  line: (text) => `  ${shown(text, Number.POSITIVE_INFINITY)}\n`,
  rows: (head, rows, numbers) =>
    table([head, ...rows.map((cells) => cells.map((cell) => shown(cell)))], new Set(numbers))
      .map((line) => `  ${line}\n`)
      .join(""),
};

const inMarkdown: Writing = {
  heading: (text) => `\n## ${text}\n\n`,
  line: (text) => `- ${markdownCode(shown(text, Number.POSITIVE_INFINITY))}\n`,
  rows: (head, rows, numbers) =>
    markdownTable(
      head,
      rows.map((cells) => cells.map((cell) => markdownCell(shown(cell)))),
      numbers,
    ),
};

function shown(text: string, longest = longestText): string {
  const safe = safeText(text);
  // A URN is copied: a part of it is none.
  return safe.length > longest && !safe.startsWith("urn:") ? `${safe.slice(0, longest)}…` : safe;
}

function* page(coverage: Coverage, writing: Writing): Generator<string> {
  const { snapshots, total, byClass, byProject, byPlace, unknowns, protectedUnseen } = coverage;
  const hasFile = protectedUnseen !== undefined;
  yield writing.heading("Snapshots").trimStart();
  for (const snapshot of snapshots) yield snapshotLines(snapshot).map(writing.line).join("");
  if (protectedUnseen)
    yield writing.line(`URNs that the backup tool protects and no snapshot holds: ${protectedUnseen}`);
  const counted = (names: readonly string[], groups: readonly (readonly [...string[], CoverageCounts])[]): string => {
    const head = [...names, ...countNames(hasFile)];
    const rows = groups.map((group) => {
      const counts = group.at(-1) as CoverageCounts;
      return [...(group.slice(0, -1) as string[]), ...countCells(counts, hasFile)];
    });
    return writing.rows(head, rows, numbersFrom(names.length, head.length));
  };
  yield writing.heading("What the provider holds, by class");
  yield counted(["class"], [...byClass.map((one) => [one.class || "(none)", one] as const), ["all", total]]);
  yield writing.heading("By project");
  yield counted(
    ["inventory", "project", "name"],
    byProject.map((one) => [one.inventory, one.project ?? "(no project)", one.projectName ?? "", one] as const),
  );
  yield writing.heading("By place");
  yield counted(
    ["country", "place"],
    byPlace.map((one) => [one.country ?? "", one.region ?? "(not told)", one] as const),
  );
  yield* listed(coverage, writing, hasFile);
  if (unknowns.length === 0) return;
  yield writing.heading("Unknown, and why");
  const reasons = unknowns.slice(0, mostListed).map((one) => `${one.resources} of ${one.kind}: ${one.reason}`);
  for (const reason of reasons) yield writing.line(reason);
  if (unknowns.length > mostListed)
    yield writing.line(`and ${unknowns.length - mostListed} more reasons; --format json has all`);
}

function* listed({ resources }: Coverage, writing: Writing, hasFile: boolean): Generator<string> {
  const isListed = (one: CoveredResource): boolean => (hasFile ? one.standing === "unprotected" : isWithoutBackup(one));
  const all = resources.filter(isListed);
  if (all.length === 0) return;
  yield writing.heading(`${hasFile ? "Unprotected" : "Without a backup"}, largest and oldest first: ${all.length}`);
  const head = ["held", "size", "created", "kind", "name", "project", "place", "safeguards", "URN"];
  const rows = all.slice(0, mostListed).map(cellsOf);
  yield writing.rows(head, rows, [1]);
  if (all.length > mostListed) yield writing.line(`and ${all.length - mostListed} more; --format ndjson has all`);
}

function cellsOf(one: CoveredResource): string[] {
  const {
    state,
    isStale,
    lastBackupAt,
    sizeBytes,
    createdAt,
    kind,
    name,
    project,
    projectName,
    region,
    safeguards,
    urn,
  } = one;
  return [
    isStale ? `stale, ${lastBackupAt ?? ""}` : state,
    sizeBytes === undefined ? "" : inBytes(sizeBytes),
    createdAt?.slice(0, 10) ?? "",
    kind,
    name,
    projectName ?? project ?? "",
    region ?? "",
    safeguards.join(", "),
    urn,
  ];
}

function snapshotLines({ path, inventory, account, startedAt, complete, gaps }: CoveredSnapshot): string[] {
  const about = `${path}: ${inventory}, ${account === undefined ? "of an account that nothing names" : `account ${account}`}, ${startedAt}`;
  if (complete) return [`${about}, complete`];
  const kinds = new Map<string, number>();
  for (const { kind, outcome } of gaps) kinds.set(`${kind} ${outcome}`, (kinds.get(`${kind} ${outcome}`) ?? 0) + 1);
  const named = [...kinds].slice(0, 10).map(([what, count]) => `${what} (${count})`);
  const more = kinds.size > named.length ? `, and ${kinds.size - named.length} more` : "";
  const why = gaps.length === 0 ? "it was stopped" : `not read to the end: ${named.join(", ")}${more}`;
  return [`${about}, INCOMPLETE: there may be resources that are not counted; ${why}`];
}

function countNames(hasFile: boolean): readonly string[] {
  const names = ["backup", "stale", "snapshots only", "none found", "unknown", "resources"];
  return hasFile ? [...names, "protected", "unprotected"] : names;
}

function countCells(counts: CoverageCounts, hasFile: boolean): readonly string[] {
  const { backup, stale, unknown, resources } = counts;
  const cells = [backup, stale, counts["snapshots-only"], counts["none-found"], unknown, resources];
  return (hasFile ? [...cells, counts.protected ?? 0, counts.unprotected ?? 0] : cells).map(String);
}

function numbersFrom(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
