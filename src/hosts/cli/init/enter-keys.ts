import { type ConfigProblem, checkValues, credentialSchema, sentenceOf, validateConfig } from "../../../browser.ts";
import { calls } from "../../wizard/calls.ts";
import { type KeyPair, swappedPair } from "../../wizard/misplaced-keys.ts";
import { askKey, isOfCredential } from "./ask-key.ts";
import { chooseProjects } from "./choose-projects.ts";
import { type Step, signs, type Visit } from "./visit.ts";

/** The keys: pasted all at once, or one by one; then whatever else a config needs. */
export const enterKeys: Step = async (visit) => {
  const { ask, session } = visit;
  if (missingKeys(visit).filter((key) => isOfCredential(session, key)).length > 1) {
    const way = await ask.choose("How do you want to enter it?", [
      {
        value: "paste",
        label: "Paste all of it",
        hint: "KEY=value, JSON, YAML, ini, or what the provider's page shows",
      },
      { value: "type", label: "One by one" },
      { value: "back", label: "Back" },
    ]);
    if (way === "back") return "sign-in";
    if (way === "paste") await paste(visit);
  }
  let mayExchange = true;
  for (;;) {
    const told = checkValues(session.definition().id, session.values);
    const pair = mayExchange ? swappedPair(session.definition(), session.values) : undefined;
    const refused = refusedIn(visit, told);
    const [missing] = missingKeys(visit);
    if (pair !== undefined) mayExchange = await exchange(visit, pair, told);
    else if (refused.length > 0) await enterAgain(visit, refused);
    else if (missing !== undefined) await fill(visit, missing);
    else return "check";
  }
};

async function paste(visit: Visit): Promise<void> {
  const { ask, screen, session, surroundings } = visit;
  screen.line("Paste it now. Nothing of it is shown; Enter or Ctrl-D ends it where the terminal does not.");
  const pasted = await ask.paste((characters) => screen.status(`${characters} characters`));
  screen.clear();
  const { chosen } = session;
  const { recognised } = await calls.enter({ pasted }, surroundings);
  const { keys = [], problems = [] } = recognised ?? {};
  // A text of several credentials chooses none: of these the one stays for which it was asked.
  if (chosen?.credential !== undefined && session.chosen?.credential === undefined) {
    await calls.choose({ inventory: chosen.inventory, credential: chosen.credential }, surroundings);
  }
  const { keys: form } = session.definition().configForm;
  const taken = keys.filter((key) => session.values[key] !== undefined);
  for (const key of taken) screen.line(`${form[key]?.title ?? key} (${key}): entered`, signs.good);
  // What is wrong with a value is said when it has to be entered again.
  const refused = refusedIn(visit, problems);
  for (const problem of problems) {
    if (problem.key === undefined || !refused.includes(problem)) screen.line(sentenceOf(problem), signs.doubtful);
  }
}

/** The keys without which nothing opens, in the order of the form. */
function missingKeys({ session }: Visit): readonly string[] {
  const { configForm, credentials } = session.definition();
  const kind = session.chosen?.credential ?? credentials[0]?.kind;
  if (kind === undefined) return [];
  const { required } = credentialSchema(kind);
  const needed = [required ?? []].flat().map(String);
  const ordered = configForm.groups.flatMap(({ keys }) => keys).filter((key) => needed.includes(key));
  // The credential comes first: with it, the values of others can be had.
  const isFirst = (key: string): boolean => isOfCredential(session, key);
  const sorted = [...ordered.filter(isFirst), ...ordered.filter((key) => !isFirst(key))];
  return sorted.filter((key) => session.values[key] === undefined);
}

async function fill(visit: Visit, key: string): Promise<void> {
  if (isOfCredential(visit.session, key) || !(await chooseProjects(visit, key))) await askKey(visit, key);
}

/** What keeps the config from opening, apart from what is still missing. */
function refusedIn(visit: Visit, told: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const { session } = visit;
  const { problems } = validateConfig(session.definition().id, session.values);
  const refused = told.filter(({ key }) => problems.some((problem) => problem.key === key));
  return refused.length > 0 || missingKeys(visit).length > 0 ? refused : problems;
}

/** @returns whether they were exchanged. */
async function exchange(
  { ask, screen, surroundings }: Visit,
  [one, other]: KeyPair,
  told: readonly ConfigProblem[],
): Promise<boolean> {
  const ofPair = told.filter(({ key }) => key === one || key === other);
  for (const problem of ofPair) screen.line(sentenceOf(problem), signs.bad);
  if (!(await ask.agree(`${one} and ${other} seem to be swapped. Exchange them?`))) return false;
  await calls.enter({ exchange: [one, other] }, surroundings);
  return true;
}

/** Says what is wrong, and has it entered anew. */
async function enterAgain({ screen, session, surroundings }: Visit, problems: readonly ConfigProblem[]): Promise<void> {
  for (const problem of problems) screen.line(sentenceOf(problem), signs.bad);
  const keys = [...new Set(problems.flatMap(({ key }) => key ?? []))];
  const { credentials } = session.definition();
  const all = keys.length > 0 ? keys : credentials.flatMap((credential) => credential.keys);
  await calls.enter({ values: Object.fromEntries(all.map((key) => [key, null])) }, surroundings);
}
