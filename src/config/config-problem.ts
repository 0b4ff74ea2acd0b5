import { type Sentence, type SentenceCode, sentences } from "./sentences.ts";

/** What is put into a sentence, by the word that it stands for. */
export type SentenceValues = Readonly<Record<string, string>>;

/** One thing that is wrong with a config. No value of the config is ever repeated: a secret may stand in any field. */
export interface ConfigProblem {
  /** Which sentence it is, for those who say it in words of their own; `sentences` holds ours. */
  readonly code: SentenceCode;
  /** What was put into the sentence; absent where nothing was. */
  readonly values?: SentenceValues;
  /** The key that it is about; absent where it is about several. */
  readonly key?: string;
  /** What is wrong, as the end of a sentence that begins with the key, or its title. */
  readonly problem: string;
  /** How to fix it. */
  readonly remediation: string;
  /** Present where it is only a doubt: worth a word while keys are typed, and no reason to refuse them. */
  readonly isDoubt?: true;
}

/** The problem that a code stands for. */
export function problemOf(code: SentenceCode, values: SentenceValues = {}, key?: string): ConfigProblem {
  return {
    code,
    ...(Object.keys(values).length === 0 ? {} : { values }),
    ...(key === undefined ? {} : { key }),
    ...filledIn(sentences[code], values),
  };
}

function filledIn({ problem, remediation }: Sentence, values: SentenceValues): Sentence {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (hole, word: string) => values[word] ?? hole);
  return { problem: fill(problem), remediation: fill(remediation) };
}

/** The problem as an issue of a schema's own refinement; {@link problemOfIssue} makes a problem of it again. */
export function issueOf(problem: ConfigProblem) {
  const path = problem.key === undefined ? [] : [problem.key];
  const message = `${problem.problem}: ${problem.remediation}`;
  return { code: "custom", path, message, params: { problem } } as const;
}

/** The problem that an issue of {@link issueOf} was made of; undefined for any other. */
export function problemOfIssue(issue: { readonly params?: unknown }): ConfigProblem | undefined {
  const { problem } = Object(issue.params);
  return isProblem(problem) ? problem : undefined;
}

function isProblem(value: unknown): value is ConfigProblem {
  const { code } = Object(value);
  return typeof code === "string" && Object.hasOwn(sentences, code);
}

/** The problem as one sentence. */
export function sentenceOf({
  key,
  problem,
  remediation,
}: Pick<ConfigProblem, "key" | "problem" | "remediation">): string {
  return `${key === undefined ? "" : `${key} `}${problem}: ${remediation}`;
}
