// What `npm run new-kind` says at its end.

/** What was written, what a person has to decide, and what to run then. */
export function report({ id, path, words, files, decisions }, fixture) {
  const provider = id.slice(0, id.indexOf("."));
  const [file] = Object.keys(files);
  const width = Math.max(...decisions.map(([name]) => name.length));
  return [
    ...[...Object.keys(files), fixture].map((name) => `wrote ${name}`),
    "",
    `${id} reads GET ${path}: ${words}.`,
    "",
    `To decide in ${file}:`,
    ...decisions.map(([name, what]) => `  ${name.padEnd(width)}  ${what}`),
    "",
    "Then:",
    "  npm run generate -- --accept",
    `  read ${fixture}: the item against the vendor's reference, the resource against what a connector needs`,
    `  npx vitest run --project build test/contract/${provider}.test.ts -t ${id}`,
    "CONTRIBUTING.md walks through all of it.",
  ].join("\n");
}
