/**
 * The part of proto3's encoding that the inventory protocol uses: varints and length-delimited fields
 * (https://protobuf.dev/programming-guides/encoding/). Field numbers live in `messages.ts`.
 */
const lengthDelimited = 2;

const firstCapacityBytes = 4096;
// A tag and a length, each a varint of at most 32 bits.
const longestHeadBytes = 10;
// What one unit of UTF-16 takes in UTF-8.
const longestUnitBytes = 3;
// A call into the engine takes as long as this many characters here, and most texts of an entry are shorter.
const shortText = 24;
const lastOfAscii = 127;

/** Writes the fields of a message, one after the other. */
export interface MessageWriter {
  /** A string, written also where it is empty. */
  text(number: number, text: string): void;
  /** A string that is left out where it is empty, which is proto3's default. */
  optionalText(number: number, text: string | undefined): void;
  /** A nested message; `write` adds its fields. */
  message(number: number, write: () => void): void;
  /** A map of strings: each entry is a message with its key as field 1 and its value as field 2. */
  map(number: number, map: Readonly<Record<string, string>>): void;
}

/** Encodes the message that `write` writes. */
export type Encode = (write: (message: MessageWriter) => void) => Buffer;

/** An encoder with one buffer for all it writes: a buffer for each field would cost more than all else that a list does. */
export function createEncoder(): Encode {
  let bytes = Buffer.allocUnsafe(firstCapacityBytes);
  let length = 0;

  const reserve = (more: number): void => {
    if (length + more > bytes.length) bytes = Buffer.concat([bytes], (length + more) * 2);
  };
  const varint = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes[length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[length++] = rest;
  };
  /** Begins a field with one byte for its length, which is what nearly every field needs; returns where its content begins. */
  const open = (number: number, contentBytes: number): number => {
    reserve(longestHeadBytes + contentBytes);
    varint(number * 8 + lengthDelimited);
    length += 1;
    return length;
  };
  const close = (start: number): void => {
    const end = length;
    const size = end - start;
    const more = varintLength(size) - 1;
    if (more > 0) {
      reserve(more);
      bytes.copyWithin(start + more, start, end);
    }
    length = start - 1;
    varint(size);
    length = end + more;
  };

  /** Writes a text without moving on; answers with its bytes. */
  const put = (text: string): number => {
    if (text.length > shortText) return bytes.write(text, length);
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > lastOfAscii) return bytes.write(text, length);
      bytes[length + index] = code;
    }
    return text.length;
  };

  const writer: MessageWriter = {
    text(number, text) {
      const start = open(number, text.length * longestUnitBytes);
      length += put(text);
      close(start);
    },
    optionalText(number, text) {
      if (text) writer.text(number, text);
    },
    message(number, write) {
      const start = open(number, 0);
      write();
      close(start);
    },
    map(number, map) {
      for (const key in map) {
        const start = open(number, 0);
        writer.optionalText(1, key);
        writer.optionalText(2, map[key]);
        close(start);
      }
    },
  };
  return (write) => {
    length = 0;
    write(writer);
    return Buffer.from(bytes.subarray(0, length));
  };
}

function varintLength(value: number): number {
  return value < 128 ? 1 : 1 + varintLength(Math.floor(value / 128));
}

export interface Field {
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * The length-delimited fields of a message; the others are skipped, as unknown ones have to be.
 *
 * @throws Error for bytes that are no message. The text repeats none of them: they hold credentials.
 */
export function* fieldsOf(message: Buffer): Generator<Field, void, void> {
  let offset = 0;
  const take = (length: number): Buffer => {
    if (length > message.length - offset) throw malformed();
    offset += length;
    return message.subarray(offset - length, offset);
  };
  const readVarint = (): number => {
    let value = 0;
    // Ten bytes hold 64 bits; lengths and field numbers are far below what a double holds exactly.
    for (let power = 0; power < 10; power += 1) {
      const [byte = 0] = take(1);
      value += (byte & 0x7f) * 2 ** (7 * power);
      if (byte < 128) return value;
    }
    throw malformed();
  };
  while (offset < message.length) {
    const tag = readVarint();
    const type = tag % 8;
    if (type === lengthDelimited) yield { number: Math.floor(tag / 8), bytes: take(readVarint()) };
    else if (type === 0) readVarint();
    else if (type === 1) take(8);
    else if (type === 5) take(4);
    else throw malformed();
  }
}

function malformed(): Error {
  return new Error("the message is not valid protobuf");
}
