// What `npm run new-kind` says at its end.

/** What was written, what a person has to decide, and what to run then. */
export function report({ id, path, words, files, notCovered, decisions }, fixture) {
  const provider = id.slice(0, id.indexOf("."));
  const [file] = Object.keys(files);
  const width = Math.max(...decisions.map(([name]) => name.length));
  return [
    ...[...Object.keys(files), fixture].map((name) => `wrote ${name}`),
    "",
    `${id} reads GET ${path}: ${words}.`,
    "",
    ...toldAlready(notCovered),
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

/** Why somebody decided not to read it, where somebody did. */
function toldAlready(rows) {
  if (rows.length === 0) return [];
  return [
    "docs/not-covered.md says why it is not read, or something like it:",
    ...rows.map(({ name, reason }) => `  ${name}  ${reason}`),
    "If that no longer holds, remove it there, and say why in the commit.",
    "",
  ];
}
