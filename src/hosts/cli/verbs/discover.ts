import { formatNames } from "../formats/names.ts";
import { writesFile } from "../standard-streams.ts";
import { aFile, words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { credentialsNote, operatorNote, pageOf, recordNote } from "./shared-notes.ts";
import { configOption, kindsOption, providerOption, quietOption, recordOption, scopeOption } from "./shared-options.ts";

export const discover: Verb = {
  summary: "read everything that the credentials reach",
  options: {
    provider: providerOption("read this provider alone"),
    config: configOption,
    kinds: kindsOption("kinds to read"),
    scope: scopeOption,
    format: {
      type: "string",
      short: "f",
      placeholder: "F",
      help: "table (default), ndjson, or, sorted and told at the end alone, json or csv",
      values: words(...formatNames),
    },
    output: {
      type: "string",
      short: "o",
      placeholder: "FILE",
      help: "write the document to a file, FILE.status.json beside it; - is standard output",
      values: aFile,
    },
    snapshot: {
      type: "string",
      placeholder: "PLACE",
      help: "keep each inventory for diff: a FILE (.gz compresses), or a FOLDER/ for several",
      values: aFile,
    },
    retry: {
      type: "string",
      placeholder: "SNAPSHOT",
      help: "read only what a snapshot lacks, and write a whole new one; FILE.partial is what a killed run left",
      values: aFile,
    },
    deadline: { type: "string", placeholder: "SECONDS", help: "end after this time and name what was not read" },
    "list-deadline": {
      type: "string",
      placeholder: "SECONDS",
      help: "end each list after this time; a list that is too slow is read once more at the end",
    },
    metrics: {
      type: "string",
      placeholder: "FILE",
      help: "write metrics of the run for node_exporter's textfile collector; FILE ends in .prom",
      values: aFile,
    },
    record: recordOption,
    quiet: { ...quietOption, help: "show no progress, and no summary beside a document where nothing is missing" },
  },
  notes: {
    Credentials: credentialsNote,
    Examples: `cloud-inventory discover --provider scaleway --scope organization
cloud-inventory discover --config scaleway=scaleway.json --kinds 'scaleway.instance.*,*snapshot'
cloud-inventory discover -f ndjson -o inventory.ndjson
cloud-inventory discover --retry ovh.ndjson --snapshot ovh.ndjson`,
    Gaps: `Each kind in each place ends as completed, not-offered, denied, partial or failed, the last three with a reason. Of a
denied place, \`cloud-inventory preflight\` says which right is missing and how to grant it; \`cloud-inventory rights --missing\`
prints just those rights. Why an outcome is what it is: ${pageOf("outcomes.md")}`,
    "Never seen live": recordNote,
    "Variables of the operator": operatorNote,
  },
  isSilent: writesFile,
  run: async (options, terminal) => (await import("../discover-command.ts")).discoverCommand(options, terminal),
};
