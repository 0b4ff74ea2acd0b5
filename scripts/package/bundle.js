import { build } from "esbuild";
import { InventoryError } from "../../dist/inventory/errors.js";

/**
 * Bundles one inventory's program with everything that it imports.
 *
 * @param {object} options
 * @param {string} options.root the repository's folder
 * @param {string} options.entry the program, from the repository's folder
 * @param {readonly string[]} options.absent files and folders, from the repository's folder, that this program never
 *   loads; `*` stands for anything
 * @param {readonly {module: string, name: string, code: string}[]} options.inlined modules below dist/ of which the one
 *   export is this code: what they would load is absent from the program
 * @returns {Promise<{script: string, packages: readonly string[]}>} one CommonJS script, which is what a single executable
 *   of Node 20 runs, and the folders of the packages in it, from the repository's folder.
 * @throws {InventoryError} INTERNAL where esbuild fails or warns; what it found is on standard error by then.
 */
export async function bundle({ root, entry, absent, inlined }) {
  const { outputFiles, metafile, warnings } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    external: [...absent],
    plugins: inlined.map(inline),
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    logLevel: "warning",
  }).catch(() => ({ warnings: ["failed"] }));
  // One of the warnings is `import.meta` without a value: a file that would be looked for beside the sources.
  if (warnings.length > 0) throw new InventoryError("INTERNAL", `${entry} cannot be bundled as it is`);
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  return { script: outputFiles[0].text, packages: [...new Set(inputs.flatMap(packageFolderOf))].sort() };
}

function inline({ module, name, code }) {
  const filter = new RegExp(`[\\\\/]dist[\\\\/]${module.replace("/", "[\\\\/]")}\\.js$`);
  return {
    name: `inline-${name}`,
    setup: ({ onLoad }) => onLoad({ filter }, () => ({ contents: `export const ${name} = ${code};` })),
  };
}

function packageFolderOf(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [];
}
