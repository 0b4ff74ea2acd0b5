import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { type PageContent, reportPage } from "../../../src/snapshots/report/page/page.ts";

/** A report in a browser, as a person opens it: from a file. */
export interface OpenedReport {
  readonly page: Page;
  /** What the page wrote to its console, and what its policy blocked. */
  readonly complaints: readonly string[];
}

/** Writes a report to a file of a folder of its own, which is removed after the test. */
export async function writeReport(content: PageContent): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "report.html");
  await writeFile(path, reportPage(content));
  return path;
}

/** Opens a report and waits until its table can be used. */
export async function openReport(page: Page, content: PageContent): Promise<OpenedReport> {
  const complaints = watch(page);
  await page.goto(pathToFileURL(await writeReport(content)).href);
  await page.locator("#table").waitFor();
  return { page, complaints };
}

/** Keeps what a page writes to its console from now on, where a browser tells what a policy blocks. */
export function watch(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page as it is now. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  );
}
