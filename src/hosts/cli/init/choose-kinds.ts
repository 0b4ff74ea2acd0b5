import { type Family, families } from "../../../inventory/family.ts";
import type { KindSummary } from "../../../inventory/resource-kind.ts";
import { calls } from "../../wizard/calls.ts";
import type { Option } from "./questions.ts";
import type { Visit } from "./visit.ts";

/** Has kinds chosen by family; they stand in the config where they are not the default set. */
export async function chooseKinds(visit: Visit, message: string): Promise<void> {
  const { ask, session, surroundings } = visit;
  const { kinds } = session.definition();
  const usual = kinds.filter(({ byDefault }) => byDefault);
  const isNamed = session.kinds().length > 0;
  const way = await ask.choose(
    message,
    [
      { value: "default", label: `The default set: ${usual.length} of ${kinds.length} kinds` },
      ...(isNamed ? [{ value: "as-it-is", label: "What is chosen already", hint: session.kinds().join(", ") }] : []),
      { value: "families", label: "Choose by family" },
    ],
    isNamed ? "as-it-is" : "default",
  );
  if (way === "as-it-is") return;
  const chosen = way === "default" ? [] : await chooseByFamily(visit, kinds);
  const ids = new Set(usual.map(({ id }) => id));
  const isDefault = chosen.length === ids.size && chosen.every((id) => ids.has(id));
  await calls.enter({ values: { kinds: isDefault ? null : chosen.join(",") } }, surroundings);
}

async function chooseByFamily({ ask }: Visit, kinds: readonly KindSummary[]): Promise<readonly string[]> {
  const names = (Object.keys(families) as Family[]).filter((name) => kinds.some(({ family }) => family === name));
  const of = (name: Family): readonly KindSummary[] => kinds.filter(({ family }) => family === name);
  const options = names.map((name): Option => {
    const taken = takenOf(of(name)).length;
    return { value: name, label: families[name], hint: `${taken} of ${of(name).length} kinds` };
  });
  const initial = names.filter((name) => of(name).some(({ byDefault }) => byDefault));
  const wanted = await ask.chooseSeveral("Which families?", options, initial);
  const chosen = names.filter((name) => wanted.includes(name));
  const ids = chosen.flatMap((name) => takenOf(of(name))).map(({ id }) => id);
  const isMore = await ask.agree(`That is ${ids.length} kinds. Choose among them kind by kind?`, false);
  if (!isMore) return ids;
  const groups = Object.fromEntries(chosen.map((name) => [families[name], of(name).map(kindOption)]));
  return ask.chooseInGroups("Which kinds?", groups, ids);
}

/** What a family stands for: its kinds of the default set, else all of it but people. */
function takenOf(kinds: readonly KindSummary[]): readonly KindSummary[] {
  const usual = kinds.filter(({ byDefault }) => byDefault);
  return usual.length > 0 ? usual : kinds.filter(({ personal }) => !personal);
}

function kindOption({ id, title, personal, optional }: KindSummary): Option {
  const notes = [id, ...(personal ? ["people"] : []), ...(optional ? ["read where it is granted"] : [])];
  return { value: id, label: title, hint: notes.join(", ") };
}
