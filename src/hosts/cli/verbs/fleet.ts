import { aFile, aFolder, firstWord } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { operatorNote, pageOf } from "./shared-notes.ts";
import { jsonOption, outputOption, quietOption } from "./shared-options.ts";

export const fleet: Verb = {
  summary:
    "many inventories: run, check, prune, forget a customer; on a database: enqueue, worker, schedule, status, query, metrics",
  argument: {
    placeholder: "WORD [FLEET|CUSTOMER|NAME]",
    values: firstWord("run", "check", "prune", "forget", "enqueue", "worker", "schedule", "status", "query", "metrics"),
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
    night: {
      type: "string",
      placeholder: "INSTANT",
      help: "the night that is meant, such as 2026-11-26T02:00:00Z: enqueued now, or shown; now, or the last day, when absent",
    },
    "per-customer": {
      type: "string",
      placeholder: "N",
      help: "how many inventories of one customer are read at the same time, by all workers (4)",
    },
    listen: {
      type: "string",
      placeholder: "HOST:PORT",
      help: "where a worker answers /healthz, /readyz and /metrics; nowhere when absent",
    },
    log: { type: "string", placeholder: "json|text", help: "the form of a worker's log (json, or text on a terminal)" },
    cron: {
      type: "string",
      placeholder: "CRON",
      help: "when inventories run whose entries say no schedule: five fields",
    },
    "time-zone": {
      type: "string",
      placeholder: "ZONE",
      help: "the time zone of schedules whose entries name none (UTC)",
    },
    customer: { type: "string", placeholder: "CUSTOMER", help: "of this customer alone" },
    since: { type: "string", placeholder: "DATE", help: "what changed since then, such as 2026-11-19" },
    days: {
      type: "string",
      placeholder: "DAYS",
      help: "query: what ends within so many days (30); prune: what is older goes from the database",
    },
    yes: { type: "boolean", help: "forget without asking" },
    quiet: quietOption,
  },
  notes: {
    "What each does": `run     reads every inventory of FLEET, and keeps a snapshot of each
check   asks whether every credential will do for the next run; keeps nothing
prune   removes old snapshots: --keep N; and what is old in the database: --days N
forget  removes the snapshots of CUSTOMER, or CUSTOMER/NAME alone, what is remembered of its accounts, and what the
        database has of it`,
    "On a database": `With the package cloud-inventory-fleet, and DATABASE_URL: ${pageOf("fleet-workers.md")}
enqueue   asks for every inventory of FLEET, once a night, of whichever worker is free
worker    reads what was asked for, until it is stopped; any number, on any number of machines
schedule  says when the inventories of FLEET are asked for
status    what came of the last nights, or of --night, and what is still to come
query     prints what the database knows: NAME is current, changes, protected, expiring, incomplete or customers
metrics   prints what Prometheus reads of every inventory`,
    FLEET: `A folder of configs, a folder in it for each customer; or one list, as YAML, JSON or CSV: ${pageOf("fleet.md")}`,
    Examples: `cloud-inventory fleet check customers/
cloud-inventory fleet run customers/ --snapshots snapshots/ --keep 30
cloud-inventory fleet run fleet.yaml --snapshots snapshots/ --only 'acme/*' --json --output summary.json`,
    "Exit status":
      "The worst of all inventories: 3 a refused credential, 1 a failure, 2 a bad entry, 4 incomplete, 0 all complete.",
    "Variables of the operator": operatorNote,
  },
  isSilent: ({ words: [word] }) => word === "worker" || word === "enqueue",
  run: async (options, terminal) => (await import("../fleet-command.ts")).fleetCommand(options, terminal),
};
