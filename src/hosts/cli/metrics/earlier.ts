import { prefix } from "./gauges.ts";

/** What an earlier run left in the file of one inventory that a later one may repeat. */
export interface Earlier {
  /** Whose inventory it was, where that was known. */
  readonly account?: string;
  readonly lastRun?: number;
  readonly lastSuccess?: number;
}

// What `fleet metrics` tells of many inventories is no run's.
const name = `${prefix}(?!fleet_)[a-z_]+`;
const labelName = "[a-zA-Z_][a-zA-Z0-9_]*";
const labelValue = '"(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const labels = `${labelName}=${labelValue}(?:,${labelName}=${labelValue})*`;
const number = "[+-]Inf|-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?";
const comment = new RegExp(`^# (?:HELP|TYPE) ${name} .+$`);
const sample = new RegExp(`^(${name})(?:\\{(${labels})\\})? (${number})$`);
const label = new RegExp(`(${labelName})=(${labelValue})`, "g");

/**
 * Reads a file that a run wrote with `--metrics`, by inventory; what is known of no inventory is under the empty name.
 *
 * @returns undefined where a line is none of ours: the file is somebody else's.
 */
export function earlierIn(text: string): ReadonlyMap<string, Earlier> | undefined {
  const found = new Map<string, Earlier>();
  for (const line of text.split("\n")) {
    if (line === "" || comment.test(line)) continue;
    const [, gauge, written = "", value] = sample.exec(line) ?? [];
    if (gauge === undefined) return undefined;
    const { inventory = "", account } = labelsOf(written);
    const known = { ...found.get(inventory), ...(account === undefined ? {} : { account }) };
    if (gauge === `${prefix}last_run_timestamp_seconds`) known.lastRun = Number(value);
    if (gauge === `${prefix}last_success_timestamp_seconds`) known.lastSuccess = Number(value);
    found.set(inventory, known);
  }
  return found;
}

function labelsOf(written: string): Readonly<Record<string, string>> {
  const pairs = [...written.matchAll(label)].map(([, key = "", value = ""]) => [key, unescaped(value)] as const);
  return Object.fromEntries(pairs);
}

function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));
}
