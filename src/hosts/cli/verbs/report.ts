import { pageFormatNames } from "../report-formats.ts";
import { writesFile } from "../standard-streams.ts";
import { aFile, words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";
import { outputOption, protectedOption } from "./shared-options.ts";

export const report: Verb = {
  summary: "write a page to look at: what there is, what has a backup, what changed",
  options: {
    format: {
      type: "string",
      short: "f",
      placeholder: "F",
      help: "html, one file that needs nothing else (default), or markdown",
      values: words(...pageFormatNames),
    },
    output: outputOption,
    previous: {
      type: "string",
      multiple: true,
      placeholder: "SNAPSHOT",
      help: "an earlier snapshot of one of the accounts, to tell what changed; repeatable",
      values: aFile,
    },
    protected: protectedOption,
  },
  argument: { placeholder: "SNAPSHOT…", values: aFile, most: Number.POSITIVE_INFINITY },
  notes: {
    Snapshots: `\`cloud-inventory discover --snapshot FILE\` writes one; several are of different accounts. Name the kinds of copies too, or most
is unknown: discover --kinds compute,storage,databases,web,backups --snapshot FILE`,
    Page: `Outcomes and gaps come first; an incomplete snapshot is called so on top. The html has charts and a table of every resource; it runs
nothing but its own script, fetches nothing and sends nothing. What it says: ${pageOf("report.md")}`,
    "Exit codes": "0 written, whatever it says; 2 no such snapshots, an earlier one of another account, or a bad FILE",
    Examples: `cloud-inventory report -o report.html ovh.ndjson scaleway.ndjson
cloud-inventory report --previous monday.ndjson --protected urns.csv -f markdown tuesday.ndjson`,
  },
  isSilent: writesFile,
  run: async (options, terminal) => (await import("../report-command.ts")).reportCommand(options, terminal),
};
