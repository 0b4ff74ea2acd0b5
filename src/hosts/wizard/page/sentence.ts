import type { ConfigForm } from "../../../config/config-form.ts";
import type { ConfigProblem } from "../../../config/config-problem.ts";
import { sentences } from "../../../config/sentences.ts";
import { texts } from "./texts.ts";

type Form = Pick<ConfigForm, "keys" | "credentials">;

/** The library's sentence on a key, with what the form calls the keys in place of their names in a config. */
export function sentenceFor({ code, values = {}, key }: ConfigProblem, form: Form): string {
  const { problem, remediation } = sentences[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (hole, word: string) => withTitles(values[word] ?? hole, form));
  const subject = key === undefined ? "" : `${titleOf(key, form)} `;
  return [`${subject}${fill(problem)}`, fill(remediation)].map(asSentence).join(" ");
}

/** The documentation that the library's sentences name. */
export const rightsPage = "docs/rights.md";

export function titleOf(key: string, { keys }: Form): string {
  return keys[key]?.title ?? key;
}

function withTitles(text: string, form: Form): string {
  return text.replace(/[a-z]+(?:_[a-z]+)+/g, (word) => form.keys[word]?.title ?? word);
}

/**
 * Begins as a sentence does, and ends as one. Names of keys, variables and kinds begin as they are written. What the library says to
 * look up in the documentation of rights stands on the page itself.
 */
export function asSentence(text: string): string {
  const here = text.replaceAll(rightsPage, `“${texts.grants.heading}”`);
  const ended = /[.!?…]$/.test(here) ? here : `${here}.`;
  return /^[a-z]+[ ,:.]/.test(ended) && !/^[a-z]+[._]\S/.test(ended)
    ? `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`
    : ended;
}
