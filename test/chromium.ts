import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { patienceMs } from "./patience.ts";

/** Opens a page of its own for a test, or skips the test and says why there is no browser on this machine. */
export type OpenPage = (context: TestContext) => Promise<Page>;

/** Starts a real browser for a test file; call it once, at the top level of the file. */
export function pagesInChromium(): OpenPage {
  let folder: string;
  let browser: Browser | undefined;
  let reason = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chromium-"));
    try {
      browser = await startChromium(folder);
    } catch (thrown) {
      reason = String(thrown).replaceAll(/\s+/g, " ").slice(0, 1_000);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async (context) => {
    if (browser === undefined) return context.skip(`Chromium does not start on this machine: ${reason}`);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    return page;
  };
}

// The package unpacks itself to the temporary folder of its process, with the libraries that a bare system lacks where the
// second variable names such a system (README of Sparticuz/chromium). A process of its own keeps both out of ours.
const unpack = "require(process.argv[1]).executablePath()";

/** The package's own arguments are left out: they switch web security off. It is built for Linux on x64 alone. */
function startChromium(folder: string): Promise<Browser> {
  const require = createRequire(import.meta.url);
  const packaged = require.resolve("@sparticuz/chromium");
  execFileSync(process.execPath, ["--eval", unpack, packaged], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    stdio: "pipe",
    timeout: patienceMs.child,
  });
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, FONTCONFIG_FILE: writeFontConfig(folder), LD_LIBRARY_PATH: join(folder, "al2023/lib") },
    timeout: patienceMs.child,
  });
}

/** The package's own fonts alone: without any font a page is never drawn, and not every machine has one. */
function writeFontConfig(folder: string): string {
  const file = join(folder, "fonts.conf");
  const places = `<dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "font-cache")}</cachedir>`;
  writeFileSync(file, `<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>`);
  return file;
}
