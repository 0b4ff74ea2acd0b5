import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";

const script = fileURLToPath(new URL("../../scripts/package.js", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "package-options-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function makePackages(...args: readonly string[]) {
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: "utf8" });
}

test("scripts under the official names: what is lost is said, and an older package is replaced whole", () => {
  mkdirSync(join(folder, "out/ovh"), { recursive: true });
  writeFileSync(join(folder, "out/ovh/manifest.yaml"), "name: ovh\n");
  writeFileSync(join(folder, "out/ovh/left-over"), "");
  writeFileSync(join(folder, "out/of somebody"), "");
  const repository = "https://git.example.com/backup/";
  const { status, stdout, stderr } = makePackages(
    ...["--script", "--replace-official", "--repository", repository, "--output", "out"],
  );
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/^note: installing ovh replaces .* secret provider/m);
  expect(stderr).toMatch(/^note: installing scaleway replaces .* importers and exporters/m);
  expect(stdout).toMatch(/^ovh: script \(--script\), [\d.]+ MiB, answers its first call \d+ ms after its start/m);
  expect(stdout).toMatch(/\nwritten to out\n$/);
  expect(readdirSync(join(folder, "out"))).toEqual(expect.arrayContaining(["of somebody", "ovh", "scaleway"]));
  expect(readdirSync(join(folder, "out")).filter((name) => name.startsWith("."))).toEqual([]);
  expect(existsSync(join(folder, "out/ovh/left-over"))).toBe(false);
  const manifest = parse(readFileSync(join(folder, "out/ovh/manifest.yaml"), "utf8"));
  expect(manifest).toMatchObject({ name: "ovh", connectors: [{ executable: "ovh-inventory.cjs" }] });
  const recipe = parse(readFileSync(join(folder, "out/recipes/community/v1.1.0/ovh/recipe.yaml"), "utf8"));
  expect(recipe).toMatchObject({ name: "ovh", repository: "https://git.example.com/backup/ovh" });
  expect(readFileSync(join(folder, "out/ovh/ovh-inventory.cjs"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(readFileSync(join(folder, "out/ovh/THIRD-PARTY-LICENSES"), "utf8")).not.toContain("Node.js is licensed");
});

const refusals: readonly (readonly [string, readonly string[], number, RegExp])[] = [
  ["an unknown option", ["--outptu", "x"], 2, /unknown option "--outptu"; did you mean "--output"/],
  [
    "a folder that is no package",
    ["--output", "kept"],
    2,
    /cloud-inventory-scaleway exists and holds no manifest\.yaml; move it away/,
  ],
  [
    "a folder that holds no recipe",
    ["--output", "kept/too"],
    2,
    /recipes\/community\/v1\.1\.0\/cloud-inventory-ovh exists and holds no recipe\.yaml; move it away/,
  ],
  [
    "a repository with a token in it",
    ["--repository", "https://user:tok3n@git.example.com/backup", "--output", "out"],
    2,
    /^(?!.*tok3n)error: --repository must be an http or https URL without credentials/,
  ],
  ["a repository that is no URL", ["--repository", "backup"], 2, /--repository must be .* such as https:/],
  ["a file in place of a folder", ["--script", "--output", "kept/file"], 1, /kept\/file: mkdir failed \(EEXIST\)/],
];
test.each(refusals)("%s is refused before anything is written", (_name, args, status, message) => {
  mkdirSync(join(folder, "kept/cloud-inventory-scaleway"), { recursive: true });
  mkdirSync(join(folder, "kept/too/recipes/community/v1.1.0/cloud-inventory-ovh"), { recursive: true });
  writeFileSync(join(folder, "kept/file"), "");
  cpSync(join(folder, "kept"), join(folder, "before"), { recursive: true });
  const ended = makePackages(...args);
  expect(ended).toMatchObject({ status, stdout: "", stderr: expect.stringMatching(message) });
  expect(ended.stderr).toMatch(/^error: [^\n]+\n$/);
  expect(readdirSync(join(folder, "kept"), { recursive: true })).toEqual(
    readdirSync(join(folder, "before"), { recursive: true }),
  );
  expect(existsSync(join(folder, "out"))).toBe(false);
});

test("a copy of Node does not go without its licence", () => {
  writeFileSync(join(folder, "LICENSE"), "of something else");
  const { status, stderr } = makePackages("--node-license", "LICENSE", "--output", "out");
  // Where this Node cannot hold a program, it is not copied.
  if (stderr === "") return;
  expect(stderr).toMatch(/^error: the licence of this Node, .*--node-license\n$/);
  expect(status).toBe(2);
  expect(existsSync(join(folder, "out"))).toBe(false);
});
