import { unknownWord } from "../../config/nearest.ts";
import { discover } from "../../inventory/discover.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { type FollowedSignal, followSignals } from "../../inventory/follow-signals.ts";
import { rememberedBy } from "../../memory/memory.ts";
import { createRecorder } from "../../memory/reads.ts";
import { lackingBy } from "../../preflight/coverage.ts";
import { providerIds } from "../../providers/registry.ts";
import { readPackageFacts } from "../package-facts.ts";
import { commaOption, numberOption, type OptionTable, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodeOf, exitCodeOfError, worst } from "./exit-codes.ts";
import { fileOutput } from "./file-output.ts";
import { documentFormats, type Format } from "./formats/index.ts";
import { openMemoryOf, tellMemory } from "./memory.ts";
import { type Inventory, openInventories, scopeOption } from "./open-inventories.ts";
import { type Output, streamOutput } from "./output.ts";
import { createProgressLine, type ProgressLine } from "./progress.ts";
import type { RunEnd } from "./run-end.ts";
import { type FinishedRun, summaryOf } from "./summary.ts";
import type { Terminal } from "./terminal.ts";

export const discoverOptions: OptionTable = {
  provider: {
    type: "string",
    multiple: true,
    placeholder: "ID",
    help: `read this provider alone (${providerIds.join(", ")}); repeatable`,
  },
  config: { type: "string", multiple: true, placeholder: "[ID=]FILE", help: "a config file; repeatable" },
  kinds: {
    type: "string",
    multiple: true,
    placeholder: "K,…",
    help: "kinds to read; * stands for anything, all for every kind; see `kinds`",
  },
  scope: scopeOption,
  format: { type: "string", placeholder: "F", help: "table (default), ndjson, json or csv" },
  output: {
    type: "string",
    placeholder: "FILE",
    help: "write the document to a file, whole or not at all, with FILE.status.json beside it",
  },
  deadline: { type: "string", placeholder: "SECONDS", help: "end after this time and name what was not read" },
};

/** The main job: reads everything, writes the document, tells the summary. */
export async function discoverCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const path = options.one("output");
  const output = path === undefined ? streamOutput(terminal.stdout) : await fileOutput(path, terminal);
  const begun: Begun = {
    version: readPackageFacts().version,
    startedAt: new Date().toISOString(),
    formatName: options.one("format") ?? "table",
    output,
    progress: createProgressLine(terminal),
    scopes: [],
    runs: [],
  };
  try {
    return await discoverInto(begun, options, terminal);
  } catch (thrown) {
    begun.progress.clear();
    const error = asInventoryError(thrown);
    await output.discard(endOf(begun, exitCodeOfError(error.code), error.message));
    throw error;
  }
}

async function discoverInto(begun: Begun, options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(begun.formatName);
  const deadlineSeconds = numberOption(options, "deadline", 0.001);
  const inventories = await openInventories(
    {
      providers: options.all("provider"),
      configs: options.all("config"),
      kindPatterns: commaOption(options, "kinds"),
      scope: options.one("scope"),
    },
    terminal,
  );
  const job: Job = {
    ...begun,
    format,
    deadlineMs: deadlineSeconds === undefined ? undefined : deadlineSeconds * 1000,
  };
  const exitCode = await runJob(job, inventories, terminal);
  // Where the document is not what a person reads now, the summary goes beside it.
  if (format !== undefined || options.has("output")) terminal.stderr.write(summaryOf(job));
  return exitCode;
}

/** A run from its first moment on, when what it is to read is not known yet. */
interface Begun {
  readonly version: string;
  readonly startedAt: string;
  readonly formatName: string;
  readonly output: Output;
  readonly progress: ProgressLine;
  readonly scopes: ScopeEvent[];
  readonly runs: FinishedRun[];
}

interface Job extends Begun {
  /** Undefined for the table, which is the summary alone. */
  readonly format: Format | undefined;
  readonly deadlineMs: number | undefined;
}

/** Runs all inventories side by side into one document. */
async function runJob(job: Job, inventories: readonly Inventory[], terminal: Terminal): Promise<ExitCode> {
  const { signal } = terminal;
  const run = followSignals([signal]);
  try {
    await Promise.all(inventories.map((inventory) => runInventory(job, inventory, run, terminal)));
    job.progress.clear();
    const exitCode = worst(job.runs.map((finished) => exitCodeOf(finished, signal.aborted)));
    await job.output.write(job.format?.end() ?? summaryOf(job));
    await job.output.finish(endOf(job, exitCode));
    return exitCode;
  } finally {
    run.release();
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
  const { provider, kinds, named, acceptedGaps, acceptsIncomplete } = inventory;
  const { version, deadlineMs } = job;
  const deadline = deadlineMs === undefined ? {} : { deadlineMs };
  const memory = await openMemoryOf(inventory, terminal, tellMemory(inventory, terminal));
  const recorder = createRecorder(kinds);
  const findLacking = lackingBy(provider);
  const settings = { kinds, named, findLacking, acceptedGaps, version, signal };
  const options = { ...settings, ...deadline, ...rememberedBy(memory) };
  try {
    for await (const event of discover(provider, options)) {
      recorder.see(event);
      if (event.type === "scope") job.scopes.push(event);
      if (event.type === "finished") job.runs.push({ finished: event, acceptsIncomplete });
      job.progress.show(event);
      const room = job.output.write(job.format?.event(event) ?? "");
      if (room !== undefined) await room;
    }
    if (!signal.aborted) await memory.keep(recorder);
  } catch (thrown) {
    // The document is lost, so the other inventories need not be read to their end.
    stop();
    throw thrown;
  }
}

function formatOf(name: string): Format | undefined {
  if (name === "table") return undefined;
  const create = Object.hasOwn(documentFormats, name) ? documentFormats[name] : undefined;
  if (create === undefined) throw usage(unknownWord("format", name, ["table", ...Object.keys(documentFormats)]));
  return create();
}
