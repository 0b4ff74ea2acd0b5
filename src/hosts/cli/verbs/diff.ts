import { writesFile } from "../standard-streams.ts";
import { aFile } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { reportOptions } from "./shared-options.ts";

export const diff: Verb = {
  summary: "tell what changed between two snapshots of an account",
  options: {
    ...reportOptions,
  },
  argument: { placeholder: "BEFORE AFTER", values: aFile, most: 2 },
  notes: {
    Snapshots: "`cloud-inventory discover --snapshot FILE` writes one.",
    Words: `added, removed: the list was read to its end in both snapshots
changed: field by field; what changes by mere use, such as when a backup ran last, is apart (volatile)
unknown: the later snapshot lacks it, and did not read the list to its end
newly-covered: the earlier snapshot could not have shown it
no-longer-looked-at: the later one did not read that kind or place, or has lost the right to; never a removal`,
    "Exit codes":
      "0 equal, 5 different, 4 cannot be told (nothing differs, and not everything was read), 2 no such snapshots",
    Space:
      "What is sorted is kept meanwhile beside the output, or in the system's folder for such files: about as large as both.",
    Examples: `cloud-inventory diff monday.ndjson tuesday.ndjson
cloud-inventory diff -f markdown -o changes.md monday.ndjson.gz tuesday.ndjson.gz`,
  },
  isSilent: writesFile,
  run: async (options, terminal) => (await import("../diff-command.ts")).diffCommand(options, terminal),
};
