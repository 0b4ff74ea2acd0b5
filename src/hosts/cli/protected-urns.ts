import { readFile, stat } from "node:fs/promises";
import * as z from "zod";
import { type CsvRow, cellsOf } from "../../config/csv-rows.ts";
import { InventoryError, systemCode } from "../../inventory/errors.ts";

// A million of the longest URNs that clouds have; what is larger is no list of them.
const largestBytes = 256 * 1024 * 1024;
const Urn = z.string().regex(/^urn:[\x21-\x7e]+$/);
const Line = z.object({ urn: Urn });

/**
 * The URNs in a file of a backup tool: a line each, CSV with a header that has a column `urn` (separated by commas, semicolons or tabs), or
 * NDJSON with a field `urn`.
 *
 * @throws InventoryError INVALID_CONFIG, in one sentence that names the file and the line, where it is none of these.
 */
export async function readProtectedUrns(path: string): Promise<ReadonlySet<string>> {
  const text = await textOf(path);
  const first = text.trimStart();
  if (first === "") throw bad(path, "is empty: it has to name what the backup tool protects");
  if (first.startsWith("{")) return new Set(urnsOf(path, lines(text), urnInJson));
  if (first.startsWith("urn:")) return new Set(urnsOf(path, lines(text), (line) => line.trim()));
  return new Set(urnsInCsv(path, text));
}

function lines(text: string): readonly CsvRow<string>[] {
  const all = text.split(/\r?\n|\r/).map((content, index) => ({ number: index + 1, content }));
  return all.filter(({ content }) => content.trim() !== "");
}

function urnInJson(line: string): string | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data?.urn;
  } catch {
    return undefined;
  }
}

function urnsOf<Content>(
  path: string,
  rows: readonly CsvRow<Content>[],
  urnIn: (content: Content) => string | undefined,
): string[] {
  return rows.map(({ number, content }) => {
    const urn = Urn.safeParse(urnIn(content)).data;
    if (urn === undefined) throw bad(path, `has no URN in line ${number}`);
    return urn;
  });
}

function urnsInCsv(path: string, text: string): string[] {
  const head = text.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  const separator = [",", ";", "\t"].find((one) => columnOf(cellsOf(head, one, path)[0]?.content) >= 0);
  if (separator === undefined) {
    throw bad(
      path,
      "names no URNs: it is neither a URN a line, nor CSV whose header has a column urn, nor NDJSON with urn",
    );
  }
  const [header, ...rows] = cellsOf(text.trimStart(), separator, path);
  const column = columnOf(header?.content);
  return urnsOf(path, rows, (cells) => cells[column]);
}

function columnOf(header: readonly string[] = []): number {
  return header.findIndex((name) => name.trim().toLowerCase() === "urn");
}

async function textOf(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    const { size } = await stat(path);
    if (size > largestBytes) throw bad(path, "is larger than any list of URNs");
    bytes = await readFile(path);
  } catch (thrown) {
    if (thrown instanceof InventoryError) throw thrown;
    const code = systemCode(thrown);
    const why = code === "ENOENT" ? "does not exist" : code === "EISDIR" ? "is a folder" : `cannot be read (${code})`;
    throw bad(path, why);
  }
  // Spreadsheets on Windows write a byte order mark, or UTF-16.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw bad(path, "is no text");
  }
}

function bad(path: string, why: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", `${path} ${why}`);
}
