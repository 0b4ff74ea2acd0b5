import type { InventoryError } from "../inventory/errors.ts";
import { listed } from "./listed.ts";

/** What a sentence may name. A list is written by its first entries and how many more there are, and kept whole. */
export type SentenceValue = string | number | readonly string[];

/** A sentence of the preflight with what it was built from, so that a host may say it in another language. */
export interface Sentence {
  readonly text: string;
  /** The sentence with `{name}` in place of each value: the same for every credential that it is said of. */
  readonly template: string;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/**
 * A sentence from a template literal whose places are named: sentence`ends in ${{ days }} days`. A place may also hold another
 * sentence, whose values become the whole sentence's own, or undefined, which leaves nothing.
 */
export function sentence(
  parts: TemplateStringsArray,
  ...places: readonly (Sentence | Readonly<Record<string, SentenceValue>> | undefined)[]
): Sentence {
  return parts.slice(1).reduce<Sentence>(
    (before, part, index) => {
      const { text, template, values } = placed(places[index] ?? {});
      return {
        text: before.text + text + part,
        template: before.template + template + part,
        values: { ...before.values, ...values },
      };
    },
    { text: parts[0] ?? "", template: parts[0] ?? "", values: {} },
  );
}

function placed(place: Sentence | Readonly<Record<string, SentenceValue>>): Sentence {
  if (isSentence(place)) return place;
  const entries = Object.entries(place);
  return {
    text: entries.map(([, value]) => (typeof value === "object" ? listed(value) : String(value))).join(""),
    template: entries.map(([name]) => `{${name}}`).join(""),
    values: place,
  };
}

function isSentence(place: Sentence | Readonly<Record<string, SentenceValue>>): place is Sentence {
  return typeof place["values"] === "object" && !Array.isArray(place["values"]);
}

/** What an error says to do about it, as a check repeats it. */
export function remediationOf({ advice }: InventoryError): { readonly remediation?: Sentence } {
  return advice === undefined ? {} : { remediation: sentence`${{ advice: advice.remediation }}` };
}
