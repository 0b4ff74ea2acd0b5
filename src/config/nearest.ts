import { closest } from "fastest-levenshtein";
import { safeText } from "../inventory/safe-text.ts";

/** `unknown <what> "<word>"; did you mean "<nearest>"?`, in one line and safe to print. */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const shown = safeText(word).slice(0, 60);
  const nearest = known.length === 0 ? undefined : closest(word, [...known]);
  return `unknown ${what} "${shown}"${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`;
}
