const [quote, backslash, comma, bracket, brace] = Array.from('"\\,[{', (character) => character.charCodeAt(0));

/** 1 for each byte that begins a value of JSON (all but the first of a list or object follow a comma). */
const isSeparator = Uint8Array.from({ length: 256 }, (_, byte) => Number([comma, bracket, brace].includes(byte)));
/** The same for two bytes at a time, which takes half as long. */
const separatorsInPair = Uint8Array.from(
  { length: 65_536 },
  (_, pair) => (isSeparator[pair & 255] as number) + (isSeparator[pair >> 8] as number),
);

/** How many values a part of a JSON text has at most: commas and opening brackets, those in texts included. */
export function separatorsIn(chunk: Uint8Array): number {
  // A view of two bytes has to begin at an even place.
  const start = Math.min(chunk.byteOffset % 2, chunk.byteLength);
  const inPairs = (chunk.byteLength - start) & ~1;
  let count = 0;
  for (const edge of [chunk.subarray(0, start), chunk.subarray(start + inPairs)]) {
    for (const byte of edge) count += isSeparator[byte] as number;
  }
  if (inPairs === 0) return count;
  const pairs = new Uint16Array(chunk.buffer, chunk.byteOffset + start, inPairs / 2);
  // Local names and no `for of`: this loop is all that the check costs, and they halve it.
  const [table, end] = [separatorsInPair, pairs.length];
  for (let index = 0; index < end; index += 1) count += table[pairs[index] as number] as number;
  return count;
}

/** Counts the values of a JSON text that comes in parts. */
export interface ValueCount {
  readonly values: number;
  add(chunk: Uint8Array): void;
}

/** Counts commas and opening brackets outside of texts: lists, objects and what they hold, short of their first entries. */
export function createValueCount(): ValueCount {
  let values = 0;
  let isText = false;
  let isEscaped = false;
  return {
    get values() {
      return values;
    },
    add(chunk) {
      for (const byte of chunk) {
        if (isEscaped) isEscaped = false;
        else if (byte === quote) isText = !isText;
        else if (isText) isEscaped = byte === backslash;
        else values += isSeparator[byte] as number;
      }
    },
  };
}
