import { hash } from "node:crypto";

// Postgres takes no NUL in a text, and no half of a surrogate pair. Their places stay visible, as in what is printed.
const replacement = "\ufffd";

/** A text as Postgres can hold it. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", replacement);
}

const maybeUnstorable = /\\u(?:0000|d[89a-f])/;
// Each escape as a whole, so that what follows an escaped backslash is left alone.
const escapes = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;

/** JSON, as `JSON.stringify` writes it, as Postgres can hold it. Only halves of surrogate pairs are written as escapes there. */
export function storableJson(json: string): string {
  if (!maybeUnstorable.test(json)) return json;
  return json.replace(escapes, (one) => (one.length > 2 ? replacement : one));
}

/** A UUID that stands for texts, however long they are. */
export function keyOf(...parts: readonly string[]): string {
  return hash("sha256", parts.join("\t")).slice(0, 32);
}

/** A moment as a provider wrote it, as Postgres can hold it; undefined where it is none. */
export function storableMoment(text: string | null | undefined): string | undefined {
  const ms = Date.parse(text ?? "");
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
