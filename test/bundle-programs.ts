import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { providerIds } from "../src/providers/registry.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the build's programs lie in a few files in place of hundreds; absent where nobody bundled them. */
    programs?: string;
  }
}

const root = fileURLToPath(new URL("../", import.meta.url));
const programs = ["cloud-inventory", "start", ...providerIds.map((id) => `${id}-inventory`)].map(
  (name) => `bin/${name}`,
);
// On their own, so that a test can put something else in a provider's place: it is the same module in every program.
const providers = providerIds.map((id) => `providers/${id}/index`);
// What packages in CommonJS ask for inside of a bundle that is none: Node's own modules.
const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** Bundles the programs of the build once for all tests: to load hundreds of modules is what takes time at their start. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "programs-"));
  // It says that the programs are modules.
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  await build({
    absWorkingDir: root,
    entryPoints: [...programs, ...providers].map((path) => `dist/${path}.js`),
    outbase: ".",
    outdir: folder,
    chunkNames: "dist/chunks/[name]-[hash]",
    banner: { js: banner },
    bundle: true,
    // Loaded late, by its names; a CommonJS package that is bundled in this form has its default export alone.
    external: ["undici"],
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
  });
  provide("programs", folder);
  return () => rmSync(folder, { recursive: true });
}
