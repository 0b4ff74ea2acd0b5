import type { Reach } from "../inventory/provider.ts";
import { narrowReach } from "../inventory/reach.ts";
import type { Check } from "./report.ts";

/** Why fewer projects are read than there are, where that is known. */
export interface Narrowing {
  /** The setting that narrows them on purpose. */
  readonly chosenBy?: string | undefined;
  /** Why they could not be counted, in words. */
  readonly because?: string | undefined;
}

/** Whether a job reads every project that its credential sees: a complete one says nothing of those that nobody asked for. */
export function reachCheck(reach: Reach, { chosenBy, because }: Narrowing = {}): Check {
  const id = "projects.read";
  const narrow = narrowReach(reach);
  if (narrow === undefined)
    return { id, status: "pass", message: `all that can be message: ${reach.read} of ${reach.read}` };
  const remediation = reach.widenedBy === undefined ? {} : { remediation: `widened by ${reach.widenedBy}` };
  const reason = because === undefined ? "" : `: ${because}`;
  if (chosenBy !== undefined)
    return { id, status: "pass", message: `${narrow}, as ${chosenBy} says${reason}`, ...remediation };
  const status = reach.visible === undefined ? "unknown" : "warn";
  return { id, status, message: `${narrow} can be read by a job${reason}`, ...remediation };
}
