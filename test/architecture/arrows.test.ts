import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { providerIds } from "../../src/providers/registry.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const depcruise = join(root, "node_modules/.bin/depcruise");
const config = join(root, ".dependency-cruiser.cjs");

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.d)\.ts$/.test(file));

describe("import arrows", () => {
  it("are held on every module of src", () => {
    const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
    const result = JSON.parse(execFileSync(depcruise, ["--config", config, "--output-type", "json", "src"], options));
    const seen = result.modules.filter(
      ({ source }: { source: string }) => source.startsWith("src/") && source.endsWith(".ts"),
    );
    // A compiler that the tool does not know makes it see nothing and find nothing wrong.
    expect(seen.length).toBeGreaterThanOrEqual(sourceFiles("src").length);
    expect(result.summary.violations).toEqual([]);
  });

  const planted = [
    ["inventory", "../http/a.ts", "inventory-imports-nothing-of-ours"],
    ["http", "../providers/ovh/a.ts", "http-knows-no-cloud"],
    ["config", "../providers/ovh/a.ts", "config-knows-no-cloud"],
    ["credentials", "../providers/ovh/a.ts", "credentials-know-no-cloud"],
    ["object-storage", "../providers/ovh/a.ts", "object-storage-knows-no-cloud"],
    ["providers/ovh", "../scaleway/a.ts", "no-provider-imports-another"],
    ["providers/scaleway", "../../hosts/a.ts", "providers-look-inward"],
    ["hosts", "../providers/ovh/a.ts", "only-the-registry-names-providers"],
    ["emulator", "../providers/ovh/a.ts", "emulator-stands-alone"],
    ["hosts/wizard", "../cli/a.ts", "the-wizard-stands-on-the-library"],
    ["hosts/wizard/page", "../../../http/a.ts", "the-page-knows-the-wire-and-what-runs-in-browsers"],
    ["hosts/cli", "../wizard/a.ts", "only-the-command-line-starts-the-wizard"],
  ] as const;

  describe("notice a planted violation", () => {
    let report = "";
    beforeAll(() => {
      const folder = mkdtempSync(join(tmpdir(), "arrows-"));
      copyFileSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
      for (const [room, imported] of planted) {
        mkdirSync(join(folder, "src", room), { recursive: true });
        writeFileSync(join(folder, "src", room, "a.ts"), "export const a = 1;\n");
        writeFileSync(join(folder, "src", room, "planted.ts"), `export { a } from "${imported}";\n`);
      }
      report = spawnSync(depcruise, ["--config", config, "src"], { cwd: folder, encoding: "utf8" }).stdout;
      rmSync(folder, { recursive: true });
    });

    it.each(planted)("%s importing %s", (room, _imported, rule) => {
      expect(report).toContain(`${rule}: src/${room}/planted.ts`);
    });
  });
});

describe("what runs in a browser", () => {
  const browserConfig = join(root, ".dependency-cruiser.browser.cjs");

  it("needs neither Node nor a package that is large", () => {
    const words = ["--config", browserConfig, "--output-type", "json", "src/browser.ts"];
    const { modules, summary } = JSON.parse(execFileSync(depcruise, words, { cwd: root, encoding: "utf8" }));
    const seen: readonly string[] = modules.map(({ source }: { source: string }) => source);
    expect(seen).toEqual(expect.arrayContaining(["src/browser.ts", "src/config/schema-problems.ts"]));
    expect(summary.violations).toEqual([]);
  });

  it("is refused where something on the way imports Node", () => {
    const folder = mkdtempSync(join(tmpdir(), "arrows-"));
    copyFileSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src/browser.ts"), 'export { planted } from "./planted.ts";\n');
    writeFileSync(
      join(folder, "src/planted.ts"),
      'import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n',
    );
    const { stdout } = spawnSync(depcruise, ["--config", browserConfig, "src/browser.ts"], {
      cwd: folder,
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    expect(stdout).toContain("browser-entry-needs-no-node: src/planted.ts");
  });
});

describe("the tree", () => {
  it("gives every provider the same rooms", () => {
    for (const provider of providerIds) {
      expect(readdirSync(join(root, "src/providers", provider))).toEqual(
        expect.arrayContaining([
          "client.ts",
          "config.ts",
          "credentials",
          "errors.ts",
          "index.ts",
          "products",
          "products.gen.ts",
          "schemas.ts",
          "urn.ts",
        ]),
      );
    }
  });

  it("lets one file alone import nock, and keeps each provider's contract file small", () => {
    const importers = sourceFiles("test").filter((file) =>
      /^import .* from "nock"/m.test(readFileSync(join(root, "test", file), "utf8")),
    );
    expect(importers).toEqual(["network.ts"]);
    for (const provider of providerIds) {
      expect(
        readFileSync(join(root, `test/contract/${provider}.test.ts`), "utf8").split("\n").length,
      ).toBeLessThanOrEqual(60);
    }
  });

  it("has no type suppression and no `any`", () => {
    for (const file of sourceFiles("src")) {
      expect(readFileSync(join(root, "src", file), "utf8"), file).not.toMatch(
        /@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b/,
      );
    }
  });
});
