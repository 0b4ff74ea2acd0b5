import { streams } from "../../wizard/streams.ts";
import { askKey } from "./ask-key.ts";
import { signs, type Visit } from "./visit.ts";

/**
 * Asks the provider for a credential that is approved on its page, and waits.
 *
 * @returns whether it was approved; why not was said.
 */
export async function requestApproval(visit: Visit, keys: readonly string[]): Promise<boolean> {
  const { session, screen, surroundings } = visit;
  for (const key of keys) if (session.values[key] === undefined) await askKey(visit, key);
  for await (const line of streams.request({}, surroundings)) {
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
