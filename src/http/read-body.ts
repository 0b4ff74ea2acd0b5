import { InventoryError } from "../inventory/errors.ts";

/** Bytes in one MiB. */
export const mebibyte = 1024 * 1024;

/**
 * Reads a body to its end, counting bytes after decompression.
 *
 * @throws InventoryError INVALID_RESPONSE over `maxBytes`; the message names the setting that raises it.
 */
export async function readBody(response: Response, maxBytes: number, label: string): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream, which closes the connection.
    if (bytes > maxBytes) throw tooLarge(maxBytes, label);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function tooLarge(maxBytes: number, label: string): InventoryError {
  const limit = `${Number((maxBytes / mebibyte).toPrecision(3))} MiB`;
  return new InventoryError(
    "INVALID_RESPONSE",
    `${label} was answered with more than ${limit}; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit`,
  );
}
