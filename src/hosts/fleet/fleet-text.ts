import { extname } from "node:path";
import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import { type CsvRow, cellsOf } from "../../config/csv-rows.ts";
import { unknownAmong } from "../../config/nearest.ts";
import { findJsonFault } from "../../credentials/json-fault.ts";
import { readCapped } from "../../credentials/read-capped.ts";
import { placeAt, placeWords } from "../../credentials/text-place.ts";
import { systemCode } from "../../inventory/errors.ts";
import { usage } from "../cli/arguments.ts";
import { entryFields } from "./entry.ts";

/** As much as a list of a hundred thousand inventories takes with their configs, in MiB. */
export const largestListMebibytes = 64;

/**
 * The text of a file of a fleet.
 *
 * @throws InventoryError INVALID_CONFIG naming the file.
 */
export function readFleetText(path: string, mostMebibytes = 1): string {
  let text: string | undefined;
  try {
    ({ text } = readCapped(path, { mostMebibytes, isPlain: true }));
  } catch (thrown) {
    const code = systemCode(thrown);
    throw usage(code === "ENOENT" ? `${path} does not exist` : `${path} cannot be read (${code})`);
  }
  if (text === undefined) throw usage(`${path} is larger than ${mostMebibytes} MiB`);
  return text;
}

/**
 * The value of a JSON or YAML file. In YAML every scalar is a text: a key that consists of digits must not become a number.
 *
 * @throws InventoryError INVALID_CONFIG with the place where it is neither. What stands there is not repeated: it may be a secret.
 */
export function fleetValue(text: string, path: string): unknown {
  if (extname(path) === ".json") return jsonValue(text, path);
  const lines = new LineCounter();
  // The parser's own look at keys compares each with all others: a small file would take minutes.
  const options = {
    schema: "failsafe",
    prettyErrors: false,
    lineCounter: lines,
    logLevel: "error",
    uniqueKeys: false,
  } as const;
  const document = parseDocument(text, options);
  const placeOf = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  const [error] = document.errors;
  if (error?.code === "MULTIPLE_DOCS") throw usage(`${path} holds a second document at ${placeOf(error.pos[0])}`);
  if (error !== undefined) throw usage(`${path} is not YAML at ${placeOf(error.pos[0])}`);
  visit(document, {
    Map(_, { items, range }) {
      const keys = items.map(({ key }) => (isScalar(key) ? key.value : key));
      if (new Set(keys).size < keys.length)
        throw usage(`${path} has a key twice at ${placeOf(range?.[0] ?? 0)} or below`);
    },
  });
  try {
    return document.toJS();
  } catch {
    // Aliases that unfold to more than anybody writes.
    throw usage(`${path} repeats itself by more aliases than are read`);
  }
}

function jsonValue(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usage(`${path} is not JSON at ${placeWords(placeAt(text, findJsonFault(text) ?? text.length))}`);
  }
}

/** An entry that is a row, and where it stands. */
export interface EntryRow {
  readonly where: string;
  /** @throws InventoryError INVALID_CONFIG where it has more cells than there are columns. */
  readonly read: () => Readonly<Record<string, unknown>>;
}

/**
 * The entries of a CSV file: a column for each field, `config` for the path of a config file, and `config.KEY` for a key of the config
 * itself.
 *
 * @throws InventoryError INVALID_CONFIG where it has no header, or a column that is neither.
 */
export function entriesOfCsv(text: string, path: string): readonly EntryRow[] {
  const [header, ...rows] = cellsOf(text, separatorOf(text), path);
  const columns = header?.content.map((column) => column.trim()) ?? [];
  if (!columns.includes("name")) throw usage(`${path} has no column name in its first line`);
  const fields = [...entryFields, "config.KEY"];
  const unknown = columns.find((column) => !entryFields.includes(column) && !column.startsWith("config."));
  if (unknown !== undefined) throw usage(`${path}: ${unknownAmong("column", unknown, fields)}`);
  const twice = columns.find((column, index) => columns.indexOf(column) < index);
  if (twice !== undefined) throw usage(`${path}: the column ${twice} is there twice`);
  return rows.map((row) => ({ where: `${path}, line ${row.number}`, read: () => entryOf(columns, row) }));
}

function separatorOf(text: string): string {
  const [head = ""] = text.split(/[\r\n]/, 1);
  return [",", ";", "\t"].find((one) => head.split(one).some((column) => column.trim() === "name")) ?? ",";
}

function entryOf(
  columns: readonly string[],
  { content }: CsvRow<readonly string[]>,
): Readonly<Record<string, unknown>> {
  if (content.length > columns.length) throw usage("has more cells than there are columns");
  const cells = columns.flatMap((column, index): readonly (readonly [string, string])[] => {
    const cell = content[index]?.trim() ?? "";
    return cell === "" ? [] : [[column, cell]];
  });
  const ofConfig = cells.filter(([column]) => column.startsWith("config."));
  const config = Object.fromEntries(ofConfig.map(([column, cell]) => [column.slice("config.".length), cell]));
  const fields = Object.fromEntries(cells.filter(([column]) => !column.startsWith("config.")));
  return ofConfig.length === 0 ? fields : { ...fields, config };
}
