// What no inventory can do without: parses answers, stringifies events and writes them, as often as it is told. With a URL each
// answer is fetched from there.
import { readFileSync, writeSync } from "node:fs";

const [answerPath, eventsPath, times, url] = process.argv.slice(2);
const answer = readFileSync(answerPath);
const events = JSON.parse(readFileSync(eventsPath, "utf8"));
const batchLength = 64 * 1024;
const decoder = new TextDecoder();
let batch = "";
for (let time = 0; time < Number(times); time += 1) {
  const bytes = url === undefined ? answer : await (await fetch(url)).arrayBuffer();
  JSON.parse(decoder.decode(bytes));
  for (const event of events) batch += `${JSON.stringify(event)}\n`;
  if (batch.length < batchLength) continue;
  writeSync(1, batch);
  batch = "";
}
writeSync(1, batch);
