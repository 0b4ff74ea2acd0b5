import {
  type ExitCode,
  exitCodes,
  openMetricsFile,
  type ParsedOptions,
  print,
  say,
  type Terminal,
  usage,
} from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { customersAlone, seesCustomersAlone } from "../database/row-security.ts";
import { prefix, textOf } from "../operations/fleet-gauges.ts";
import { readFleetSamples } from "../operations/fleet-samples.ts";
import { withDatabase } from "./with-database.ts";

// 100,000 inventories write 125 MB.
const largestBytes = 400 * 1024 * 1024;

/**
 * Tells of every inventory of the fleet how its last run ended, and how many jobs wait: metrics of Prometheus, printed or in a file.
 *
 * @throws InventoryError INVALID_CONFIG where the file or the database is not to be used.
 */
export async function metricsWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const path = options.one("output");
  const file =
    path === undefined ? undefined : await openMetricsFile(path, { option: "--output", largestBytes, read: isOurs });
  const read = async (pool: pg.Pool): Promise<string> => {
    const samples = await readFleetSamples(pool, Date.now());
    if (await seesCustomersAlone(pool)) {
      const isEmpty = samples.some(({ name, value }) => name === "inventories" && value === 0);
      // Of an empty fleet no rule would ever alarm.
      if (isEmpty) throw usage(`${customersAlone}, and there are none; give it BYPASSRLS, or a row of readers`);
      say(terminal, `note: ${customersAlone}`);
    }
    return textOf(samples);
  };
  const text = await withDatabase(terminal, read, { connections: 1 });
  await (file === undefined ? print(terminal, text) : file.replace(async () => text));
  return exitCodes.complete;
}

/** Whether a text is what an earlier call wrote, or none. */
function isOurs(text: string): true | undefined {
  return text === "" || text.startsWith(`# HELP ${prefix}`) ? true : undefined;
}
