import { closest } from "fastest-levenshtein";
import { safeText } from "../inventory/safe-text.ts";

/** The known word that is most like another; undefined where none is known. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return known.length === 0 ? undefined : closest(word, [...known]);
}

/** `unknown <what> "<word>"; did you mean "<nearest>"?`, in one line and safe to print. */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const like = nearest(word, known);
  return `unknown ${what} "${shownWord(word)}"${like === undefined ? "" : `; did you mean "${like}"?`}`;
}

/** A stranger's word, safe to print and not long. */
export function shownWord(word: string): string {
  return safeText(word).slice(0, 60);
}
