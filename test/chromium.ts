import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { startChromium } from "../scripts/chromium.js";
import { patienceMs } from "./patience.ts";

/** Opens a page of its own for a test, or skips the test and says why there is no browser on this machine. */
export type OpenPage = (context: TestContext, options?: BrowserContextOptions) => Promise<Page>;

/** Starts a real browser for a test file; call it once, at the top level of the file. */
export function pagesInChromium(): OpenPage {
  let folder: string;
  let browser: Browser | undefined;
  let reason = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chromium-"));
    try {
      browser = await startChromium(folder, patienceMs.child);
    } catch (thrown) {
      reason = String(thrown).replaceAll(/\s+/g, " ").slice(0, 1_000);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async (context, options) => {
    if (browser === undefined) return context.skip(`Chromium does not start on this machine: ${reason}`);
    // The language of a bare system is one that no Intl knows.
    const page = await browser.newPage({ locale: "en-GB", ...options });
    onTestFinished(() => page.close());
    return page;
  };
}
