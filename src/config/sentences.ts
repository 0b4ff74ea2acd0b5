/** What is said of a config, in two halves: what is wrong, as the end of a sentence that begins with the key, and how to fix it. */
export interface Sentence {
  readonly problem: string;
  readonly remediation: string;
}

const wrongForm = "does not have the expected form";
const exchange = "swapped with {other}? Exchange the two";

/**
 * Everything that is said of a config, by code; `{word}` stands for what is put in, which is never a value of the config. The only
 * place where these sentences are: `npm run generate` writes them to schemas/config-sentences.json.
 */
export const sentences = {
  "not-an-object": {
    problem: "must be one JSON object of keys and string values",
    remediation: 'write it as {"key": "value"}',
  },
  "unknown-key": { problem: "is unknown here", remediation: "remove it; the known keys are {known}" },
  "misspelt-key": { problem: "is unknown here", remediation: "did you mean {near}?" },
  missing: { problem: "is missing", remediation: "add it" },
  "not-a-string": { problem: "is not a string", remediation: "write it in quotes; the config is flat" },
  "not-a-choice": { problem: "is none of the known values", remediation: "use one of {choices}" },
  "wrong-form": { problem: wrongForm, remediation: "it {rule}" },
  "wrong-otherwise": { problem: wrongForm, remediation: "see its description in the schema" },
  refused: { problem: "{because}", remediation: "compare it with what the provider shows" },
  "no-credential": { problem: "no credential is given", remediation: "add {credentials}" },
  "several-credentials": {
    problem: "{credentials} exclude each other",
    remediation: "keep the keys of one kind and remove the others",
  },
  "surplus-keys": { problem: "{credentials} exclude each other", remediation: "remove {surplus}" },
  "missing-of-credential": {
    problem: "is missing",
    remediation: "add it, {credential} is not whole with {given} alone",
  },
  misplaced: {
    problem: "does not go with {given}, because {because}",
    remediation: "use {choices}, or another kind of credential",
  },
  swapped: { problem: "looks like {means}", remediation: exchange },
  "same-as-secret": {
    problem: "is the same as {other}: they seem to be swapped, or one was pasted twice",
    remediation: "compare it with what the provider shows",
  },
  "pasted-twice": {
    problem: "is the same as {other}: one was pasted twice",
    remediation: "compare it with what the provider shows",
  },
  "secret-as-project": {
    problem: "holds the same as {other}",
    remediation: "a project's id stands in the address of its page; compare them with what OVHcloud showed",
  },
  "scope-needs": {
    problem: "is {scope}, which needs {other}, the organization's id",
    remediation: "compare it with what the provider shows",
  },
  foreign: { problem: "looks like {means}", remediation: "paste the key of {title} instead" },
  "other-length": {
    problem: "has {length} characters, as {others} have; all that OVHcloud shows have {usual}",
    remediation: "is it the right one?",
  },
  "given-under-two-keys": { problem: "is the same as {other}", remediation: "was one pasted twice?" },
  "other-place": {
    problem: "looks like one of {made}, and {chosen} is chosen",
    remediation: "is that where the account lives?",
  },
  "no-such-kind": { problem: "names a kind that is not there", remediation: "docs/kinds.md lists them" },
  "empty-family": {
    problem: "names the family {family}, of which nothing is here",
    remediation: "docs/kinds.md lists the others",
  },
  "only-people": {
    problem: "holds an entry that stands for nothing but people",
    remediation: "name each by its whole id, such as {example}",
  },
  "nothing-recognised": {
    problem: "no key of {titles} was found in the text",
    remediation: "paste the keys with their names, one a line, such as {example}",
  },
  "other-credentials": {
    problem: "the text holds {means}",
    remediation: "that opens nothing here: make a key for {titles} and paste it",
  },
  "other-inventory": {
    problem: "the text holds keys of {found}, not of {wanted}",
    remediation: "choose {found}, or paste the keys of {wanted}",
  },
  "several-inventories": {
    problem: "the text holds keys of {titles}",
    remediation: "each is an inventory of its own: paste them one after the other",
  },
  "several-sections": {
    problem: "the text holds {count} sets of keys, and nothing chooses one",
    remediation: "paste the one that is meant",
  },
  "given-twice": {
    problem: "stands there twice, with different values",
    remediation: "the last one was taken; compare it with what the provider shows",
  },
  "cut-off": {
    problem: "has {length} characters, and all that are known have {usual}",
    remediation: "it seems to be cut off: copy it again, to its end",
  },
  hidden: {
    problem: "is what a page shows in place of the value",
    remediation: "copy the value itself; a secret that is shown no more has to be made anew",
  },
  placeholder: {
    problem: "is a place to be filled in, or a reference to a variable",
    remediation: "paste the value itself",
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type SentenceCode = keyof typeof sentences;
