import { aFile, aFolder, firstWord } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { operatorNote, pageOf } from "./shared-notes.ts";
import { jsonOption, outputOption, quietOption } from "./shared-options.ts";

export const fleet: Verb = {
  summary: "many inventories: run, check, prune, forget a customer",
  argument: {
    placeholder: "run|check|prune|forget [FLEET|CUSTOMER]",
    values: firstWord("run", "check", "prune", "forget"),
    most: 2,
  },
  options: {
    snapshots: {
      type: "string",
      placeholder: "PLACE",
      help: "where snapshots are kept, CUSTOMER/NAME/TIME.ndjson.gz: a folder, or s3://BUCKET/PREFIX",
      values: aFolder,
    },
    only: {
      type: "string",
      multiple: true,
      placeholder: "NAME",
      help: "this one alone, or CUSTOMER/NAME; * stands for anything; repeatable",
    },
    "at-once": { type: "string", placeholder: "N", help: "how many inventories are read at the same time (10)" },
    "per-provider": { type: "string", placeholder: "N", help: "how many of these of one provider" },
    deadline: {
      type: "string",
      placeholder: "SECONDS",
      help: "end each inventory after this time, unless its entry says another",
    },
    helpers: { type: "string", placeholder: "FILE", help: "the programs that exec: references name", values: aFile },
    keep: {
      type: "string",
      placeholder: "N",
      help: "keep the last N snapshots of each inventory, and the last complete one",
    },
    expiring: { type: "string", placeholder: "DAYS", help: "name credentials that end within so many days (7)" },
    json: jsonOption(),
    output: outputOption,
    yes: { type: "boolean", help: "forget without asking" },
    quiet: quietOption,
  },
  notes: {
    "What each does": `run     reads every inventory of FLEET, and keeps a snapshot of each
check   asks whether every credential will do for the next run; keeps nothing
prune   removes old snapshots: --keep N
forget  removes the snapshots of CUSTOMER, and what is remembered of its accounts`,
    FLEET: `A folder of configs, a folder in it for each customer; or one list, as YAML, JSON or CSV: ${pageOf("fleet.md")}`,
    Examples: `cloud-inventory fleet check customers/
cloud-inventory fleet run customers/ --snapshots snapshots/ --keep 30
cloud-inventory fleet run fleet.yaml --snapshots snapshots/ --only 'acme/*' --json --output summary.json`,
    "Exit status":
      "The worst of all inventories: 3 a refused credential, 1 a failure, 2 a bad entry, 4 incomplete, 0 all complete.",
    "Variables of the operator": operatorNote,
  },
  run: async (options, terminal) => (await import("../fleet-command.ts")).fleetCommand(options, terminal),
};
