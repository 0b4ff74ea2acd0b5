import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { InventoryError } from "../../dist/inventory/errors.js";
import { readNodeLicense } from "./licenses.js";

// The marks by which Node finds a program inside itself: https://nodejs.org/docs/latest-v20.x/api/single-executable-applications.html
const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";
const resource = "NODE_SEA_BLOB";
const postject = join(dirname(fileURLToPath(import.meta.resolve("postject"))), "cli.js");

/**
 * How programs are made, and what they need of a host.
 *
 * @typedef {object} Form
 * @property {string} label
 * @property {string} extension
 * @property {(script: string, path: string) => Promise<void>} write
 * @property {string | undefined} nodeLicense the text that a copy of Node comes with
 * @property {string} needs
 */

/**
 * Single executables where this Node can become one, else scripts.
 *
 * @returns {Form}
 * @throws {InventoryError} INVALID_CONFIG where a copy of Node would have to go without its licence.
 */
export function chooseForm({ script, nodeLicensePath }) {
  const obstacle = script ? "--script" : obstacleToSingleExecutable();
  if (obstacle !== undefined) {
    const needs = "a script: the host needs Node 20.19.4 or newer on the control plane's PATH";
    return { label: `script (${obstacle})`, extension: ".cjs", write: writeScript, nodeLicense: undefined, needs };
  }
  const nodeLicense = readNodeLicense(nodeLicensePath);
  if (nodeLicense === undefined) {
    const sentence =
      "the licence of this Node, which the packages must hold, was not found; name it with --node-license";
    throw new InventoryError("INVALID_CONFIG", sentence);
  }
  const needs = `self-contained: the host needs no Node, and must be ${process.platform} on ${process.arch}`;
  return { label: "single executable", extension: "", write: writeSingleExecutable, nodeLicense, needs };
}

function obstacleToSingleExecutable() {
  if (process.platform !== "linux") return "single executables are made on Linux alone";
  // Distributions that split Node into a small program and a library leave the fuse in the library.
  if (!readFileSync(process.execPath).includes(`${fuse}:0`)) return "this build of Node cannot hold a program";
  return undefined;
}

/** Writes a copy of this Node that runs the script. */
async function writeSingleExecutable(script, path) {
  const [main, blob, config] = [`${path}.cjs`, `${path}.blob`, `${path}.sea.json`];
  writeFileSync(main, script);
  // The code cache takes about a fifth off the cold start. A snapshot would run our modules while the package is built.
  const settings = { main, output: blob, disableExperimentalSEAWarning: true, useCodeCache: true };
  writeFileSync(config, JSON.stringify(settings));
  await runNode("prepare the program", ["--experimental-sea-config", config]);
  copyFileSync(process.execPath, path);
  chmodSync(path, 0o755);
  await runNode("inject the program", [postject, path, resource, blob, "--sentinel-fuse", fuse]);
  for (const file of [main, blob, config]) rmSync(file);
}

/** Writes the script as a program that the host's own Node runs. */
async function writeScript(script, path) {
  writeFileSync(path, script, { mode: 0o755 });
}

/** Runs this Node; what it says is of interest only if it fails. */
async function runNode(step, args) {
  try {
    await promisify(execFile)(process.execPath, args);
  } catch ({ stdout = "", stderr = "" }) {
    process.stderr.write(`${stdout}${stderr}`);
    throw new InventoryError("INTERNAL", `Node could not ${step}`);
  }
}
