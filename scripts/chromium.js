// A real browser from a package: tests, benchmarks and pictures for the documentation use it.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

// The package unpacks itself to the temporary folder of its process, with the libraries that a bare system lacks where the
// second variable names such a system (README of Sparticuz/chromium). A process of its own keeps both out of ours.
const unpack = "require(process.argv[1]).executablePath()";

/**
 * The package's own arguments are left out: they switch web security off. It is built for Linux on x64 alone.
 *
 * @param {string} folder where it unpacks itself; to be removed once it is closed.
 * @param {number} timeout how long its start may take, in milliseconds.
 */
export function startChromium(folder, timeout) {
  const require = createRequire(import.meta.url);
  const packaged = require.resolve("@sparticuz/chromium");
  execFileSync(process.execPath, ["--eval", unpack, packaged], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    stdio: "pipe",
    timeout,
  });
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, FONTCONFIG_FILE: writeFontConfig(folder), LD_LIBRARY_PATH: join(folder, "al2023/lib") },
    timeout,
  });
}

/** The package's own fonts alone: without any font a page is never drawn, and not every machine has one. */
function writeFontConfig(folder) {
  const file = join(folder, "fonts.conf");
  const places = `<dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "font-cache")}</cachedir>`;
  writeFileSync(file, `<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>`);
  return file;
}
