import { parsePrometheusText } from "./prometheus-text.ts";
import type { run } from "./run.ts";

export type Ended = Awaited<ReturnType<typeof run>>;

/** A choice that takes little time to read. */
const kinds = "scaleway.instance.*,scaleway.block.*,scaleway.object.*";
export const discover = ["discover", "--kinds", kinds] as const;
export const measured = [...discover, "--metrics", "run.prom"] as const;

/** The metrics that a run wrote, as they stand in the file. */
export function textOf({ files }: Pick<Ended, "files">): string {
  return files["run.prom"]?.text ?? "";
}

/** The metrics that a run wrote. */
export function samplesOf(ended: Pick<Ended, "files">) {
  return parsePrometheusText(textOf(ended));
}
