import { InventoryError } from "../inventory/errors.ts";
import { createValueCount, separatorsIn } from "./value-count.ts";

/** Bytes in one MiB. */
export const mebibyte = 1024 * 1024;

// A parsed value takes up to 67 bytes of memory (measured: V8, `[{},{},…]`), a parsed byte of `[[[[` nearly as much. The
// densest list that was recorded has a value every 19 bytes, so real lists meet the limit of bytes first.
const bytesForEachValue = 16;
// So many are no burden, however small the limit of bytes is.
const alwaysAllowedValues = 65_536;

// What a refusal is told by is read from its first fields; the longest that was recorded has 15 KB.
const keptOfRefusal = 256 * 1024;

/**
 * Reads a body to its end, counting bytes after decompression, and the values of a JSON document: a small body can hold so
 * many that parsing it would take sixty times its size. Of a refusal only the beginning is kept.
 *
 * @throws InventoryError INVALID_RESPONSE over `maxBytes`, or over the values that go with it; the message names the setting
 * that raises both.
 */
export async function readBody(response: Response, maxBytes: number, label: string): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const check = createCheck(maxBytes, label);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    const isKept = response.ok || bytes < keptOfRefusal;
    bytes += chunk.byteLength;
    if (isKept) chunks.push(chunk);
    // Leaving the loop cancels the stream, which closes the connection.
    check(response.ok ? chunks : [], bytes);
  }
  const body = Buffer.concat(chunks);
  return response.ok ? body : body.subarray(0, keptOfRefusal);
}

/** Looks at each chunk as it comes; throws once there is too much. */
function createCheck(maxBytes: number, label: string): (chunks: readonly Uint8Array[], bytes: number) => void {
  const maxValues = Math.max(alwaysAllowedValues, Math.floor(maxBytes / bytesForEachValue));
  const exactly = createValueCount();
  let separators = 0;
  let looked = 0;
  let counted = 0;
  return (chunks, bytes) => {
    if (bytes > maxBytes) throw over(`${Number((maxBytes / mebibyte).toPrecision(3))} MiB`, label);
    // Each value takes a byte at least, so that most bodies need not be looked at.
    if (bytes <= maxValues) return;
    for (const chunk of chunks.slice(looked)) separators += separatorsIn(chunk);
    looked = chunks.length;
    if (separators <= maxValues) return;
    // Commas and brackets in texts are no values: what seems too much is counted in full.
    for (const chunk of chunks.slice(counted)) exactly.add(chunk);
    counted = chunks.length;
    if (exactly.values > maxValues) throw over(`${maxValues} values`, label);
  };
}

function over(limit: string, label: string): InventoryError {
  return new InventoryError(
    "INVALID_RESPONSE",
    `${label} was answered with more than ${limit}; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit`,
  );
}
