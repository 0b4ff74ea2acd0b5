import { asInventoryError } from "../../../inventory/errors.ts";
import { type ExitCode, exitCodes, worst } from "../exit-codes.ts";
import type { RunMetrics } from "../measured-run.ts";
import { isWritten } from "../run-end.ts";
import { sayError, type Terminal } from "../terminal.ts";
import { type Earlier, earlierIn } from "./earlier.ts";
import { type Sample, textOf } from "./gauges.ts";
import { type Measured, measureInventory } from "./measured-inventory.ts";
import { openMetricsFile } from "./metrics-file.ts";

// A run of every kind at every provider writes less than a hundredth of it.
const largestBytes = 16 * 1024 * 1024;

/**
 * Begins to measure a run.
 *
 * @throws InventoryError INVALID_CONFIG where the file cannot be written, or is not one of ours.
 */
export async function measureRun(path: string, terminal: Terminal): Promise<RunMetrics> {
  const file = await openMetricsFile(path, { option: "--metrics", largestBytes, read: earlierIn });
  const inventories: ReturnType<typeof measureInventory>[] = [];
  return {
    of(inventory) {
      const measured = measureInventory(inventory);
      inventories.push(measured);
      return measured;
    },
    async end(exitCode) {
      const read = await Promise.all(inventories.map((inventory) => inventory.end()));
      const run: EndedRun = { exitCode, endedAt: Math.floor(Date.now() / 1000), read };
      try {
        await file.replace((earlier) => textOf(samplesOf(run, earlier)));
        return exitCode;
      } catch (thrown) {
        sayError(terminal, asInventoryError(thrown));
        return worst([exitCode, exitCodes.failure]);
      }
    },
  };
}

interface EndedRun {
  readonly exitCode: ExitCode;
  /** Seconds since 1970. */
  readonly endedAt: number;
  readonly read: readonly Measured[];
}

/** What the file says after a run, of what it said before. */
function samplesOf(run: EndedRun, earlier: ReadonlyMap<string, Earlier>): readonly Sample[] {
  const others = [...earlier].filter(
    ([inventory]) => inventory !== "" && !run.read.some((read) => read.inventory === inventory),
  );
  const samples = [
    ...run.read.flatMap((measured) => ofRead(measured, run, earlier.get(measured.inventory))),
    ...others.flatMap(([inventory, before]) => ofUnread(inventory, run, before)),
  ];
  // The first run of all did not come to know what it should read.
  return samples.length > 0 ? samples : unread(run);
}

/** An inventory that the run read, or began to. */
function ofRead({ inventory, samples, ...found }: Measured, run: EndedRun, before: Earlier = {}): readonly Sample[] {
  // A refused credential does not say whose it is: then it is taken for that of the run before.
  const account = found.account ?? before.account;
  const isSame = before.account === undefined || account === before.account;
  const lastSuccess = found.isSuccess && isWritten(run) ? run.endedAt : isSame ? before.lastSuccess : undefined;
  return labelled(inventory, account, [
    ...ending(run),
    ...samples,
    ...timestamp("last_success_timestamp_seconds", lastSuccess),
  ]);
}

/**
 * An inventory of earlier runs that this one did not get to. One that read others was not asked for it, and says nothing but when it was
 * read last; one that failed before it opened any failed for all.
 */
function ofUnread(inventory: string, run: EndedRun, before: Earlier): readonly Sample[] {
  const failedForAll = run.read.length === 0;
  return labelled(inventory, before.account, [
    ...(failedForAll ? unread(run) : timestamp("last_run_timestamp_seconds", before.lastRun)),
    ...timestamp("last_success_timestamp_seconds", before.lastSuccess),
  ]);
}

function unread(run: EndedRun): readonly Sample[] {
  return [...ending(run), { name: "complete", labels: {}, value: 0 }];
}

function ending({ exitCode, endedAt }: EndedRun): readonly Sample[] {
  return [...timestamp("last_run_timestamp_seconds", endedAt), { name: "exit_code", labels: {}, value: exitCode }];
}

function timestamp(name: Sample["name"], value: number | undefined): readonly Sample[] {
  return value === undefined ? [] : [{ name, labels: {}, value }];
}

function labelled(inventory: string, account: string | undefined, samples: readonly Sample[]): readonly Sample[] {
  const own = account === undefined ? { inventory } : { inventory, account };
  return samples.map((sample) => ({ ...sample, labels: { ...own, ...sample.labels } }));
}
