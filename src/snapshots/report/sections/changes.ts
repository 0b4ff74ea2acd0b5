import type { FieldChange } from "../../changed-fields.ts";
import { type Difference, type DifferenceType, differenceTypes } from "../../diff.ts";
import {
  type Block,
  counted,
  cutTable,
  grouped,
  minuteOf,
  type Section,
  text,
  told,
  type Words,
  warning,
} from "../blocks.ts";
import type { Changes } from "../changes.ts";
import type { Report } from "../report.ts";

const mostListed = 100;
const longestValue = 80;

/** What changed since earlier snapshots; no section where there is none. */
export function changesSections({ changes }: Report): readonly Section[] {
  if (changes.length === 0) return [];
  return [{ id: "changes", title: "What changed", blocks: changes.flatMap(blocksOf) }];
}

function blocksOf({ summary, differences }: Changes): readonly Block[] {
  const { before, after, counts, unchanged, gaps } = summary;
  const named = differenceTypes.flatMap((type) =>
    counts[type] === 0 ? [] : [`${grouped(counts[type])} ${titles[type]}`],
  );
  const of: readonly Words[] =
    after.account === undefined ? [told(after.inventory)] : [told(after.inventory), ", account ", told(after.account)];
  const all = differenceTypes.reduce((sum, type) => sum + counts[type], 0) - counts.volatile;
  return [
    text(
      ...of,
      `, from ${minuteOf(before.startedAt)} to ${minuteOf(after.startedAt)}: `,
      [...named, `${grouped(unchanged)} unchanged`].join(", "),
      ".",
    ),
    ...(gaps.length === 0
      ? []
      : [
          warning(
            `${counted(gaps.length, "list")} ${gaps.length === 1 ? "was" : "were"} not read to the end in both snapshots: what is in them cannot be told.`,
          ),
        ]),
    ...(differences.length === 0
      ? []
      : cutTable(
          { title: "Changes", head: ["", "kind", "name", "what", "URN"], rows: differences.map(cellsOf) },
          mostListed,
          all,
        )),
  ];
}

const titles: Readonly<Record<DifferenceType, string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  volatile: "changed by mere use",
  unknown: "unknown",
  "newly-covered": "newly covered",
  "no-longer-looked-at": "no longer looked at",
};

function cellsOf({ type, kind, name, urn, reason, changes = [] }: Difference): readonly Words[] {
  const what = [...(reason === undefined ? [] : [reason]), ...changes.map(changeInWords)].join("; ");
  return [titles[type], told(kind), told(name), told(what), told(urn)];
}

function changeInWords({ field, before, after }: FieldChange): string {
  return `${field}: ${valueInWords(before)} -> ${valueInWords(after)}`;
}

function valueInWords(value: unknown): string {
  if (value === undefined) return "(none)";
  const words = typeof value === "string" ? value : JSON.stringify(value);
  return words.length > longestValue ? `${words.slice(0, longestValue)}…` : words;
}
