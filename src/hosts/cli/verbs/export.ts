import { exportFormatNames } from "../export-formats.ts";
import { writesFile } from "../standard-streams.ts";
import { aFile, words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";

export const exportVerb: Verb = {
  summary: "write snapshots as a table that a control plane imports",
  options: {
    format: {
      type: "string",
      short: "f",
      placeholder: "F",
      help: "plakar-csv: Class;Name;URN;Hostname, for a self-managed inventory; the default",
      values: words(...exportFormatNames),
    },
    output: { type: "string", short: "o", placeholder: "FILE", help: "write it to a file", values: aFile },
  },
  argument: { placeholder: "SNAPSHOT…", values: aFile, most: Number.POSITIVE_INFINITY },
  notes: {
    "What an import does": `It replaces all that the inventory holds. So name every snapshot whose resources belong in it: those of all clouds
and accounts go into one file. A table is made of complete snapshots only, and no option changes that: what it
lacked would be deleted, with what hangs on it. Not complete is a list that was not read to its end, or that may have
been cut short (filtered), a kind that is not granted, and a snapshot without any resource.
Resources without a class, such as projects, have no row: the import needs one.`,
    Snapshots: "`cloud-inventory discover --snapshot FILE` writes one.",
    More: pageOf("plakar.md"),
    "Exit codes": "0 written, 4 nothing is written, since a snapshot may lack something; 2 no such snapshots",
    Examples: "cloud-inventory export -o inventory.csv ovh.ndjson scaleway.ndjson",
  },
  isSilent: writesFile,
  run: async (options, terminal) => (await import("../export-command.ts")).exportCommand(options, terminal),
};
