import type * as z from "zod";
import { type ConfigProblem, issueOf } from "./config-problem.ts";

/** What no JSON Schema can say of a config, such as that two of its keys are swapped. Needs no Node: a form runs it too. */
export type KeyChecks = (values: Readonly<Record<string, unknown>>) => readonly ConfigProblem[];

/** The checks as a refinement of the config's own schema. */
export function refuse(
  checks: KeyChecks,
): (values: Readonly<Record<string, unknown>>, context: z.RefinementCtx) => void {
  return (values, context) => {
    for (const problem of checks(values)) context.addIssue(issueOf(problem));
  };
}
