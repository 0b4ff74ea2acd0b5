// Names and tags are written by tenants. Control characters forge log lines and terminal output, bidirectional marks
// reorder what an operator reads, and a lone surrogate makes a Go host reject the whole message.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

// What nearly every text is made of: to look for anything else takes half of the time of looking for what is unsafe.
const plain = /^[\x20-\x7e]*$/;

/** A URN of more characters is no identity that anybody can pass on, and none is cut. */
export const longestUrn = 4096;

/** Replaces each character that could harm a terminal, a log or a UTF-8 decoder by U+FFFD, so that its place stays visible. */
export function safeText(text: string): string {
  return isSafe(text) ? text : text.toWellFormed().replace(unsafe, "\ufffd");
}

/** {@link safeText} on every string of a JSON-like value, keys included. */
export function safeValue(value: unknown): unknown {
  // Nearly every value is clean, and every value of every resource comes through here: looking is cheaper than copying.
  if (isSafe(value)) return value;
  if (typeof value === "string") return safeText(value);
  if (Array.isArray(value)) return value.map(safeValue);
  return Object.fromEntries(Object.entries(Object(value)).map(([key, entry]) => [safeText(key), safeValue(entry)]));
}

/** Whether {@link safeValue} would change nothing. */
export function isSafe(value: unknown): boolean {
  if (typeof value === "string") return plain.test(value) || (value.isWellFormed() && value.search(unsafe) === -1);
  if (value === null || typeof value !== "object") return true;
  if (Array.isArray(value)) return value.every(isSafe);
  for (const key in value) {
    if (!isSafe(key) || !isSafe((value as Record<string, unknown>)[key])) return false;
  }
  return true;
}

/**
 * One part of a URN. Everything but letters, digits and `-._~` is percent-encoded: a URN has to stay unique and parseable
 * whatever a provider's id holds, so nothing is replaced here and two different ids never meet.
 */
export function urnPart(id: string): string {
  // Longer than any URN may be: it is refused as it is, and need not be encoded first.
  if (id.length > longestUrn) return id;
  if (id.isWellFormed()) return percentEncoded(id);
  return Array.from(id, (character) =>
    character.isWellFormed() ? percentEncoded(character) : loneSurrogate(character.charCodeAt(0)),
  ).join("");
}

function percentEncoded(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => octet(character.charCodeAt(0)));
}

/** JSON can carry a surrogate without its other half. It has no UTF-8 form; these are the bytes it would have. */
function loneSurrogate(unit: number): string {
  return [0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)].map(octet).join("");
}

function octet(byte: number): string {
  return `%${byte.toString(16).toUpperCase()}`;
}

/** The provider's own id, with which a URN ends, as it was before it was encoded. */
export function lastUrnPart(urn: string): string {
  const part = urn.slice(urn.lastIndexOf(":") + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
