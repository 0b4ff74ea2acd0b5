import { isSafe, safeText } from "./safe-text.ts";

// A Go client of gRPC refuses a message over 4 MiB (grpc/grpc-go, server.go: defaultServerMaxReceiveMessageSize), Plakar's
// details stay below 64 KiB, and every host is handed the same resource. Real names, tags and hosts have at most a few hundred
// characters: whoever meets these bounds is told, and nobody is expected to.

/** The longest text of a resource, in characters. */
const longestText = 4096;
/** What an item of a list may hold in the fields that are read. */
const mostValues = 10_000;
/** What is kept of each list or object in an item that holds more. */
const mostEntries = 1000;
const mostLevels = 8;
// A character takes at most three bytes of UTF-8, a number or what stands around a text at most this many characters' worth.
const bytesOfCharacter = 3;
const charactersOfPart = 8;

/** A text as it may be shown, cut where it is longer than a reader, a log line or a message takes. */
export function shortText(text: string, longest: number = longestText): string {
  return safeText(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
}

export interface Bounded<Value> {
  readonly value: Value;
  /** Whether anything was lost beside unsafe characters. */
  readonly isCut: boolean;
}

/**
 * A list or record as it may leave: its texts safe, and all of it no larger than `bytes` of JSON. Long texts are cut, and
 * entries that find no room are left out.
 */
export function bounded<Value extends object>(value: Value, bytes: number): Bounded<Value> {
  // Nearly every value is clean and small, and every value of every resource comes through here: looking is cheaper than copying.
  if (sizeOf(value, mostLevels) * bytesOfCharacter <= bytes) return { value, isCut: false };
  const { value: copy, isCut } = trimmed(value, (text) => shortText(text));
  let left = bytes;
  const fits = (entry: unknown): boolean => {
    left -= Buffer.byteLength(JSON.stringify(entry) ?? "") + 1;
    return left >= 0;
  };
  const kept = Array.isArray(copy) ? copy.filter(fits) : Object.fromEntries(Object.entries(copy).filter(fits));
  return { value: kept as Value, isCut: isCut || left < 0 };
}

/** Whether the fields of an item that are read hold more than any item does. */
export function isOverfull(item: object, fields: readonly string[]): boolean {
  let left = mostValues;
  for (const field of fields) {
    const value = fieldOf(item, field);
    if (typeof value === "object") left = roomAfter(value, left, mostLevels);
  }
  return left < 0;
}

/**
 * The fields of an over-full item that are read, without what no item holds, and the names of those that lost something. A
 * parser tells of every wrong entry: a million of them would cost hundreds of megabytes.
 */
export function trimmedItem(item: object, fields: readonly string[]): { item: object; cutFields: readonly string[] } {
  const present = fields.filter((field) => Object.hasOwn(item, field));
  const parts = present.map((field) => ({ field, ...trimmed([fieldOf(item, field)], (text) => text) }));
  return {
    item: Object.fromEntries(parts.map(({ field, value }) => [field, value[0]])),
    cutFields: parts.filter(({ isCut }) => isCut).map(({ field }) => field),
  };
}

function fieldOf(item: object, field: string): unknown {
  return (item as Readonly<Record<string, unknown>>)[field];
}

/** What is left of a number of values; below zero for too many, or too deep. */
function roomAfter(value: object | null, room: number, levels: number): number {
  if (value === null) return room;
  if (levels === 0) return -1;
  let left = room;
  // Not `for in`, which makes a text of each index.
  if (Array.isArray(value)) {
    left -= value.length;
    for (const entry of left < 0 ? [] : value) {
      if (typeof entry === "object") left = roomAfter(entry, left, levels - 1);
      if (left < 0) break;
    }
    return left;
  }
  for (const key in value) {
    const entry = fieldOf(value, key);
    left = typeof entry === "object" ? roomAfter(entry, left - 1, levels - 1) : left - 1;
    if (left < 0) break;
  }
  return left;
}

/** About how many characters a value has in JSON; Infinity where it cannot leave as it is. */
function sizeOf(value: unknown, levels: number): number {
  if (typeof value === "string") {
    return value.length <= longestText && isSafe(value) ? value.length + charactersOfPart : Number.POSITIVE_INFINITY;
  }
  if (value === null || typeof value !== "object") return charactersOfPart;
  if (levels === 0) return Number.POSITIVE_INFINITY;
  let size = charactersOfPart;
  if (Array.isArray(value)) {
    for (const entry of value) size += sizeOf(entry, levels - 1);
    return size;
  }
  for (const key in value) {
    size += sizeOf(key, levels) + sizeOf(fieldOf(value, key), levels - 1);
  }
  return size;
}

/** A copy without the entries that are too many and what is too deep. */
function trimmed<Value extends object>(whole: Value, textOf: (text: string) => string): Bounded<Value> {
  let isCut = false;
  const some = <Entry>(entries: readonly Entry[]): readonly Entry[] => {
    if (entries.length > mostEntries) isCut = true;
    return entries.slice(0, mostEntries);
  };
  const text = (given: string): string => {
    const shown = textOf(given);
    if (given.length > longestText && shown !== given) isCut = true;
    return shown;
  };
  const copy = (value: unknown, levels: number): unknown => {
    if (typeof value === "string") return text(value);
    if (value === null || typeof value !== "object") return value;
    if (levels === 0) {
      isCut = true;
      return null;
    }
    if (Array.isArray(value)) return some(value).map((entry) => copy(entry, levels - 1));
    const entries = some(Object.keys(value)).map((key): [string, unknown] => [
      text(key),
      copy(fieldOf(value, key), levels - 1),
    ]);
    return Object.fromEntries(entries);
  };
  const value = copy(whole, mostLevels) as Value;
  return { value, isCut };
}
