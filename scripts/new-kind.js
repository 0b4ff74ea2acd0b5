// Writes the row, the schema and the example of a new kind from what vendor/ says of its list: `npm run new-kind`. It needs a build,
// and no network. Nothing that is there is overwritten, and every decision that is a person's is told.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { madeUp } from "./generate/goldens.js";
import { productsOf } from "./generate/rows.js";
import { planOf } from "./new-kind/plan.js";
import { Refusal } from "./new-kind/refusal.js";
import { report } from "./new-kind/report.js";
import { readRequest } from "./new-kind/request.js";
import { findRoute, listedBy } from "./new-kind/route.js";

const root = new URL("../", import.meta.url);

try {
  const request = readRequest(process.argv.slice(2));
  const rowsOfProduct = await productsOf(request.provider);
  refuseKnown(request, Object.values(rowsOfProduct).flat());
  const plan = planOf(request, rowsOfProduct);
  const fixture = `fixtures/${request.provider}/${request.id}/typical.json`;
  if (existsSync(new URL(fixture, root))) throw new Refusal(`${fixture} is there already`);
  const example = `${JSON.stringify(madeUp(plan.example), null, 2)}\n`;
  for (const [path, text] of Object.entries({ ...plan.files, [fixture]: example })) write(path, text);
  format(Object.keys(plan.files));
  console.log(report(plan, fixture));
} catch (thrown) {
  if (!(thrown instanceof Refusal)) throw thrown;
  console.error(`new-kind: ${thrown.message}`);
  process.exitCode = 2;
}

function refuseKnown({ id, ...request }, rows) {
  if (rows.some((row) => row.id === id)) throw new Refusal(`${id} is a kind already`);
  const known = listedBy(findRoute(request).path, rows);
  if (known !== undefined) throw new Refusal(`${known.id} reads ${request.list} already`);
}

function write(path, text) {
  const file = new URL(path, root);
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, text);
}

function format(paths) {
  const biome = fileURLToPath(new URL("node_modules/.bin/biome", root));
  const { status, stderr } = spawnSync(biome, ["check", "--write", ...paths], {
    cwd: fileURLToPath(root),
    encoding: "utf8",
  });
  if (status !== 0) console.error(stderr);
}
