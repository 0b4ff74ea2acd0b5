import { closest, distance } from "fastest-levenshtein";
import { safeText } from "../inventory/safe-text.ts";

/** How many known words a sentence lists at most. */
const mostListed = 20;

/** The known word that is most like another, where one is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = bare(word);
  if (known.length === 0 || typed === "") return undefined;
  const bareWords = known.map(bare);
  const like = known[bareWords.indexOf(mostLike(typed, bareWords))];
  if (like !== undefined && isNear(typed, bare(like))) return like;
  return known.find((_, index) => isBeginning(typed, bareWords[index] ?? ""));
}

/** `unknown <what> "<word>"`, with `; did you mean "<nearest>"?` where one is near; in one line and safe to print. */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const like = nearest(word, known);
  return `unknown ${what} "${shownWord(word)}"${like === undefined ? "" : `; did you mean "${like}"?`}`;
}

/** {@link unknownWord} of a closed set of words: where none of them is near, all of them are listed. */
export function unknownChoice(what: string, word: string, known: readonly string[]): string {
  const isListed = nearest(word, known) === undefined && known.length > 0 && known.length <= mostListed;
  return isListed ? unknownAmong(what, word, known) : unknownWord(what, word, known);
}

/** {@link unknownWord}, and in any case the list of what is known. */
export function unknownAmong(what: string, word: string, known: readonly string[]): string {
  return `${unknownWord(what, word, known)} (known: ${known.join(", ")})`;
}

/** A stranger's word, safe to print and not long. */
export function shownWord(word: string): string {
  return safeText(word).slice(0, 60);
}

/** Dashes before an option and capitals are no difference; nobody typed more than a few lines. */
function bare(word: string): string {
  return word.slice(0, 200).toLowerCase().replace(/^-+/, "");
}

/** At most one letter in three is wrong, or two of them changed places. */
function isNear(word: string, known: string): boolean {
  const mostErrors = Math.max(1, Math.max(word.length, known.length) / 3);
  return distance(word, known) <= mostErrors || lettersOf(word) === lettersOf(known);
}

/** The word with the fewest wrong letters, however many; of some with as few, that whose letters only changed places. */
function mostLike(word: string, known: readonly string[]): string {
  const like = closest(word, known);
  const mostErrors = distance(word, like);
  const swapped = known.find((other) => lettersOf(other) === lettersOf(word) && distance(word, other) <= mostErrors);
  return swapped ?? like;
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}

/** Whether one is the beginning of the other, long enough to tell something: `out` of `output`, `ovh` of `ovhcloud`. */
function isBeginning(word: string, known: string): boolean {
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return short.length >= 3 && long.startsWith(short);
}
