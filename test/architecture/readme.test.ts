import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => (block ?? "").trim().split("\n"));

// `npm test` is what runs this file; a clean install of a working copy would take its modules away under the other tests.
const withoutInstall = (command: string): string => command.replace(/^npm ci && /, "");

it("links to what the package holds", () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link ?? "");
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
  });
  const files: readonly { path: string }[] = JSON.parse(stdout)[0].files;
  const isPacked = (link: string): boolean =>
    files.some(({ path }) => path === link || path.startsWith(`${link.replace(/\/$/, "")}/`));
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !isPacked(link))).toEqual([]);
});

describe("every command of the README", () => {
  let emulator: Emulator;
  let folder: string;
  beforeAll(async () => {
    emulator = await startEmulator({ seed: 7 });
    // In a copy: a command may write, and `npm start` builds, which must not race the other tests.
    folder = mkdtempSync(join(tmpdir(), "readme-"));
    for (const name of ["src", "dist", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json"]) {
      // Without the packages, which hold a copy of Node each.
      cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !/\bdist.plakar$/.test(path) });
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  });
  afterAll(async () => {
    await emulator.close();
    rmSync(folder, { recursive: true });
  });

  it("is found", () => {
    expect(commands.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
    expect(commands.length).toBeGreaterThan(5);
  });

  it.each(commands.map(withoutInstall).filter((command) => command !== "npm test"))("%s", async (command) => {
    const { status, output } = await run(command, / (emulator|wizard)\b/.test(command));
    expect(output).not.toMatch(/error:/);
    expect(status).toBe(0);
  });

  /** Runs a command line; one that serves until Ctrl-C is interrupted as soon as it has printed something. */
  function run(command: string, serves: boolean): Promise<{ status: number | null; output: string }> {
    const environment = { PATH: process.env["PATH"], HOME: folder, TMPDIR: folder, ...emulator.environment };
    const child = spawn("sh", ["-c", serves ? `exec ${command}` : command], { cwd: folder, env: environment });
    let output = "";
    let isAsked = false;
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      // Once: the second Ctrl-C ends a process on the spot.
      if (!serves || isAsked || !/export |the wizard is at /.test(output)) return;
      isAsked = true;
      child.kill("SIGINT");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    return new Promise((resolve) => child.on("close", (status) => resolve({ status, output })));
  }
});
