// Writes a package of each inventory to dist/plakar/, ready for `plakar pkg create`, and the recipes of which the index of a
// repository is made; docs/plakar.md says what is in them.
// `npm run package` builds first.
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { helpOf, parseOptions } from "../dist/hosts/cli/arguments.js";
import { exitCodeOfError } from "../dist/hosts/cli/exit-codes.js";
import { InventoryError } from "../dist/inventory/errors.js";
import { measureColdStart } from "./package/cold-start.js";
import { chooseForm } from "./package/executable.js";
import { files } from "./package/manifest.js";
import { lossOf, officialName, packageName } from "./package/names.js";
import { expectReplaceable, publish } from "./package/publish.js";
import { recipeFile, recipeFolder, recipeText, writeRecipe } from "./package/recipe.js";
import { readInventories, writePackage } from "./package/write-package.js";

const coldStarts = 5;
const mebibyte = 1024 * 1024;
const optionTable = {
  output: { type: "string", placeholder: "FOLDER", help: "where the packages go; dist/plakar without it" },
  script: { type: "boolean", help: "make scripts that need Node on the host, in place of single executables" },
  "node-license": { type: "string", placeholder: "FILE", help: "the licence of this Node, where it is not beside it" },
  repository: { type: "string", placeholder: "URL", help: "what recipes name, with the package's name behind it" },
  "replace-official": { type: "boolean", help: "take the names of the official packages, which replaces them" },
  help: { type: "boolean", help: "show this" },
};

try {
  const options = parseOptions(process.argv.slice(2), optionTable);
  if (options.has("help")) process.stdout.write(`Usage: npm run package -- [options]\n\n${helpOf(optionTable)}\n`);
  else await writePackages(options);
} catch (thrown) {
  const error = asOurs(thrown);
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = exitCodeOfError(error);
}

/** Every package is finished beside its place before the first one is put there. */
async function writePackages(options) {
  const output = resolve(options.one("output") ?? fileURLToPath(new URL("../dist/plakar", import.meta.url)));
  const form = chooseForm({ script: options.has("script"), nodeLicensePath: options.one("node-license") });
  const plans = (await readInventories()).map((inventory) => planOf(inventory, options));
  for (const { name } of plans) {
    expectReplaceable(join(output, name), files.manifest);
    expectReplaceable(join(output, recipeFolder(name)), recipeFile);
  }
  mkdirSync(output, { recursive: true });
  const staging = mkdtempSync(join(output, ".unfinished-"));
  try {
    for (const plan of plans) {
      writeRecipe(staging, plan);
      const program = await writePackage(join(staging, plan.name), plan, form);
      process.stdout.write(`${plan.name}: ${form.label}, ${await figuresOf(program)}\n`);
    }
    publish(
      staging,
      output,
      plans.flatMap(({ name }) => [name, recipeFolder(name)]),
    );
  } finally {
    rmSync(staging, { recursive: true });
  }
  process.stdout.write(`written to ${relative(process.cwd(), output) || "."}\n`);
}

/** Size and cold start of a program, which proves that it starts. */
async function figuresOf(program) {
  const coldStartMs = Math.round(await measureColdStart(program, coldStarts));
  const sizeMebibytes = (statSync(program).size / mebibyte).toFixed(1);
  return `${sizeMebibytes} MiB, answers its first call ${coldStartMs} ms after its start (median of ${coldStarts})`;
}

function planOf({ inventory, version, schema }, options) {
  const official = options.has("replace-official") ? officialName(inventory.id) : undefined;
  const name = official ?? packageName(inventory);
  const recipe = recipeText({ name, version, repository: options.one("repository") });
  if (official !== undefined) process.stderr.write(`note: ${lossOf(official)}\n`);
  return { name, inventory, schema, recipe };
}

/** What goes wrong here is ours, the file system's, or a defect, which is shown with its stack. */
function asOurs(thrown) {
  if (thrown instanceof InventoryError) return thrown;
  if (typeof thrown.syscall !== "string") throw thrown;
  return new InventoryError("INTERNAL", `${thrown.dest ?? thrown.path}: ${thrown.syscall} failed (${thrown.code})`);
}
