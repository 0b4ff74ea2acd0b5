import { build } from "esbuild";

/**
 * Bundles programs of ours: what a program needs at its start is in few files, and what it loads later is in files of its own. To find
 * and load a module for each file of the sources takes longer than what `--help` does.
 *
 * @param {object} options
 * @param {string} options.root the repository's folder
 * @param {readonly string[]} options.modules paths below `src/`, without their endings
 * @param {string} options.outdir the folder that becomes what `dist/` is
 * @param {object} [options.settings] more of esbuild's settings
 * @returns {Promise<readonly {path: string, contents: Uint8Array}[]>} the files
 */
export async function bundlePrograms({ root, modules, outdir, settings = {} }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: modules.map((path) => ({ in: `src/${path}.ts`, out: path })),
    outdir,
    chunkNames: `${chunkFolder}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
    ...settings,
  });
  return outputFiles;
}

/** Where what programs share and load later lies, below `outdir`. */
export const chunkFolder = "chunks";

/**
 * Bundles what the package's entry for browsers needs, with all that it depends on.
 *
 * @param {object} options
 * @param {string} options.root the repository's folder
 * @returns {Promise<Uint8Array>} the file
 */
export async function bundleBrowserEntry({ root }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/browser.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    // The oldest browsers that have all that is used without being translated (https://caniuse.com: isWellFormed, at, hasOwn).
    target: ["chrome111", "firefox119", "safari16.4"],
    charset: "utf8",
    logLevel: "warning",
  });
  return outputFiles[0].contents;
}
