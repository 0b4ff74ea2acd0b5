import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { safeText } from "../../../inventory/safe-text.ts";
import type { PackedRow, RowField, RowValue, TableRow } from "./table-row.ts";

const rowsOfBatch = 1_000;
// Three bytes are four characters of base64: other lengths are padded, which may stand at the end alone.
const bytesOfLine = 3 * 16_384;

/**
 * Rows as lines of base64 that hold one compressed JSON array of arrays, a value for each field. They are compressed as they come, and no
 * more than a batch of them is held.
 */
export async function* packedRows(
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  fields: readonly RowField[],
): AsyncGenerator<string, void, void> {
  const compressed = createGzip();
  // What fails on the way is thrown where the compressed bytes are read.
  pipeline(Readable.from(jsonOf(rows, fields)), compressed, () => {});
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of compressed as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % bytesOfLine);
    for (let start = 0; start < whole; start += bytesOfLine)
      yield `${bytes.toString("base64", start, start + bytesOfLine)}\n`;
    rest = bytes.subarray(whole);
  }
  yield `${rest.toString("base64")}\n`;
}

async function* jsonOf(
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  fields: readonly RowField[],
): AsyncGenerator<string, void, void> {
  let batch: string[] = [];
  let separator = "[";
  for await (const row of rows) {
    batch.push(JSON.stringify(packed(row, fields)));
    if (batch.length < rowsOfBatch) continue;
    yield separator + batch.join(",\n");
    separator = ",\n";
    batch = [];
  }
  yield batch.length === 0 && separator !== "[" ? "]" : `${separator}${batch.join(",\n")}]`;
}

function packed(row: TableRow, fields: readonly RowField[]): PackedRow {
  return fields.map((field) => safeValueOf(row[field] ?? null));
}

function safeValueOf(value: RowValue): RowValue {
  if (typeof value === "string") return safeText(value);
  return typeof value === "object" ? (value?.map(safeText) ?? null) : value;
}
