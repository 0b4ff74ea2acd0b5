// Writes everything that is derived: `npm run generate`. What is derived may be source itself (the products' index, the places, the
// IAM actions), so the build and the writing are repeated until nothing changes. With --accept golden resources that differ from what
// rows make of their examples are rewritten; without it they are named, and the exit status is 1.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { productsIndex } from "./generate/products-index.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const run = (command, ...words) =>
  spawnSync(command, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
// New products are only found once their index names them, whose rights are only known once their actions are.
const mostRounds = 5;
const told = new Set();

startIndexes();
for (let round = 1; round <= mostRounds; round += 1) {
  const built = run("npm", "run", "--silent", "emit");
  if (built.status !== 0) stop(built.status, built.stdout + built.stderr);
  const { stdout, stderr, status } = run(process.execPath, "scripts/generate/write.js", ...process.argv.slice(2));
  const files = stdout.split("\n").filter((line) => line !== "" && !told.has(line));
  for (const file of files) {
    told.add(file);
    console.log(file);
  }
  // What is wrong is wrong in each round: the last one tells it.
  if (!/^src\//m.test(stdout)) stop(status, stderr);
}
stop(1, "the generated sources do not come to rest\n");

function stop(status, words) {
  process.stderr.write(words);
  process.exit(status ?? 1);
}

/** A new provider imports the index of its products before there is one: it begins empty. */
function startIndexes() {
  const providers = new URL("../src/providers/", import.meta.url);
  for (const { name } of readdirSync(providers, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const index = new URL(`${name}/products.gen.ts`, providers);
    if (existsSync(new URL(`${name}/products`, providers)) && !existsSync(index))
      writeFileSync(index, productsIndex({}));
  }
}
