import { distance } from "fastest-levenshtein";

/** So many letters may be wrong for a word to be taken for another one. */
const mostTypos = 2;

/**
 * The known key that another one was meant to be: in other letters (`applicationKey`), as the variable is called
 * (`OVH_APPLICATION_KEY`), shortened (`app_key`), or with a typing error. Undefined where none is near.
 */
export function nearKey(word: string, known: readonly string[]): string | undefined {
  // Anything else may hold a value, which messages must not repeat.
  if (!/^[A-Za-z_. -]{1,40}$/.test(word)) return undefined;
  const letters = lettersOf(word);
  return (
    known.find((key) => lettersOf(key) === letters) ??
    known.find((key) => distance(lettersOf(key), letters) <= mostTypos)
  );
}

function lettersOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/^(ovh|scw)/, "")
    .replace(/^app(?!lication)/, "application");
}
