import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { pagesInChromium } from "../../chromium.ts";
import { run } from "../../cli/run.ts";
import { urnOf } from "../covered-worlds.ts";
import { newFolder, writeSnapshot } from "../worlds.ts";
import { faultsOf, watch } from "./open-report.ts";
import { hostileName, ovhRun, scalewayRun, snapshotsOf } from "./report-world.ts";

// A report as a person gets it: made by the program, opened from a file.
const openPage = pagesInChromium();
const folder = newFolder();
const path = join(folder, "report.html");

beforeAll(async () => {
  const list = join(folder, "protected.txt");
  writeFileSync(list, `${urnOf("bare")}\n`);
  const earlier = writeSnapshot(folder, "earlier.ndjson", { ...ovhRun, resources: ovhRun.resources.slice(1) });
  const snapshots = snapshotsOf(ovhRun, scalewayRun);
  const { code, stderr } = await run(["report", "-o", path, "--protected", list, "--previous", earlier, ...snapshots]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

async function open(page: Page): Promise<readonly string[]> {
  const complaints = watch(page);
  page.on("dialog", (dialog) => expect(dialog.message(), "no script of a name runs").toBe(""));
  await page.goto(pathToFileURL(path).href);
  await page.locator("#table").waitFor();
  return complaints;
}

const looks = (["light", "dark"] as const).flatMap((colorScheme) => [
  { colorScheme, width: 1280 },
  { colorScheme, width: 320 },
]);

describe("a whole report in a browser", () => {
  it.for(looks)("can be read in $colorScheme and $width pixels, and axe finds nothing wrong", async (look, context) => {
    const { colorScheme, width } = look;
    const page = await openPage(context, { colorScheme, viewport: { width, height: 900 } });
    const complaints = await open(page);
    for (const closed of await page.locator("details").all()) await closed.locator("summary").click();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    const [shown, hidden] = width > 768 ? ["wide", "narrow"] : ["narrow", "wide"];
    const charts = await page.locator(".chart").all();
    expect(charts.length).toBeGreaterThan(4);
    for (const chart of charts) {
      expect(await chart.locator(`svg.${shown}`).isVisible()).toBe(true);
      expect(await chart.locator(`svg.${hidden}`).isVisible()).toBe(false);
    }
    // What its policy blocks, a browser says here.
    expect(complaints).toEqual([]);
  });

  it("draws bars and words that stand out from what is behind them, in light and in dark", async (context) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await openPage(context, { colorScheme });
      await open(page);
      const fills: readonly string[] = await page.evaluate(
        "[...document.querySelectorAll('svg.wide rect, svg.wide text')].map((one) => getComputedStyle(one).fill)",
      );
      const background: string = await page.evaluate(
        "getComputedStyle(document.querySelector('main > section')).backgroundColor",
      );
      expect(fills.length).toBeGreaterThan(20);
      // Non-text contrast (https://www.w3.org/TR/WCAG22/#non-text-contrast) of what carries meaning by itself.
      for (const fill of new Set(fills))
        expect(contrast(fill, background), `${fill} on ${background}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("names every chart by its figures", async (context) => {
    const page = await openPage(context);
    await open(page);
    const image = page.getByRole("img", { name: /^What is protected, by class\./ });
    expect(await image.getAttribute("aria-label")).toContain(
      "block-storage: 1 by the backup tool, 1 by the provider alone, 2 unprotected",
    );
  });

  it("shows a name that is markup as the text that it is, and finds it in the table", async (context) => {
    const page = await openPage(context);
    const complaints = await open(page);
    expect(await page.title()).toBe("Cloud inventory report");
    await page.locator("#filter-text").fill("onerror");
    await page.locator("#table tbody tr").nth(1).waitFor({ state: "detached" });
    expect(await page.locator("#table tbody tr > :first-child").textContent()).toBe(hostileName);
    expect(complaints).toEqual([]);
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
