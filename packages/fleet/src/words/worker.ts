import { hostname } from "node:os";
import {
  type ExitCode,
  exitCodes,
  keepOption,
  numberOption,
  openStore,
  type ParsedOptions,
  readSecretHelpers,
  say,
  snapshotsOption,
  type Terminal,
  wholeOption,
} from "cloud-inventory-plugin/fleet";
import { fleetSource } from "../work/fleet-source.ts";
import type { Settlement } from "../work/run-job.ts";
import { work } from "../work/worker.ts";
import { withEngine } from "./with-engine.ts";

/** Reads what was asked for, until it is stopped. */
export async function workerWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const atOnce = wholeOption(options, "at-once") ?? 10;
  const perCustomer = wholeOption(options, "per-customer") ?? 4;
  const deadline = numberOption(options, "deadline", 0.001);
  const keep = keepOption(options);
  const helpersFile = options.one("helpers");
  const helpers = helpersFile === undefined ? new Map() : await readSecretHelpers(helpersFile);
  const store = await openStore(snapshotsOption(options), terminal, { makesFolder: true });
  const fleet = fleetSource(options.words[1] ?? "");
  await fleet.readAgain();
  const worker = `${hostname()}/${process.pid}`;
  return withEngine(
    terminal,
    async ({ boss, pool }) => {
      const parts = {
        pool,
        fleet,
        store,
        worker,
        perCustomer,
        keep,
        surroundings: { terminal, helpers, learned: new Map() },
        ...(deadline === undefined ? {} : { deadlineMs: deadline * 1000 }),
      };
      const nameOf = ({ customer, name }: { readonly customer: string; readonly name: string }) =>
        `${customer}/${name}`;
      say(terminal, `worker ${worker} is ready`);
      await work(
        boss,
        parts,
        { atOnce },
        {
          started: () => {},
          settled: (job, settlement) => say(terminal, `${nameOf(job)}: ${sentenceOf(settlement)}`),
          night: (at, asked) => say(terminal, `the night ${at.toISOString()} has come: ${asked} inventories`),
          trouble: (message) => say(terminal, `warning: ${message}`),
        },
        terminal.signal,
      );
      say(terminal, `worker ${worker} has stopped`);
      return exitCodes.complete;
    },
    { supervises: true, connections: atOnce + 4 },
  );
}

function sentenceOf(settlement: Settlement): string {
  if (settlement.type === "back") return `back to the queue: ${settlement.why}`;
  if (settlement.type === "ended") return settlement.result?.state ?? "had ended before";
  return `${settlement.result?.state ?? "failed"}${settlement.type === "dead" ? ", not to be tried again" : ""}: ${settlement.reason}`;
}
