import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The program as `npm run build` makes it and as npm packs it: what it loads at its start is most of what a short verb takes.

const root = fileURLToPath(new URL("../../", import.meta.url));
// Each costs about as much as its reading; without a bundle there were 163 and 395.
const mostModules = 24;
let packed: string;

beforeAll(() => {
  packed = mkdtempSync(join(tmpdir(), "packed-"));
  const list = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const { path } of JSON.parse(list)[0].files) cpSync(join(root, path), join(packed, path));
  symlinkSync(join(root, "node_modules"), join(packed, "node_modules"));
});
afterAll(() => rmSync(packed, { recursive: true }));

/** Runs a program of a folder; V8 names each script that it loaded. */
function run(folder: string, words: readonly string[]) {
  const coverage = mkdtempSync(join(tmpdir(), "loaded-"));
  try {
    const { PATH } = process.env;
    const env = { PATH, HOME: coverage, NODE_V8_COVERAGE: coverage };
    const program = join(folder, "dist/bin/cloud-inventory.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { env, encoding: "utf8" });
    const scripts = readdirSync(coverage)
      .flatMap((name) => JSON.parse(readFileSync(join(coverage, name), "utf8")).result)
      .map(({ url }: { url: string }) => url)
      .filter((url) => url.startsWith("file:"));
    return { status, stdout, stderr, modules: new Set(scripts) };
  } finally {
    rmSync(coverage, { recursive: true });
  }
}

describe("the command line, as it is built and packed", () => {
  it.each([
    { words: ["--help"], says: /^Every resource at OVHcloud/ },
    { words: ["discover", "--help"], says: /^cloud-inventory discover: / },
    { words: ["kinds"], says: /^ {2}\* ovh\.cloud\.database +Managed database service\n.*needs GET/m },
    { words: ["kinds", "--provider", "scaleway", "--json"], says: /"id": "scaleway\.block\.volume"/ },
  ])("loads a few files for $words, and no cloud's SDK", ({ words, says }) => {
    for (const folder of [root, packed]) {
      const { status, stdout, stderr, modules } = run(folder, words);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(says);
      expect(modules.size).toBeGreaterThan(0);
      expect(modules.size).toBeLessThanOrEqual(mostModules);
      expect([...modules].filter((url) => /node_modules\/(?!fastest-levenshtein\/)/.test(url))).toEqual([]);
    }
  });

  it("names the documentation that comes with it", () => {
    const { stdout } = run(root, ["--help"]);
    expect(stdout).toContain(`Documentation: ${join(root, "docs/")}\n`);
    expect(run(packed, ["help", "validate"]).stdout).toContain("docs/configuration.md");
  });

  it("runs a verb that loads a provider from the packed files", () => {
    const { status, stdout } = run(packed, ["schema", "scaleway-config"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty("properties.scw_secret_key");
  });

  it("has all that the other programs of the package import", () => {
    const { bin } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
    for (const program of Object.values<string>(bin)) {
      const ended = spawnSync(process.execPath, [join(packed, program), "--help"], { encoding: "utf8" });
      // Where standard output belongs to a protocol, help goes to standard error.
      const { status, stdout, stderr } = ended;
      expect({ program, status }).toEqual({ program, status: 0 });
      expect(`${stdout}${stderr}`).toMatch(/--help/);
    }
  });

  it("leaves no file of an earlier build where npm packs", () => {
    const names = readdirSync(join(packed, "dist/chunks"));
    const sources = names.map((name) => readFileSync(join(packed, "dist/chunks", name), "utf8"));
    const program = readFileSync(join(packed, "dist/bin/cloud-inventory.js"), "utf8");
    const isLoaded = (name: string) => [program, ...sources].some((source) => source.includes(name));
    expect(names.filter((name) => !isLoaded(name))).toEqual([]);
  });
});
