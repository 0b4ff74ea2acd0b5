import { abortError } from "../../../inventory/errors.ts";
import { calls } from "../../wizard/calls.ts";
import { streams } from "../../wizard/streams.ts";
import { askKey } from "./ask-key.ts";
import { type StepName, signs, type Visit } from "./visit.ts";

/**
 * Asks the provider for a credential that is approved on its page, and waits; as often as is wanted, where it was not approved.
 *
 * @param keys what it takes to ask.
 */
export async function requestApproval(visit: Visit, keys: readonly string[]): Promise<StepName> {
  const { ask, session, surroundings } = visit;
  for (;;) {
    for (const key of keys) if (session.values[key] === undefined) await askKey(visit, key);
    if (await isApproved(visit)) return "check";
    const next = await ask.choose<"again" | "enter" | StepName>("What now?", [
      { value: "again", label: "Ask for a key again" },
      { value: "enter", label: "Enter the application key and its secret again" },
      { value: "sign-in", label: "Sign in another way" },
    ]);
    if (next === "sign-in") return next;
    const secrets = keys.filter((key) => key !== "endpoint").map((key) => [key, null]);
    if (next === "enter") await calls.enter({ values: Object.fromEntries(secrets) }, surroundings);
  }
}

/** Asks once. Why it was not approved is said. */
async function isApproved({ screen, surroundings }: Visit): Promise<boolean> {
  screen.status("asking for a key");
  for await (const line of streams.request({}, surroundings)) {
    if (surroundings.signal.aborted) throw abortError(surroundings.signal);
    if (line.type === "approval") {
      screen.line("It asks for these rights:");
      for (const right of line.rights) screen.line(right, signs.more);
      for (const note of line.notes) screen.line(`note: ${note}`);
      screen.line(`Approve it on this page (${line.hint}):`);
      screen.copy(line.link);
      screen.status("waiting for the approval, ten minutes at most; Ctrl-C ends it");
    } else if (line.type === "approved") {
      screen.line("approved: the new key is entered", signs.good);
      return true;
    } else {
      const { message, remediation } = line.error;
      screen.line(message, signs.bad);
      if (remediation !== undefined) screen.line(`fix: ${remediation}`, signs.more);
    }
  }
  return false;
}
