import {
  type ExitCode,
  exitCodes,
  numberOption,
  type ParsedOptions,
  print,
  safeText,
  say,
  streamOutput,
  type Terminal,
  table,
  usage,
} from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { type ViewQuery, viewQuery, views } from "../catalogue/views.ts";
import { schema } from "../database/connect.ts";
import { pastInstantOption } from "./instant.ts";
import { withDatabase } from "./with-database.ts";

// Nobody reads more of a table; a program reads JSON.
const mostRows = 1000;
const rowsAtOnce = 500;
const millisecondsPerDay = 86_400_000;

/** `fleet query NAME`: prints a view of the catalogue. */
export async function queryWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const [, name] = options.words;
  if (name === undefined) throw usage(`which view: ${Object.keys(views).join(", ")}`);
  const query = viewQuery(name, {
    customer: options.one("customer"),
    since: pastInstantOption(options, "since", { orDate: true }) ?? new Date(Date.now() - millisecondsPerDay),
    days: numberOption(options, "days", 0) ?? 30,
  });
  await withDatabase(
    terminal,
    async (pool) => {
      if (options.has("json")) return printJson(answerOf(pool, query), terminal);
      // One more tells that there are more: a view of a large fleet is not sorted and kept for what is not shown.
      const beginning = answerOf(pool, { ...query, sql: `${query.sql} LIMIT ${mostRows + 1}` });
      return printTable(beginning, query.columns, terminal);
    },
    { connections: 1 },
  );
  return exitCodes.complete;
}

type Row = Readonly<Record<string, unknown>>;
type Answer = AsyncGenerator<readonly Row[], void, void>;

/** Some rows at a time, however slowly they are read: no transaction is held open. */
async function* answerOf(pool: pg.Pool, { sql, values, customer }: ViewQuery): Answer {
  const client = await pool.connect();
  try {
    // Whoever may name a customer sees the rows of this one alone.
    if (customer !== undefined) await client.query(`SELECT set_config('${schema}.customer', $1, false)`, [customer]);
    await client.query(`DECLARE answer NO SCROLL CURSOR WITH HOLD FOR ${sql}`, [...values]);
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${rowsAtOnce} FROM answer`);
      yield rows;
      if (rows.length < rowsAtOnce) return;
    }
  } finally {
    client.release(true);
  }
}

async function printTable(answer: Answer, columns: readonly string[], terminal: Terminal): Promise<void> {
  const shown: Row[] = [];
  for await (const rows of answer) shown.push(...rows);
  const isCut = shown.splice(mostRows).length > 0;
  const numeric = new Set(columns.flatMap((column, at) => (shown.every((row) => isNumber(row[column])) ? [at] : [])));
  const lines = table([columns, ...shown.map((row) => columns.map((column) => cellOf(row[column])))], numeric);
  await print(terminal, lines.map((line) => `${line}\n`).join(""));
  if (isCut) say(terminal, `note: these are the first ${mostRows} rows; --json prints all`);
}

/** One array, however long, with a row a line. */
async function printJson(answer: Answer, { stdout }: Terminal): Promise<void> {
  const output = streamOutput(stdout);
  let before = "[\n";
  for await (const rows of answer) {
    for (const row of rows) {
      await output.write(`${before}  ${JSON.stringify(row)}`);
      before = ",\n";
    }
  }
  await output.write(before === "[\n" ? "[]\n" : "\n]\n");
  await output.finish();
}

const isNumber = (value: unknown): boolean => value === null || typeof value === "number";

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return safeText(value.map(changeText).join(", "));
  return safeText(String(value));
}

/** A field that changed, in a few characters. */
function changeText(change: unknown): string {
  const { field, before, after } = Object(change);
  return `${field}: ${textOf(before)} → ${textOf(after)}`;
}

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
