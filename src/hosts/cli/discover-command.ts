import { unknownAmong } from "../../config/nearest.ts";
import type { DiscoverOptions } from "../../inventory/discover-options.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { type FollowedSignal, followSignals } from "../../inventory/follow-signals.ts";
import { createProjectNames, type ProjectNames } from "../../inventory/project-names.ts";
import type { MemoryNote } from "../../memory/memory.ts";
import type { EarlierSnapshot } from "../../snapshots/earlier-snapshot.ts";
import { readPackageFacts } from "../package-facts.ts";
import { commaOption, numberOption, type ParsedOptions, usage } from "./arguments.ts";
import { paintFor, plain } from "./colour.ts";
import { credentialEndsOf } from "./credential-ends.ts";
import { type ExitCode, exitCodeOf, exitCodeOfError, exitCodes, worst } from "./exit-codes.ts";
import { fileOutput } from "./file-output.ts";
import { createSnapshotLines, documentFormats, type Format } from "./formats/index.ts";
import { formatNames } from "./formats/names.ts";
import { openRunMetrics, type RunMetrics } from "./measured-run.ts";
import { accountOfInventory, openMemoryOf, tellMemory } from "./memory.ts";
import { type Inventory, openInventories } from "./open-inventories.ts";
import { type Output, streamOutput } from "./output.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readWithMemory } from "./read-with-memory.ts";
import { openRunRecorder, type RunRecorder } from "./recorded-run.ts";
import { writeAll } from "./report-output.ts";
import { checkAccount, openRetry, providersToRetry, retried, tellDropped } from "./retry.ts";
import type { RunEnd } from "./run-end.ts";
import { createShowing, openSnapshots, type Showing, type SnapshotFile } from "./snapshot-files.ts";
import { spoolFolderOf, writesFile } from "./standard-streams.ts";
import { type FinishedRun, summaryOf } from "./summary.ts";
import type { Terminal } from "./terminal.ts";

/** The main job, and what `--metrics` tells of it, however it ends. */
export async function discoverCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const metrics = await openRunMetrics(options, terminal);
  const exitCode = await discoverMeasured(options, metrics, terminal).catch(async (thrown: unknown) => {
    await metrics.end(exitCodeOfError(asInventoryError(thrown)));
    throw thrown;
  });
  return metrics.end(exitCode);
}

/** Reads everything, writes the document, tells the summary. */
async function discoverMeasured(options: ParsedOptions, metrics: RunMetrics, terminal: Terminal): Promise<ExitCode> {
  const path = options.one("output");
  const output = path === undefined ? streamOutput(terminal.stdout) : await fileOutput(path, terminal);
  const begun: Begun = {
    version: readPackageFacts().version,
    startedAt: new Date().toISOString(),
    formatName: options.one("format") ?? "table",
    output,
    progress: createProgress(terminal, { isQuiet: options.has("quiet") || isStreamedOnScreen(options, terminal) }),
    projects: createProjectNames(),
    scopes: [],
    runs: [],
    metrics,
  };
  try {
    return await discoverInto(begun, options, terminal);
  } catch (thrown) {
    begun.progress.end();
    const error = asInventoryError(thrown);
    await output.discard(endOf(begun, exitCodeOfError(error), error.message));
    throw error;
  }
}

/** Whether people see the document grow line by line: lines that are redrawn would tear it. */
function isStreamedOnScreen(options: ParsedOptions, { stdout }: Terminal): boolean {
  return stdout.isTTY === true && !writesFile(options) && options.one("format") === "ndjson";
}

async function discoverInto(begun: Begun, options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const recorder = await openRunRecorder(options, "discover", terminal);
  let retry: EarlierSnapshot | undefined;
  try {
    retry = await openRetry(options, terminal);
    return await discoverAndRecord({ ...begun, retry, showing: createShowing(retry) }, options, recorder, terminal);
  } catch (thrown) {
    await recorder.abandon();
    throw thrown;
  } finally {
    await retry?.close();
  }
}

async function discoverAndRecord(
  begun: BegunFrom,
  options: ParsedOptions,
  recorder: RunRecorder,
  terminal: Terminal,
): Promise<ExitCode> {
  const { retry } = begun;
  const format = formatOf(begun.formatName, spoolFolderOf(options));
  const deadlineMs = millisecondsOf(options, "deadline");
  const listDeadlineMs = millisecondsOf(options, "list-deadline");
  const chosen = options.all("provider");
  const opened = await openInventories(
    {
      providers: retry === undefined ? chosen : providersToRetry(retry, chosen),
      configs: options.all("config"),
      kindPatterns: commaOption(options, "kinds"),
      scope: options.one("scope"),
    },
    terminal,
    { observerOf: recorder.observerOf },
  );
  const inventories = retry === undefined ? opened : retried(opened, retry);
  const snapshots = await openSnapshots(options, inventories, retry);
  const job: Job = {
    ...begun,
    format: isSnapshot(begun, options, inventories) ? createSnapshotLines() : format,
    snapshots,
    deadlines: {
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
      ...(listDeadlineMs === undefined ? {} : { listDeadlineMs }),
    },
  };
  const { stdout, stderr, environment } = terminal;
  const isRecorded = options.has("record");
  const report = { ...job, isRecorded };
  const table = () => summaryOf(report, writesFile(options) ? plain : paintFor(stdout, environment));
  const exitCode = await runJob(job, inventories, table, terminal);
  // Where the document is not what a person reads now, the summary goes beside it.
  const isBeside = format !== undefined || writesFile(options);
  if (isBeside && !(options.has("quiet") && saysNothingNew(job, exitCode))) {
    stderr.write(summaryOf(report, paintFor(stderr, environment)));
  }
  if (retry !== undefined) tellDropped(retry, job.scopes, terminal);
  return recorder.end(inventories, exitCode);
}

/** Whether the document is kept, is a stream of events, and of one inventory: then it is a snapshot by itself. */
function isSnapshot({ formatName }: Begun, options: ParsedOptions, inventories: readonly Inventory[]): boolean {
  return formatName === "ndjson" && writesFile(options) && inventories.length === 1;
}

/** Whether a summary has nothing to tell whoever wants to hear little: all is complete, or they stopped the run themselves. */
function saysNothingNew({ runs }: Job, exitCode: ExitCode): boolean {
  return exitCode === exitCodes.cancelled || runs.every(({ finished }) => finished.complete);
}

function millisecondsOf(options: ParsedOptions, name: string): number | undefined {
  const seconds = numberOption(options, name, 0.001);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** A run from its first moment on, when what it is to read is not known yet. */
interface Begun {
  readonly version: string;
  readonly startedAt: string;
  readonly formatName: string;
  readonly output: Output;
  readonly progress: Progress;
  readonly projects: ProjectNames;
  readonly scopes: ScopeEvent[];
  readonly runs: FinishedRun[];
  readonly metrics: RunMetrics;
}

interface BegunFrom extends Begun {
  /** The snapshot whose gaps are read, where not everything is. */
  readonly retry: EarlierSnapshot | undefined;
  /** When the document is worth going on from, where it is a snapshot. */
  readonly showing: Showing;
}

interface Job extends BegunFrom {
  /** Undefined for the table, which is the summary alone. */
  readonly format: Format | undefined;
  /** Where each inventory is kept, beside the document. */
  readonly snapshots: ReadonlyMap<Inventory, SnapshotFile>;
  readonly deadlines: Pick<DiscoverOptions, "deadlineMs" | "listDeadlineMs">;
}

/** Runs all inventories side by side into one document. */
async function runJob(
  job: Job,
  inventories: readonly Inventory[],
  table: () => string,
  terminal: Terminal,
): Promise<ExitCode> {
  const { signal } = terminal;
  const run = followSignals([signal]);
  try {
    await Promise.all(inventories.map((inventory) => runInventory(job, inventory, run, terminal)));
    job.progress.end();
    const exitCode = worst(job.runs.map((finished) => exitCodeOf(finished, signal.aborted)));
    if (job.format === undefined) await job.output.write(table());
    else if (exitCode !== exitCodes.cancelled) await writeAll(job.format.end(), job.output);
    await job.output.finish(endOf(job, exitCode));
    return exitCode;
  } finally {
    run.release();
    await job.format?.close();
    for (const snapshot of job.snapshots.values()) await snapshot.discard();
  }
}

function endOf({ formatName, ...begun }: Begun, exitCode: ExitCode, reason?: string): RunEnd {
  return { ...begun, format: formatName, exitCode, ...(reason === undefined ? {} : { reason }) };
}

async function runInventory(
  job: Job,
  inventory: Inventory,
  { signal, stop }: FollowedSignal,
  terminal: Terminal,
): Promise<void> {
  const { provider, acceptsIncomplete, source, inWords } = inventory;
  const { version, deadlines } = job;
  const measured = job.metrics.of(inventory);
  const tell = tellMemory(inventory, terminal);
  const note = (told: MemoryNote): void => {
    job.progress.clear();
    tell(told);
  };
  const memory = await openMemoryOf(inventory, terminal, note, measured.traffic);
  const askAccount = accountOfInventory(inventory, memory, terminal, measured.traffic);
  const askCredentialEnds = credentialEndsOf(inventory, signal, measured.traffic);
  measured.look(askAccount, askCredentialEnds);
  const snapshot = job.snapshots.get(inventory);
  const isNamed = snapshot !== undefined || job.format?.begin !== undefined;
  const account = isNamed ? await askAccount() : memory.account;
  if (isNamed && job.retry !== undefined) checkAccount(job.retry, account);
  snapshot?.begin(account, askCredentialEnds());
  job.format?.begin?.({ inventory: provider.id, account });
  const earlier = job.retry === undefined ? {} : { earlier: job.retry };
  try {
    for await (const batch of readWithMemory(inventory, memory, {
      account,
      version,
      signal,
      ...deadlines,
      ...earlier,
    })) {
      for (const event of batch) {
        measured.see(event);
        job.projects.note(event);
        if (event.type === "scope") job.scopes.push(event);
        if (event.type === "finished") job.runs.push({ finished: event, acceptsIncomplete, source, inWords });
        job.progress.show(event);
        const told = job.format?.event(event) ?? "";
        const room = job.output.write(typeof told === "string" ? told : await told);
        if (room !== undefined) await room;
        if (job.format?.begin !== undefined && job.showing.isDue(event)) await job.output.show?.();
        const roomForSnapshot = snapshot?.write(event);
        if (roomForSnapshot !== undefined) await roomForSnapshot;
      }
    }
    const finished = job.runs.find((one) => one.source === source && one.finished.inventory === provider.id);
    if (finished !== undefined) await snapshot?.finish(exitCodeOf(finished, terminal.signal.aborted), terminal);
  } catch (thrown) {
    // The document is lost, so the other inventories need not be read to their end.
    stop();
    throw thrown;
  }
}

function formatOf(name: string, spoolFolder: string): Format | undefined {
  if (name === "table") return undefined;
  const create = Object.hasOwn(documentFormats, name) ? documentFormats[name] : undefined;
  if (create === undefined) throw usage(unknownAmong("format", name, formatNames));
  return create(spoolFolder);
}
