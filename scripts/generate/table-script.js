// The source of `src/snapshots/report/page/table-script.gen.ts`: the script of a report's table, as one text that the page holds.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export async function tableScriptSource() {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL("../../", import.meta.url)),
    entryPoints: ["src/snapshots/report/page/client/table.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    // The oldest that can unpack what the page holds (https://caniuse.com/mdn-api_decompressionstream).
    target: ["chrome94", "firefox113", "safari16.4"],
    charset: "ascii",
    logLevel: "warning",
  });
  const script = outputFiles[0].text.trimEnd();
  return `// Written by \`npm run generate\` from client/table.ts. Do not edit.\nexport const tableScript = ${JSON.stringify(script)};\n`;
}
