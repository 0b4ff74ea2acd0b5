import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { KeepAnswer, KeepRequest } from "../../wizard/api.ts";
import { calls } from "../../wizard/calls.ts";
import { attempt, type Step, signs, type Visit } from "./visit.ts";

/** Writes what was entered to a file for its owner alone, and says what to run next. */
export const keepConfig: Step = async (visit) => {
  const { ask, screen, session } = visit;
  const { id } = session.definition();
  const form = await ask.choose("How shall it be kept?", [
    { value: "config", label: "A config file, for its owner alone", hint: "what --config takes" },
    { value: "environment", label: "Variables for a shell, in a file for its owner alone" },
    { value: "nothing", label: "Not at all: forget what was entered" },
    { value: "choose", label: "Back: choose again what is read" },
  ]);
  if (form === "choose") return "choose";
  if (form === "nothing") {
    screen.line("nothing was kept");
    return undefined;
  }
  const pin = await choosePin(visit, form);
  if (pin === undefined) return "keep";
  const kept = await write(visit, { form, pin }, form === "config" ? `${id}-config.json` : `${id}.env`);
  if (kept === undefined) return "keep";
  tellKept(visit, kept);
  return undefined;
};

/**
 * Whether the kinds that are granted shall be named: a right that is lost later is an error where its kind is, and else may go unnoticed.
 *
 * @returns undefined where they cannot be named, and nothing shall be kept without.
 */
async function choosePin(visit: Visit, form: KeepRequest["form"]): Promise<boolean | undefined> {
  const { ask, session, surroundings } = visit;
  if (session.report === undefined || session.report.verdict === "not-usable") return false;
  const isWanted = await ask.agree(
    "Name the kinds that are granted now, so that a right that is lost later is an error?",
  );
  if (!isWanted) return false;
  // Nothing is written without a path: it is only found out whether the kinds are known.
  const told = await attempt(visit, async () => calls.keep({ form, pin: true }, surroundings));
  if (told !== undefined) return true;
  return (await ask.agree("Keep it without naming the kinds?")) ? false : undefined;
}

/**
 * Asks for a name until the file is written; where it cannot be, what was there stays.
 *
 * @returns undefined where no other name is given.
 */
async function write(
  visit: Visit,
  request: Pick<KeepRequest, "form"> & { readonly pin: boolean },
  usual: string,
): Promise<KeepAnswer | undefined> {
  const { ask, session, surroundings } = visit;
  const question = `In which file? (in ${session.folder}, or below)`;
  for (;;) {
    const path = (await ask.write(question, { initial: usual, check: isGiven })).trim();
    const isThere = existsSync(resolve(session.folder, path));
    if (isThere && !(await ask.agree(`${path} is there already. Replace it?`, false))) continue;
    const kept = await attempt(visit, async () => calls.keep({ ...request, path, replace: isThere }, surroundings));
    if (kept !== undefined) return kept;
    const next = await ask.choose("What now?", [
      { value: "name", label: "Give another name" },
      { value: "back", label: "Back: keep it in another form, or not at all" },
    ]);
    if (next === "back") return undefined;
  }
}

function isGiven(path: string): string | undefined {
  return path.trim() === "" ? "a name is missing" : undefined;
}

function tellKept({ screen }: Visit, { path, pinned, leftOut = [], next }: KeepAnswer): void {
  screen.line(`written, for its owner alone: ${path}`, signs.good);
  if (pinned !== undefined) screen.line(`${pinned.length} kinds are named in it`);
  for (const text of leftOut) screen.line(`left out: ${text}`, signs.doubtful);
  if (next !== undefined) {
    screen.line("Next:");
    screen.copy(next);
  }
}
