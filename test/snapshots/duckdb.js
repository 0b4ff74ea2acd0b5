// DuckDB in the current folder: runs each SQL text in the JSON list on standard input, and prints the rows of each.
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

// Nothing is fetched: what the examples need is in the package.
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };
const connection = await (await DuckDBInstance.create(":memory:", offline)).connect();
const rows = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  rows.push((await connection.runAndReadAll(text)).getRowsJson());
}
console.log(JSON.stringify(rows));
