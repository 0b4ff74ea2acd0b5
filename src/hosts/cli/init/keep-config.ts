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
  const pin = await wantsPin(visit);
  const kept = await write(visit, form, pin, form === "config" ? `${id}-config.json` : `${id}.env`);
  if (kept === undefined) return "keep";
  tellKept(visit, kept);
  return undefined;
};

/** A right that is lost later is an error where its kind is named, and else may go unnoticed. */
async function wantsPin({ ask, session }: Visit): Promise<boolean> {
  if (session.report === undefined || session.report.verdict === "not-usable") return false;
  return ask.agree("Name the kinds that are granted now, so that a right that is lost later is an error?");
}

async function write(
  visit: Visit,
  form: KeepRequest["form"],
  pin: boolean,
  usual: string,
): Promise<KeepAnswer | undefined> {
  const { ask, session, surroundings } = visit;
  const path = (
    await ask.write(`In which file? (in ${session.folder}, or below)`, { initial: usual, check: isGiven })
  ).trim();
  const isThere = existsSync(resolve(session.folder, path));
  if (isThere && !(await ask.agree(`${path} is there already. Replace it?`, false))) return undefined;
  const keep = (pinning: boolean) =>
    attempt(visit, async () => calls.keep({ form, path, replace: isThere, pin: pinning }, surroundings));
  const kept = await keep(pin);
  if (kept !== undefined || !pin) return kept;
  return (await ask.agree("Keep it without naming the kinds?")) ? keep(false) : undefined;
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
