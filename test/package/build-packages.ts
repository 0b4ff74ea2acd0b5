import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { parse } from "yaml";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the packages; absent where the tests run on the build. */
    packages?: string;
    /** The packaged executable of each inventory; absent where the tests run on the build. */
    executables?: Readonly<Record<string, string>>;
  }
}

/** Builds the packages once for all the tests that run on them. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "packages-"));
  const script = fileURLToPath(new URL("../../scripts/package.js", import.meta.url));
  execFileSync(process.execPath, [script, "--output", folder], { stdio: ["ignore", "ignore", "inherit"] });
  provide("packages", folder);
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "manifest.yaml")));
  const executables = names.map((name) => {
    const manifest = parse(readFileSync(join(folder, name, "manifest.yaml"), "utf8"));
    return [name.replace(/^cloud-inventory-/, ""), join(folder, name, manifest.connectors[0].executable)];
  });
  provide("executables", Object.fromEntries(executables));
  return () => rmSync(folder, { recursive: true });
}
