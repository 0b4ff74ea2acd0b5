import { hostname } from "node:os";
import {
  type ExitCode,
  exitCodes,
  keepOption,
  numberOption,
  openStore,
  type ParsedOptions,
  readSecretHelpers,
  snapshotsOption,
  type Terminal,
  wholeOption,
} from "cloud-inventory-plugin/fleet";
import { applicationOf } from "../jobs/status.ts";
import { type HealthServer, startHealthServer } from "../operations/health-server.ts";
import { logFormat, logged, openLog } from "../operations/json-log.ts";
import { listenAddress } from "../operations/listen-address.ts";
import { countWork } from "../operations/worker-counters.ts";
import { worksNews } from "../operations/worker-news.ts";
import { fleetSource } from "../work/fleet-source.ts";
import { patientStore } from "../work/patient-store.ts";
import { work } from "../work/worker.ts";
import { type Engine, withEngine } from "./with-engine.ts";

/** A merge holds a connection to its end, of which each job has one at most: leases are renewed by others. */
const spareConnections = 4;

/** A database that answers takes jobs back in less than a second. */
const giveBackWithinMs = 5000;

/** Reads what was asked for, until it is stopped. */
export async function workerWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const atOnce = wholeOption(options, "at-once") ?? 10;
  const perCustomer = wholeOption(options, "per-customer") ?? 4;
  const deadline = numberOption(options, "deadline", 0.001);
  const keep = keepOption(options);
  const listen = options.one("listen");
  const address = listen === undefined ? undefined : listenAddress(listen);
  const log = openLog(terminal, logFormat(options, terminal));
  const helpersFile = options.one("helpers");
  const helpers = helpersFile === undefined ? new Map() : await readSecretHelpers(helpersFile);
  const store = patientStore(await openStore(snapshotsOption(options), terminal, { makesFolder: true }));
  const fleet = fleetSource(options.words[1] ?? "");
  await fleet.readAgain();
  const worker = `${hostname()}/${process.pid}`;
  const counters = countWork();
  const { signal } = terminal;
  let engine: Engine | undefined;
  let beatMs = performance.now();
  // Before the database: what it takes to bring its tables up to date is not to look like a dead worker.
  const server: HealthServer | undefined =
    address === undefined
      ? undefined
      : await startHealthServer({
          ...address,
          counters,
          readiness: async () => !signal.aborted && (await engine?.pool.query("SELECT 1")) !== undefined,
          lastBeat: () => (engine === undefined ? performance.now() : beatMs),
        });
  const quiet = logged(terminal, log);
  try {
    return await withEngine(
      quiet,
      async (opened) => {
        engine = opened;
        const parts = {
          pool: opened.pool,
          fleet,
          store,
          worker,
          perCustomer,
          keep,
          surroundings: { terminal: quiet, helpers, learned: new Map() },
          ...(deadline === undefined ? {} : { deadlineMs: deadline * 1000 }),
        };
        const moved = (): void => {
          beatMs = performance.now();
        };
        log.info(`worker ${worker} is ready${server === undefined ? "" : `, and answers at ${server.url}`}`);
        await work(opened.boss, parts, { atOnce }, { ...worksNews(log, counters), moved }, signal);
        log.info(`worker ${worker} has stopped`);
        return exitCodes.complete;
      },
      {
        supervises: true,
        connections: atOnce + spareConnections,
        application: applicationOf(worker),
        graceMs: giveBackWithinMs,
      },
    );
  } finally {
    await server?.close();
  }
}
