import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { bundlePrograms } from "../scripts/programs.js";
import { providerIds } from "../src/providers/registry.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the build's programs lie in a few files in place of hundreds; absent where nobody bundled them. */
    programs?: string;
  }
}

const root = fileURLToPath(new URL("../", import.meta.url));
const programs = ["cloud-inventory", "start", "fleet-demo", ...providerIds.map((id) => `${id}-inventory`)].map(
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
  const files = await bundlePrograms({
    root,
    modules: [...programs, ...providers],
    outdir: join(folder, "dist"),
    // Loaded late, by its names, or of compiled code; a CommonJS package that is bundled in this form has its default export alone.
    settings: { banner: { js: banner }, external: ["undici", "fs-native-extensions"] },
  });
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  provide("programs", folder);
  return () => rmSync(folder, { recursive: true });
}
