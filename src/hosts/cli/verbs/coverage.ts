import { writesFile } from "../standard-streams.ts";
import { aFile, words } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";
import { protectedOption, reportOptions } from "./shared-options.ts";

export const coverage: Verb = {
  summary: "tell what the provider holds a backup of, and of what it holds none",
  options: {
    ...reportOptions,
    protected: protectedOption,
    "max-age": {
      type: "string",
      placeholder: "AGE",
      help: "how old the newest backup may be, where it is known: 36h, 7d, 2w (s, m, h, d, w)",
    },
    "fail-on": {
      type: "string",
      placeholder: "WHAT",
      help: "exit with 5 where a resource is none-found, or with --protected unprotected",
      values: words("none-found", "unprotected"),
    },
  },
  argument: { placeholder: "SNAPSHOT…", values: aFile, most: Number.POSITIVE_INFINITY },
  notes: {
    Snapshots: `\`cloud-inventory discover --snapshot FILE\` writes one; several are of different accounts. Name the kinds of copies too, or most
is unknown: discover --kinds compute,storage,databases,web,backups --snapshot FILE`,
    Words: `backup: a copy outside the resource's own storage
snapshots-only: copies on the same storage, which are lost with it, and no backup
none-found: everything that could tell was read to its end, and tells of none
unknown: not everything that could tell was read; the reason stands with it
stale: the newest backup was older than --max-age when it was read
unprotected: not in the FILE of --protected, and no backup that is not stale; none-found and snapshots-only alike
Versioning, object lock, replication and protection from deletion are safeguards: shown beside, no backups.
By which rules: ${pageOf("coverage.md")}`,
    "Exit codes": `0, or with --fail-on: 5 where there is one, none-found counting what is stale too; 4 where there is none, and not all
is known; 0 where all is known. 2 no such snapshots, or a bad FILE`,
    Examples: `cloud-inventory coverage ovh.ndjson scaleway.ndjson
cloud-inventory coverage --protected urns.csv --max-age 7d --fail-on unprotected scaleway.ndjson.gz`,
  },
  isSilent: writesFile,
  run: async (options, terminal) => (await import("../coverage-command.ts")).coverageCommand(options, terminal),
};
