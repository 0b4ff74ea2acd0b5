// The source of `src/hosts/wizard/page.gen.ts`: the files of the wizard's page, each as one text that its server answers with.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../../", import.meta.url);
const page = "src/hosts/wizard/page/";

export async function wizardPageSource() {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [`${page}main.tsx`, `${page}style.css`],
    outdir: "page",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: "preact",
    target: ["chrome94", "firefox113", "safari16.4"],
    charset: "ascii",
    banner: { js: licenseOf("preact") },
    logLevel: "warning",
  });
  const files = outputFiles.map(({ path, text }) => [path.split(/[/\\]/).at(-1), text.trimEnd()]);
  const named = {
    "index.html": readFileSync(new URL(`${page}index.html`, root), "utf8"),
    ...Object.fromEntries(files),
  };
  const lines = Object.entries(named).map(([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},\n`);
  return `// Written by \`npm run generate\` from page/. Do not edit.\nexport const wizardPage: Readonly<Record<string, string>> = {\n${lines.join("")}};\n`;
}

/** What is bundled is handed on with its licence. */
function licenseOf(name) {
  const read = (file) => readFileSync(new URL(`node_modules/${name}/${file}`, root), "utf8");
  return `/*! ${name} ${JSON.parse(read("package.json")).version}\n\n${read("LICENSE").trim()}\n*/`;
}
