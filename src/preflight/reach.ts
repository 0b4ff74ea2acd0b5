import type { Reach } from "../inventory/provider.ts";
import type { CheckResult } from "./report.ts";
import { sentence } from "./sentence.ts";

/** Why fewer projects are read than there are, where that is known. */
export interface Narrowing {
  /** The setting that narrows them on purpose. */
  readonly chosenBy?: string | undefined;
  /** Why they could not be counted, in words. */
  readonly because?: string | undefined;
}

/** Whether a job reads every project that its credential sees: a complete one says nothing of those that nobody asked for. */
export function reachCheck(reach: Reach, { chosenBy, because }: Narrowing = {}): CheckResult {
  const id = "projects.read";
  const { read, visible, widenedBy } = reach;
  if (visible !== undefined && read >= visible) {
    return {
      id,
      status: "pass",
      message: sentence`all projects that can be seen: ${{ read }} of ${{ visible: read }}`,
    };
  }
  const narrow =
    visible === undefined
      ? sentence`${{ read }} of an unknown number of projects`
      : sentence`${{ read }} of ${{ visible }} projects`;
  const remediation = widenedBy === undefined ? {} : { remediation: sentence`widened by ${{ widenedBy }}` };
  const reason = because === undefined ? undefined : sentence`: ${{ reason: because }}`;
  if (chosenBy !== undefined) {
    return { id, status: "pass", message: sentence`${narrow}, as ${{ chosenBy }} says${reason}`, ...remediation };
  }
  const status = visible === undefined ? "unknown" : "warn";
  return { id, status, message: sentence`${narrow} can be read by a job${reason}`, ...remediation };
}
