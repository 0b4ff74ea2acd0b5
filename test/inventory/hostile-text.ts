import fc from "fast-check";

// Terminal escapes, forged lines, reordering marks, halves of characters, and what URNs and paths are made of.
const nasty = [
  ..."\u0000\u0007\b\t\n\r\u001b\u007f\u0085\u009b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff",
  ..."\ud800\udbff\udc00\udfff",
  ...":/.%#?@\\'\"()*!~ \ufffd\u00e9",
];
const unit = fc.oneof(
  fc.constantFrom(...nasty),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom("a", "B", "7", "-", "_"),
);

/** Text as a tenant with bad intentions, or a broken server, could write it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.array(unit, { maxLength: 12 }).map((units) => units.join("")),
  fc.constantFrom("\u001b[2J", "\u001b]0;title\u0007", "a\nINFO all is well", "..", ".", "%2e%2e", "%ED%A0%80"),
);

/** What harms a terminal, a log line, the reading order or a UTF-8 decoder. */
export function isHarmless(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u.test(text);
}

/** Every string of a JSON value, keys included. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, entry]) => [key, ...stringsOf(entry)]);
}
