// Breaks one rule at a time in a copy of the checkout, and shows that the tests of that rule notice. `--check` only looks whether each
// rule still stands where it is to be broken; words narrow the run to mutants whose file or rule holds one of them.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judge } from "./mutation/judge.js";
import { paging } from "./mutation/paging.js";
import { rateController } from "./mutation/rate-controller.js";
import { scopes } from "./mutation/scopes.js";
import { runTests, vitestConfig } from "./mutation/tests.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const copied = ["src", "test", "scripts", "fixtures", "schemas", "vendor", "package.json", "plugin.manifest.json"];
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isMeant = ({ file, rule }) => words.length === 0 || words.some((word) => `${file} ${rule}`.includes(word));
const mutants = [...judge, ...paging, ...scopes, ...rateController].filter(isMeant);

const misplaced = mutants.flatMap((mutant) => problemOf(mutant) ?? []);
for (const problem of misplaced) console.error(problem);
if (misplaced.length > 0) process.exit(2);
if (process.argv.includes("--check")) console.log(`${mutants.length} mutants, each in its place`);
else process.exitCode = await runAll();

/** A rule that was reworded has to be reworded here as well: a mutant that changes nothing would survive, or worse, seem killed. */
function problemOf({ file, find, replace, rule }) {
  const times = readFileSync(join(root, file), "utf8").split(find).length - 1;
  if (times !== 1) return `${file}: "${find}" occurs ${times} times, and once is due (${rule})`;
  return find === replace ? `${file}: "${find}" is replaced by itself (${rule})` : undefined;
}

async function runAll() {
  const folder = mkdtempSync(join(tmpdir(), "mutation-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "vitest.config.js"), vitestConfig);

  const startedMs = performance.now();
  const files = [...new Set(mutants.flatMap(({ tests }) => tests))];
  if ((await runTests(folder, files)) !== "passed") {
    console.error(`the tests fail without any mutant: ${files.join(" ")}`);
    return 2;
  }
  const survivors = [];
  for (const mutant of mutants) {
    const result = await withMutant(folder, mutant, () => runTests(folder, mutant.tests));
    const isKilled = result !== "passed";
    if (!isKilled) survivors.push(mutant);
    console.log(
      `${isKilled ? "killed  " : "SURVIVED"}  ${mutant.file}: ${mutant.rule}${result === "hung" ? " (hung)" : ""}`,
    );
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(`${mutants.length - survivors.length} of ${mutants.length} mutants killed in ${seconds} s`);
  return survivors.length === 0 ? 0 : 1;
}

async function withMutant(folder, { file, find, replace }, run) {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    return await run();
  } finally {
    writeFileSync(path, text);
  }
}
