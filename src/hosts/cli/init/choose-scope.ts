import type { Estimate } from "../../../inventory/estimate.ts";
import { calls } from "../../wizard/calls.ts";
import { entriesOf } from "../../wizard/values.ts";
import { estimateSentence } from "../estimate-summary.ts";
import { checkOnce } from "./check-credential.ts";
import { chooseKinds } from "./choose-kinds.ts";
import { attempt, type Step, type StepName, signs, type Visit } from "./visit.ts";

/** What is read: kinds by family, projects by name, and what that takes. */
export const chooseScope: Step = async (visit) => {
  const { ask, session, surroundings, screen } = visit;
  await chooseKinds(visit, "What shall be read?");
  await chooseProjectList(visit);
  screen.status("working out what that takes");
  const told = await attempt(visit, async () => calls.estimate({}, surroundings));
  screen.clear();
  if (told !== undefined) tellEstimate(visit, told);
  for (;;) {
    // Other projects and kinds want other rights.
    const isChecked = session.report !== undefined && covers(visit);
    const next = await ask.choose<StepName | "look">("What now?", [
      ...(isChecked ? [] : [{ value: "look" as const, label: "Check the credential for this" }]),
      { value: "try", label: "Try it: read the account once" },
      { value: "keep", label: "Keep it without trying" },
      { value: "check", label: "Back to the credential" },
      { value: "choose", label: "Choose again" },
    ]);
    if (next !== "look") return next;
    await attempt(visit, () => checkOnce(visit, false));
  }
};

/** Whether the last preflight was of all that is chosen now. */
function covers({ session }: Visit): boolean {
  const known = new Set(session.report?.kinds);
  return session.kinds().every((kind) => known.has(kind));
}

function tellEstimate({ screen }: Visit, told: Estimate): void {
  const places = told.kinds.reduce((sum, kind) => sum + kind.places, 0);
  screen.line(`${told.kinds.length} kinds in ${places} lists: ${told.requests} requests, as few as there can be`);
  const time = estimateSentence(told);
  if (time !== undefined) screen.line(time);
  for (const { kinds, scope, reason } of told.unknown) {
    screen.line(`not in these numbers: ${kinds.length} kinds in ${scope}: ${reason}`, signs.doubtful);
  }
}

/** The field that takes several projects, where the provider has one and the credential sees several. */
async function chooseProjectList({ ask, screen, session, surroundings }: Visit): Promise<void> {
  const { configForm } = session.definition();
  const scope = configForm.groups.find(({ id }) => id === "scope")?.keys ?? [];
  const key = scope.find((one) => one.endsWith("project_ids"));
  if (key === undefined) return;
  screen.status("asking which projects there are");
  const { [key]: field } = await calls.choices({}, surroundings);
  screen.clear();
  if (field?.reason !== undefined) screen.line(field.reason, signs.doubtful);
  const single = session.values[key.slice(0, -1)];
  const others = (field?.choices ?? []).filter(({ value }) => value !== single);
  if (others.length === 0 || (single === undefined && others.length === 1)) return;
  const { title = key } = configForm.keys[key] ?? {};
  const named = entriesOf(session.values[key]);
  const every = single === undefined ? "All projects, new ones included" : "No further project";
  const way = await ask.choose(
    title,
    [
      { value: "all", label: every },
      { value: "some", label: "Choose by name" },
    ],
    named.length > 0 ? "some" : "all",
  );
  const options = others.map(({ value, title: name }) => ({ value, label: name ?? value, hint: value }));
  const chosen = way === "all" ? [] : await ask.chooseSeveral(title, options, named);
  await calls.enter({ values: { [key]: chosen.length === 0 ? null : chosen.join(",") } }, surroundings);
}
