/** Numbered, repeatable ids and random numbers; nothing here depends on the clock or on the order of calls. */
export interface Series {
  uuid(index: number): string;
  /** 32 hexadecimal digits. */
  hexadecimal(index: number): string;
  /** A generator of numbers in [0, 1) that belongs to one item. */
  random(index: number): () => number;
  /** A number in [0, 1) that belongs to the whole series. */
  readonly phase: number;
}

const goldenRatio = 0x9e3779b9;

/** Spreads the bits of a 32-bit number. It is a bijection: different numbers in, different numbers out. */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hashOf(text: string, seed: number): number {
  let hash = scramble(seed ^ 0x811c9dc5);
  for (let position = 0; position < text.length; position += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
  }
  return scramble(hash);
}

/** The generator known as mulberry32: small, fast and good enough for made-up data. */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The series of a name. Its ids are unique by construction: their first word is a bijection of the index. */
export function seriesOf(seed: number, name: string): Series {
  const base = (word: number) => hashOf(`${word}:${name}`, seed);
  const [first, second, third, fourth] = [base(0), base(1), base(2), base(3)];
  const drawn = hashOf(name, seed);
  // One buffer per series: big fleets ask for millions of ids, and writing words as text one by one is slow.
  const bytes = Buffer.alloc(16);
  const hexadecimal = (index: number) => {
    const spread = Math.imul(index + 1, goldenRatio);
    bytes.writeUInt32BE(scramble(first + index), 0);
    bytes.writeUInt32BE(scramble(second + spread), 4);
    bytes.writeUInt32BE(scramble(third ^ spread), 8);
    bytes.writeUInt32BE(scramble(fourth - spread), 12);
    return bytes.toString("hex");
  };
  return {
    hexadecimal,
    uuid: (index) => uuidOf(hexadecimal(index)),
    random: (index) => generator(scramble(drawn + index)),
    phase: drawn / 2 ** 32,
  };
}

/** Writes 32 digits as a version 4 UUID, whose version and variant have fixed places. */
function uuidOf(digits: string): string {
  const variant = "89ab".charAt(digits.charCodeAt(16) % 4);
  const [start, middle] = [`${digits.slice(0, 8)}-${digits.slice(8, 12)}`, `4${digits.slice(13, 16)}`];
  return `${start}-${middle}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** The item at a place of a list that is read round and round. */
export function cycle<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError("cannot go round an empty list");
  return item;
}

/** An item drawn from a list. */
export function pick<Item>(list: readonly Item[], random: () => number): Item {
  return cycle(list, Math.floor(random() * list.length));
}

/** What most keys and tokens are made of. */
export const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A word of some characters, such as an API key. */
export function randomWord(alphabet: string, length: number, random: () => number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join("");
}
