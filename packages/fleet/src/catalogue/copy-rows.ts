import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

/** Rows on their way into a table. */
export interface RowWriter {
  /** Answers with nothing while there is room, and else with what resolves when there is some. */
  write(row: readonly (string | number | undefined)[]): Promise<void> | undefined;
}

const chunkCharacters = 64 * 1024;

/** Copies rows into a table of a connection, however many there are; none where `produce` throws. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  produce: (rows: RowWriter) => Promise<void>,
): Promise<void> {
  const stream = client.query(from(`COPY ${table} FROM STDIN`));
  const done = finished(stream);
  // Whoever waits for it is told; a failure in between is not unhandled meanwhile.
  done.catch(() => {});
  let text = "";
  const flush = (): Promise<void> | undefined => {
    const hasRoom = stream.write(text);
    text = "";
    return hasRoom ? undefined : Promise.race([once(stream, "drain"), done]).then(() => {});
  };
  try {
    await produce({
      write(row) {
        text += `${row.map(cellOf).join("\t")}\n`;
        return text.length < chunkCharacters ? undefined : flush();
      },
    });
    await flush();
    stream.end();
  } catch (thrown) {
    stream.destroy();
    throw thrown;
  }
  await done;
}

const special = /[\\\n\r\t]/;
const escaped: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value in the text format of COPY. */
function cellOf(value: string | number | undefined): string {
  if (value === undefined) return "\\N";
  const text = String(value);
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => escaped[character] ?? character) : text;
}
