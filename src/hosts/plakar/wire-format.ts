/**
 * The part of proto3's encoding that the inventory protocol uses: varints and length-delimited fields
 * (https://protobuf.dev/programming-guides/encoding/). Field numbers live in `messages.ts`.
 */
const lengthDelimited = 2;

/** One length-delimited field: a string, bytes, or a nested message that is already encoded. */
export function field(number: number, value: string | Uint8Array): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
  return Buffer.concat([varint(number * 8 + lengthDelimited), varint(bytes.length), bytes]);
}

/** A field that is left out where its text is empty, which is proto3's default. */
export function optionalField(number: number, value: string | undefined): readonly Buffer[] {
  return value ? [field(number, value)] : [];
}

/** A map of strings: each entry is a message with its key as field 1 and its value as field 2. */
export function mapField(number: number, map: Readonly<Record<string, string>>): readonly Buffer[] {
  return Object.entries(map).map(([key, value]) =>
    field(number, Buffer.concat([...optionalField(1, key), ...optionalField(2, value)])),
  );
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
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
