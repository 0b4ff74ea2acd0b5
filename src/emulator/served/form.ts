import type { Series } from "../random.ts";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const longHexadecimal = /(?<![0-9a-z])[0-9a-f]{16,32}(?![0-9a-z])/i;
const address = /^(\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[0-9a-f:]+)(\/\d+)?$/i;

/** Which item of a kind an id is for. */
export interface Numbering {
  readonly series: Series;
  /** Among the items of its place. */
  readonly index: number;
  /** Among all items of the kind, wherever they are. */
  readonly ordinal: number;
  /** The kind's own, so that another seed gives other numbers. */
  readonly offset: number;
}

/** An id for an item in the form of the example's: no two items of a kind have the same. */
export function idLike(example: unknown, type: "string" | "number", item: Numbering): string | number {
  const number = item.offset + item.ordinal;
  if (type === "number") return (typeof example === "number" ? example : 1000) + number;
  const text = typeof example === "string" && example !== "" ? example : "item-1";
  if (uuid.test(text)) return text.replace(uuid, item.series.uuid(item.index));
  const digits = longHexadecimal.exec(text)?.[0];
  if (digits !== undefined) return text.replace(digits, item.series.hexadecimal(item.index).slice(0, digits.length));
  const [, host, block = ""] = address.exec(text) ?? [];
  if (host !== undefined) return addressLike(host, number) + block;
  return numbered(text, number);
}

/** The text with another number: in its first label, or before the `@` of an address. */
export function numbered(text: string, number: number): string {
  const label = /^[^.@]*/.exec(text)?.[0] ?? "";
  const rest = text.slice(label.length);
  const [, start, digits, end = ""] = /^(.*?)(\d+)(\D*)$/.exec(label) ?? [];
  if (digits === undefined) return `${label}-${number + 1}${rest}`;
  const next = String(BigInt(digits) + BigInt(number)).padStart(digits.length, "0");
  return `${start}${next}${end}${rest}`;
}

/**
 * An address of one item: of the blocks that RFC 5737 and 3849 set aside for documentation, then of the one for
 * benchmarks (RFC 2544), then of what is reserved (RFC 1112); a private address (RFC 1918) becomes another private one.
 */
export function addressLike(example: string, ordinal: number): string {
  if (example.includes(":")) return `2001:db8::${Math.floor(ordinal / 0x10000).toString(16)}:${hex16(ordinal)}`;
  const [low, high, top] = [ordinal % 254, Math.floor(ordinal / 254) % 256, Math.floor(ordinal / 65_024)];
  if (/^(10|127)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(example)) return `10.${top % 256}.${high}.${low + 1}`;
  const block = ["192.0.2", "198.51.100", "203.0.113"][Math.floor(ordinal / 254)];
  if (block !== undefined) return `${block}.${low + 1}`;
  const start = top < 2 ? `198.${18 + top}` : `${240 + (Math.floor(top / 256) % 15)}.${top % 256}`;
  return `${start}.${high}.${low + 1}`;
}

function hex16(number: number): string {
  return (number % 0x10000).toString(16);
}

/** Whether a text holds a uuid, and what it becomes with others in their place. */
export function withUuids(text: string, replace: (uuid: string) => string): string {
  return text.replace(new RegExp(uuid.source, "gi"), replace);
}
