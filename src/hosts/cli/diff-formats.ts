import { safeText } from "../../inventory/safe-text.ts";
import type { FieldChange } from "../../snapshots/changed-fields.ts";
import type { Difference, DifferenceGap, DifferenceType, DiffSummary } from "../../snapshots/diff.ts";
import type { SnapshotFacts } from "../../snapshots/look.ts";
import { markdownCell, markdownCode, markdownRow, markdownTable } from "../../snapshots/markdown-text.ts";

/** Words a comparison, piece by piece. */
export interface DiffFormat {
  difference(difference: Difference): string;
  end(summary: DiffSummary): string;
}

const formats: Readonly<Record<string, () => DiffFormat>> = {
  table: createTable,
  json: createJson,
  ndjson: () => ({ difference: lineOf, end: lineOf }),
  markdown: createMarkdown,
};

/** Undefined for a format that there is not. */
export function diffFormat(name: string): DiffFormat | undefined {
  return Object.hasOwn(formats, name) ? formats[name]?.() : undefined;
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

function createJson(): DiffFormat {
  let separator = '{"differences":[\n';
  return {
    difference(difference) {
      const text = `${separator}${JSON.stringify(difference)}`;
      separator = ",\n";
      return text;
    },
    end: (summary) => `${separator === ",\n" ? "\n" : separator}],\n"summary":${JSON.stringify(summary)}}\n`,
  };
}

const signs: Readonly<Record<DifferenceType, string>> = {
  added: "+",
  removed: "-",
  changed: "~",
  volatile: "",
  unknown: "?",
  "newly-covered": "*",
  "no-longer-looked-at": "!",
};

/** For a person: a line each, with what changed below; what changes by mere use is counted alone. */
function createTable(): DiffFormat {
  return {
    difference({ type, kind, urn, name, projectName, reason, changes = [] }) {
      if (type === "volatile") return "";
      const lines = [
        `${signs[type]} ${type}  ${kind}  ${shown(calledIn(name, projectName))}  ${urn}`,
        ...(reason === undefined ? [] : [`    ${shown(reason)}`]),
        ...changes.map((change) => `    ${changeInWords(change)}`),
      ];
      return `${lines.join("\n")}\n`;
    },
    end: (summary) => `${linesOf(summary).join("\n")}\n`,
  };
}

/** For a pull request or a mail. */
function createMarkdown(): DiffFormat {
  let isEmpty = true;
  return {
    difference({ type, kind, urn, name, projectName, reason, changes = [] }) {
      if (type === "volatile") return "";
      const opening = isEmpty ? markdownTable(["", "Kind", "Name", "What", "URN"], []) : "";
      isEmpty = false;
      const what = [reason, ...changes.map(changeInWords)].filter((text) => text !== undefined).join("; ");
      return (
        opening + markdownRow([type, kind, ...[shown(calledIn(name, projectName)), shown(what), urn].map(markdownCell)])
      );
    },
    end: (summary) => {
      const lines = linesOf(summary).map((line) => `- ${markdownCode(line)}\n`);
      return `${isEmpty ? "" : "\n"}${lines.join("")}`;
    },
  };
}

/** A name with that of the project in parentheses, where there is one. */
function calledIn(name: string, projectName: string | undefined): string {
  return projectName === undefined ? name : `${name} (${projectName})`;
}

function changeInWords({ field, before, after }: FieldChange): string {
  return `${field}: ${valueInWords(before)} -> ${valueInWords(after)}`;
}

const longestValue = 200;

function valueInWords(value: unknown): string {
  if (value === undefined) return "(none)";
  return shown(typeof value === "string" ? value : JSON.stringify(value));
}

/** What a customer called something, harmless on a terminal and in one line. */
function shown(text: string): string {
  const safe = safeText(text);
  return safe.length > longestValue ? `${safe.slice(0, longestValue)}…` : safe;
}

function linesOf(summary: DiffSummary): string[] {
  const { before, after, counts, unchanged, gaps, result } = summary;
  const told = Object.entries(counts).flatMap(([type, count]) => (count === 0 ? [] : [`${count} ${type}`]));
  const missing = gapsInWords(gaps);
  return [
    `${result}: ${[...told, `${unchanged} unchanged`].join(", ")}`,
    `from ${snapshotInWords(before)} to ${snapshotInWords(after)}`,
    ...(missing.length === 0 ? [] : ["not read in both:", ...missing]),
  ];
}

function snapshotInWords({ path, startedAt, complete }: SnapshotFacts): string {
  return `${shown(path)} (${startedAt}${complete ? "" : ", incomplete"})`;
}

/** A line for each kind and way in which it was not read, however many places it has. */
function gapsInWords(gaps: readonly DifferenceGap[]): string[] {
  const places = new Map<string, string[]>();
  for (const { kind, scope, before = "not looked at", after = "not looked at" } of gaps) {
    const how = `${kind} (${before === after ? before : `${before}, then ${after}`})`;
    places.set(how, [...(places.get(how) ?? []), scope]);
  }
  return [...places].map(
    ([how, scopes]) =>
      `${how} in ${shown(scopes[0] ?? "")}${scopes.length > 1 ? ` and ${scopes.length - 1} more` : ""}`,
  );
}
