import { calls } from "../../wizard/calls.ts";
import type { Option } from "./questions.ts";
import { signs, type Visit } from "./visit.ts";

const other = "other";

/**
 * Has one value of a field chosen among those that the credential sees, by name.
 *
 * @returns false where there are none to choose from, or another is wanted: then it has to be typed.
 */
export async function chooseProjects({ ask, screen, session, surroundings }: Visit, key: string): Promise<boolean> {
  screen.status("asking what there is to choose from");
  const { [key]: field } = await calls.choices({}, surroundings);
  screen.clear();
  if (field === undefined) return false;
  if (field.reason !== undefined) screen.line(field.reason, signs.doubtful);
  const options: Option[] = field.choices.map(({ value, title }) => ({
    value,
    label: title ?? value,
    ...(title === undefined ? {} : { hint: value }),
  }));
  if (options.length === 0) return false;
  const { title = key } = session.definition().configForm.keys[key] ?? {};
  const typed = { value: other, label: "Another, by its id" };
  const value = await ask.choose(title, [...options, ...(field.isWhole ? [] : [typed])]);
  if (value === other) return false;
  await calls.enter({ values: { [key]: value } }, surroundings);
  return true;
}
