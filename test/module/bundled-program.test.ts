import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { manifest } from "../../src/index.ts";

// A host that ships as one file has nothing of our package beside it, and nothing in the folders above but its own.

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = `
  import { manifest, openInventory, validateConfig } from "./dist/index.js";
  const config = JSON.parse(process.env.CONFIG);
  const read = async () => {
    const inventory = await openInventory("scaleway", config);
    const events = [];
    for await (const event of inventory.discover({ kinds: ["scaleway.secret.secret"] })) events.push(event);
    const { valid } = await validateConfig("scaleway", config);
    process.stdout.write(JSON.stringify({ manifest, valid, first: events[0], last: events.at(-1) }));
  };
  void read();
`;
// What packages in CommonJS ask for inside of a bundle that is none: Node's own modules.
const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

let emulator: Emulator;
let folder: string;
beforeAll(async () => {
  emulator = await startEmulator({ scalewayProjects: 1 });
  folder = mkdtempSync(join(tmpdir(), "bundled-"));
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

function run(path: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const { environment } = emulator;
  const config = {
    scw_project_id: environment["SCW_DEFAULT_PROJECT_ID"],
    scw_access_key: environment["SCW_ACCESS_KEY"],
    scw_secret_key: environment["SCW_SECRET_KEY"],
  };
  const env = { PATH: process.env["PATH"], ...environment, CONFIG: JSON.stringify(config) };
  const child = spawn(process.execPath, [path], { cwd: folder, env });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].on("data", (chunk) => (texts[name] += chunk));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, ...texts })));
}

test.each([
  { format: "cjs", name: "program.cjs", js: "" },
  { format: "esm", name: "program.mjs", js: banner },
] as const)("a program that is one file ($format) finds the manifest and our version", async ({ format, name, js }) => {
  const outfile = join(folder, name);
  const { warnings } = await build({
    stdin: { contents: program, resolveDir: root },
    outfile,
    banner: { js },
    bundle: true,
    format,
    platform: "node",
    target: "node20.19",
    logLevel: "silent",
  });
  expect(warnings).toEqual([]);
  const { status, stdout, stderr } = await run(outfile);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    manifest,
    valid: true,
    first: { type: "started", version: manifest.version },
    last: { type: "finished", complete: true },
  });
});
