#!/usr/bin/env node
// jq, where the machine has none: `jq [options] FILTER [FILE...]` by WebAssembly.
import { readFileSync } from "node:fs";
import jq from "jq-web";

const [options, operands] = [[], []];
const words = process.argv.slice(2);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  if (word === "--arg") options.push(word, ...words.splice(0, 2));
  else (word.startsWith("-") ? options : operands).push(word);
}
const [filter = ".", ...files] = operands;
const input = files.length === 0 ? readFileSync(0, "utf8") : files.map((file) => readFileSync(file, "utf8")).join("");
const text = await (await jq).raw(input, filter, options);
process.stdout.write(text ? `${text}\n` : "");
