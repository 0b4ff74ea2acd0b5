import { unknownWord } from "../../config/nearest.ts";
import { discover } from "../../inventory/discover.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { type FollowedSignal, followSignals } from "../../inventory/follow-signals.ts";
import { createRecorder, rememberedOf } from "../../memory/reads.ts";
import { providerIds } from "../../providers/registry.ts";
import { readPackageFacts } from "../package-facts.ts";
import { commaOption, numberOption, type OptionTable, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodeOf, exitCodeOfError, worst } from "./exit-codes.ts";
import { documentFormats, type Format } from "./formats/index.ts";
import { openMemoryOf, tellMemory } from "./memory.ts";
import { type Inventory, openInventories } from "./open-inventories.ts";
import { fileOutput, type Output, streamOutput } from "./output.ts";
import { createProgressLine, type ProgressLine } from "./progress.ts";
import { type FinishedRun, summaryOf } from "./summary.ts";
import { sayError, type Terminal } from "./terminal.ts";

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
    help: "kinds to read; * stands for anything; see `kinds`",
  },
  scope: {
    type: "string",
    placeholder: "S",
    help: "which projects: organization, all of it; project, those that the config names",
  },
  format: { type: "string", placeholder: "F", help: "table (default), ndjson, json or csv" },
  output: { type: "string", placeholder: "FILE", help: "write the document to a file, whole or not at all" },
  deadline: { type: "string", placeholder: "SECONDS", help: "end after this time and name what was not read" },
};

/** The main job: reads everything, writes the document, tells the summary. */
export async function discoverCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(options.one("format") ?? "table");
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
  const path = options.one("output");
  const output = path === undefined ? streamOutput(terminal.stdout) : await fileOutput(path);
  const job: Job = {
    version: readPackageFacts().version,
    format,
    output,
    progress: createProgressLine(terminal),
    scopes: [],
    runs: [],
    deadlineMs: deadlineSeconds === undefined ? undefined : deadlineSeconds * 1000,
  };
  const failure = await runJob(job, inventories, terminal);
  if (failure !== undefined) {
    sayError(terminal, failure);
    return exitCodeOfError(failure.code);
  }
  // Where the document is not what a person reads now, the summary goes beside it.
  if (format !== undefined || path !== undefined) terminal.stderr.write(summaryOf(job));
  return worst(job.runs.map((run) => exitCodeOf(run, terminal.signal.aborted)));
}

interface Job {
  readonly version: string;
  /** Undefined for the table, which is the summary alone. */
  readonly format: Format | undefined;
  readonly output: Output;
  readonly progress: ProgressLine;
  readonly scopes: ScopeEvent[];
  readonly runs: FinishedRun[];
  readonly deadlineMs: number | undefined;
}

/** Runs all inventories side by side into one document. Returns what kept the document from being written, if anything. */
async function runJob(
  job: Job,
  inventories: readonly Inventory[],
  terminal: Terminal,
): Promise<InventoryError | undefined> {
  const run = followSignals([terminal.signal]);
  try {
    await Promise.all(inventories.map((inventory) => runInventory(job, inventory, run, terminal)));
    job.progress.clear();
    await job.output.write(job.format?.end() ?? summaryOf(job));
    await job.output.finish();
    return undefined;
  } catch (thrown) {
    job.progress.clear();
    await job.output.discard();
    return asInventoryError(thrown);
  } finally {
    run.release();
  }
}

async function runInventory(
  job: Job,
  inventory: Inventory,
  { signal, stop }: FollowedSignal,
  terminal: Terminal,
): Promise<void> {
  const { provider, kinds, acceptedGaps, acceptsIncomplete } = inventory;
  const { version, deadlineMs } = job;
  const deadline = deadlineMs === undefined ? {} : { deadlineMs };
  const memory = await openMemoryOf(inventory, terminal, tellMemory(inventory, terminal));
  const recorder = createRecorder(kinds);
  const remembered = rememberedOf(memory.before?.reads ?? {});
  const options = { kinds, acceptedGaps, version, signal, ...deadline, ...remembered };
  try {
    for await (const event of discover(provider, options)) {
      recorder.see(event);
      if (event.type === "scope") job.scopes.push(event);
      if (event.type === "finished") job.runs.push({ finished: event, acceptsIncomplete });
      job.progress.show(event);
      await job.output.write(job.format?.event(event) ?? "");
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
