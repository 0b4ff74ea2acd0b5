/** One thing that is wrong with a config. No value of the config is ever repeated: a secret may stand in any field. */
export interface ConfigProblem {
  /** The key that it is about; absent where it is about several. */
  readonly key?: string;
  /** What is wrong, as the end of a sentence that begins with the key. */
  readonly problem: string;
  /** How to fix it. */
  readonly remediation: string;
}

/** The problem as an issue of a schema's own refinement; {@link problemOfIssue} makes a problem of it again. */
export function issueOf({ key, problem, remediation }: ConfigProblem) {
  const path = key === undefined ? [] : [key];
  return { code: "custom", path, message: `${problem}: ${remediation}`, params: { problem, remediation } } as const;
}

/** The problem that an issue of {@link issueOf} was made of; undefined for any other. */
export function problemOfIssue(issue: {
  readonly path: readonly PropertyKey[];
  readonly params?: unknown;
}): ConfigProblem | undefined {
  const { problem, remediation } = Object(issue.params);
  if (typeof problem !== "string" || typeof remediation !== "string") return undefined;
  const [key] = issue.path;
  return { ...(key === undefined ? {} : { key: String(key) }), problem, remediation };
}

/** The problem as one sentence. */
export function sentenceOf({ key, problem, remediation }: ConfigProblem): string {
  return `${key === undefined ? "" : `${key} `}${problem}: ${remediation}`;
}
