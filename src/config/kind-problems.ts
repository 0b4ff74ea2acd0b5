import { unmatchedGap } from "../inventory/accepted-gaps.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import { isFamily, isNamedBy, personalKindsOf } from "../inventory/select-kinds.ts";
import { type ConfigProblem, problemOf } from "./config-problem.ts";

type Kinds = readonly Pick<KindSummary, "id" | "family" | "personal">[];

/** The settings that name kinds. */
export interface NamedKinds {
  readonly kinds?: readonly string[] | undefined;
  readonly accepted_gaps?: readonly string[] | undefined;
}

/** A word that selects nothing is a typing error; it stays unsaid, as every value does, unless it is a family's name. */
export function kindProblems({ kinds: words = [], accepted_gaps = [] }: NamedKinds, kinds: Kinds) {
  const problems: ConfigProblem[] = [];
  const unmatched = words.find((word) => !kinds.some((kind) => isNamedBy(kind, word)));
  if (unmatched !== undefined) problems.push(unmatchedProblem(unmatched, kinds));
  if (unmatchedGap(accepted_gaps, kinds) !== undefined) problems.push(problemOf("no-such-kind", {}, "accepted_gaps"));
  return problems;
}

function unmatchedProblem(word: string, kinds: Kinds): ConfigProblem {
  const [person] = personalKindsOf(kinds, word);
  if (person !== undefined) return problemOf("only-people", { example: person }, "kinds");
  return isFamily(word) ? problemOf("empty-family", { family: word }, "kinds") : problemOf("no-such-kind", {}, "kinds");
}
