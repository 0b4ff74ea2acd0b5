import { checkValues, sentenceOf, tidyText, validateConfig } from "../../../browser.ts";
import { calls } from "../../wizard/calls.ts";
import type { Session } from "../../wizard/session.ts";
import type { Values } from "../../wizard/values.ts";
import type { Visit } from "./visit.ts";

/**
 * Asks for the value of one key, and says what is wrong with it while it can still be mended. A value that is only doubtful is taken when
 * it is given twice. All of a credential is typed hidden: what was pasted into the wrong question would stay in the terminal's memory.
 */
export async function askKey(visit: Visit, key: string): Promise<void> {
  const { ask, session, surroundings } = visit;
  const { id, configForm } = session.definition();
  const title = configForm.keys[key]?.title ?? key;
  let doubted: string | undefined;
  const check = (answer: string): string | undefined => {
    const value = tidyText(answer);
    if (value === "") return `${key} is missing: add it`;
    const values = { ...session.values, [key]: value };
    const problem = checkValues(id, values).find((one) => one.key === key);
    if (problem === undefined) return undefined;
    const isTaken = doubted === value && !isRefused(id, values, key);
    doubted = value;
    return isTaken ? undefined : `${sentenceOf(problem)}${isRefused(id, values, key) ? "" : " Enter again keeps it."}`;
  };
  const message = `${title} (${key})`;
  const answer = isOfCredential(session, key)
    ? await ask.writeHidden(message, check)
    : await ask.write(message, { check });
  await calls.enter({ values: { [key]: tidyText(answer) } }, surroundings);
}

/** Whether a key is a part of a credential, be it a secret or what goes with one. */
export function isOfCredential(session: Session, key: string): boolean {
  return session.definition().credentials.some(({ keys }) => keys.includes(key));
}

function isRefused(inventory: string, values: Values, key: string): boolean {
  return validateConfig(inventory, values).problems.some((problem) => problem.key === key);
}
