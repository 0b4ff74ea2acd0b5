// Part of `npm run build`: writes the command line as one bundle, with the packages that it depends on outside. tsc leaves its program
// out (tsconfig.build.json); all other modules stay as they are, for the library and for tests. In the bundle is also what
// packages/fleet is made of: it and the command line meet in one process, and an error is known by its class. And the entry for
// browsers, as one file that a page can load as it is.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleBrowserEntry, bundlePrograms, chunkFolder } from "./programs.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const outdir = join(root, "dist");
const modules = ["bin/cloud-inventory", "fleet"];
const files = await bundlePrograms({ root, modules, outdir, settings: { packages: "external" } });
const chunks = join(outdir, chunkFolder);
for (const folder of [chunks, join(outdir, "bin")]) mkdirSync(folder, { recursive: true });
for (const { path, contents } of files) writeFileSync(path, contents);
// What an earlier build left would be packed. Names are digests of what is in a file, so that no program loads another build's.
const written = new Set(files.filter(({ path }) => dirname(path) === chunks).map(({ path }) => basename(path)));
for (const name of readdirSync(chunks).filter((name) => !written.has(name))) rmSync(join(chunks, name));
writeFileSync(join(outdir, "browser.js"), await bundleBrowserEntry({ root }));
