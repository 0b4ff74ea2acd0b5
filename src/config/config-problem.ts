/** One thing that is wrong with a config. No value of the config is ever repeated: a secret may stand in any field. */
export interface ConfigProblem {
  /** The key that it is about; absent where it is about several. */
  readonly key?: string;
  /** What is wrong, as the end of a sentence that begins with the key. */
  readonly problem: string;
  /** How to fix it. */
  readonly remediation: string;
}

/** The problem as one sentence. */
export function sentenceOf({ key, problem, remediation }: ConfigProblem): string {
  return `${key === undefined ? "" : `${key} `}${problem}: ${remediation}`;
}
