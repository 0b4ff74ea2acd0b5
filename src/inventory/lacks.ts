import { withExamples } from "./examples.ts";
import type { Resource } from "./resource.ts";
import type { Reading } from "./resource-kind.ts";
import { lastUrnPart } from "./safe-text.ts";

// In characters; real names are shorter.
const longestWord = 60;

/** Something that resources are reported without. */
interface Lack {
  items: number;
  readonly why: string;
  /** The first of them, for people to look at. */
  readonly first: string;
}

/** What resources lack, in words, with how many lack it. */
export type Lacks = Map<string, Lack>;

/** Once for each field of an item, however many parts of it are lost. */
export function rememberLacks({ resource, lost, notRead }: Reading, lacks: Lacks): void {
  const ofItem = new Map<string, Omit<Lack, "items" | "first">>();
  for (const { field, part } of lost) {
    const isWhole = part === field;
    const what = `${isWhole ? "" : "a part of "}"${field.slice(0, longestWord)}"`;
    const which = isWhole ? "" : ` (${part.slice(0, longestWord)})`;
    if (!ofItem.has(what)) ofItem.set(what, { why: `it did not have the documented form${which}` });
  }
  for (const what of notRead) ofItem.set(what, { why: "they are not read" });
  for (const [what, { why }] of ofItem) {
    const known = lacks.get(what);
    if (known === undefined) lacks.set(what, { items: 1, why, first: calledIn(resource) });
    else known.items += 1;
  }
}

/** A resource in a sentence: its name, and its id where that is another word. */
function calledIn({ name, urn }: Resource): string {
  const id = lastUrnPart(urn);
  return `"${name.slice(0, longestWord)}"${id === name ? "" : ` (${id.slice(0, longestWord)})`}`;
}

/** One sentence for each thing that is lacking, with the first resource that lacks it. */
export function lackWarnings(lacks: Lacks): string[] {
  return [...lacks].map(([what, { items, why, first }]) =>
    withExamples(`${items} item(s) reported without ${what}: ${why}`, [first]),
  );
}
