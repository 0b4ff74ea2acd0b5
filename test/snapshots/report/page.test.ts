import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { safeText } from "../../../src/inventory/safe-text.ts";
import { escapeHtml, type PageContent } from "../../../src/snapshots/report/page/page.ts";
import { pagesInChromium } from "../../chromium.ts";
import { faultsOf, openReport, watch, writeReport } from "./open-report.ts";
import { madeUpRow, madeUpRows } from "./rows.ts";

const openPage = pagesInChromium();
const content = {
  title: "Inventory of Example Ltd",
  sections: [
    {
      id: "gaps",
      title: "What could not be read",
      html: '<p class="notice warn">Two lists were not read to the end.</p>',
    },
    {
      id: "totals",
      title: "Totals",
      html: '<table><tbody><tr><th scope="row">compute</th><td class="number mark">246</td></tr></tbody></table>',
      style: ".mark { letter-spacing: 3px; }",
    },
  ],
  rows: [...madeUpRows(1_234)],
} satisfies PageContent;

describe("the page of a report", () => {
  it.for(["light", "dark"] as const)("has nothing in it that axe finds wrong, %s", async (colorScheme, context) => {
    const page = await openPage(context, { colorScheme });
    const { complaints } = await openReport(page, content);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("columnheader", { name: "Size" }).getByRole("button").press("Enter");
    await page.locator("#filter-text").fill("billing prod");
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("is found wrong by axe where it is wrong", async (context) => {
    const html = '<p class="faint">Hardly seen</p><img alt="">';
    const sections = [{ id: "a", title: "A", html, style: ".faint { color: #999; background: #fff; }" }];
    const { page } = await openReport(await openPage(context), { ...content, sections });
    expect(await faultsOf(page)).toEqual([expect.stringContaining("color-contrast")]);
  });

  it("follows the reader's choice of light or dark", async (context) => {
    const { page } = await openReport(await openPage(context, { colorScheme: "light" }), content);
    const lightness = () =>
      page.evaluate<number>("Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])");
    expect(await lightness()).toBeGreaterThan(200);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await lightness()).toBeLessThan(50);
  });

  it.for([320, 375, 768, 1_280, 2_560])("needs no scrolling sideways at %i pixels", async (width, context) => {
    const page = await openPage(context, { viewport: { width, height: 800 } });
    const long = {
      ...madeUpRow(1),
      name: "n".repeat(10_000),
      urn: `urn:${"u".repeat(4_000)}`,
      tags: ["t".repeat(500)],
    };
    await openReport(page, { ...content, title: `Inventory of ${"x".repeat(300)}`, rows: [long, ...content.rows] });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    for (const name of ["Export CSV", "Next", "Clear filter"])
      await page.getByRole("button", { name }).click({ trial: true });
    // The table itself is wider than a telephone: it scrolls, by the arrow keys too.
    await page.locator("#table-scroll").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.evaluate("document.getElementById('table-scroll').scrollLeft")).not.toBe(0);
  });

  it("leads past the contents, and to each section, by keyboard", async (context) => {
    const { page } = await openReport(await openPage(context), content);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    const links = await page.getByRole("navigation", { name: "Contents" }).getByRole("link").all();
    for (const link of links) {
      await link.press("Enter");
      const { hash } = new URL(page.url());
      expect(await page.locator(`section${hash} > h2`).textContent()).toBe(await link.textContent());
    }
    expect(links).toHaveLength(3);
    expect(await page.locator("h1").allTextContents()).toEqual([content.title]);
  });

  it("reads without a script, and says what is missing", async (context) => {
    const page = await openPage(context, { javaScriptEnabled: false });
    await page.goto(pathToFileURL(await writeReport(content)).href);
    expect(await page.getByText("Two lists were not read to the end.").isVisible()).toBe(true);
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await page.locator("noscript p").textContent()).toContain("The table needs JavaScript");
    expect(await page.locator("#filter-text").isVisible()).toBe(false);
  });

  it.for([
    ["is too old", "delete globalThis.DecompressionStream", "This browser is too old to unpack the table"],
    [
      "finds it damaged",
      "globalThis.atob = () => 'H4sI'",
      "The table cannot be unpacked: the file was cut off or changed",
    ],
  ] as const)("says so where the browser %s", async ([, before, words], context) => {
    const page = await openPage(context);
    await page.addInitScript(before);
    await page.goto(pathToFileURL(await writeReport(content)).href);
    await page.getByText(words).waitFor();
    expect(await page.locator("#filter-text").isVisible()).toBe(false);
    expect(await page.getByText("Two lists were not read to the end.").isVisible()).toBe(true);
  });

  it("says that there are no rows where there are none", async (context) => {
    const page = await openPage(context);
    await page.goto(pathToFileURL(await writeReport({ ...content, rows: [] })).href);
    await page.getByText("There are no rows.").waitFor();
  });

  it("holds of its rows no more than the columns that were asked for", async (context) => {
    const page = await openPage(context);
    await openReport(page, { ...content, columns: ["urn", "name", "kind"] });
    expect(await page.getByRole("columnheader").allTextContents()).toEqual(["URN", "Name", "Kind"]);
    await page.locator("#filter-text").fill("env=prod");
    expect(await page.locator("#table-count").textContent()).toBe("0 of 1,234 rows match");
  });
});

describe("the policy of a report's page", () => {
  it("lets its own styles and script through, and nothing is fetched", async (context) => {
    const page = await openPage(context);
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    const { complaints } = await openReport(page, content);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.mark')).letterSpacing")).toBe("3px");
    expect(requested).toEqual([page.url()]);
    expect(complaints).toEqual([]);
    const policy = await page.locator("meta[http-equiv]").getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.for([
    ["a script", "<script>globalThis.struck = true</script>", "script-src"],
    ["a handler", '<img src="x:" alt="" onerror="globalThis.struck = true">', "script-src"],
    ["a style", "<style>h1 { display: none }</style>", "style-src"],
    ["an attribute of style", '<p style="position: fixed">over it</p>', "style-src"],
    ["a picture from outside", '<img alt="" src="http://127.0.0.1:9/picture.png">', "img-src"],
    ["a frame", '<iframe title="frame" src="http://127.0.0.1:9/"></iframe>', "frame-src"],
  ] as const)("blocks %s that somebody puts into the file", async ([, markup, directive], context) => {
    const page = await openPage(context);
    const path = await writeReport(content);
    await writeFile(path, (await readFile(path, "utf8")).replace("<main", `${markup}<main`));
    const complaints = watch(page);
    await page.goto(pathToFileURL(path).href);
    await page.locator("#table").waitFor();
    expect(
      complaints.filter((complaint) => complaint.includes(directive)),
      complaints.join("\n"),
    ).not.toEqual([]);
    expect(await page.evaluate("globalThis.struck")).toBe(undefined);
    expect(await page.locator("h1").isVisible()).toBe(true);
  });

  it("does not run what somebody puts into the script itself", async (context) => {
    const page = await openPage(context);
    const path = await writeReport(content);
    await writeFile(path, (await readFile(path, "utf8")).replace("<script>", "<script>globalThis.struck = true;"));
    const complaints = watch(page);
    await page.goto(pathToFileURL(path).href);
    await expect.poll(() => complaints.join("\n")).toContain("script-src");
    expect(await page.evaluate("globalThis.struck")).toBe(undefined);
    expect(await page.locator("#table").isVisible()).toBe(false);
  });
});

describe("names that tenants wrote", () => {
  const hostile = [
    "</script><script>globalThis.struck = true</script>",
    "<img src=x onerror=globalThis.struck=true>",
    "javascript:globalThis.struck=true",
    "<!--<script>",
    "\u202egnp.exe",
    "\u2067\u0627\u0644\u0646\u0633\u062e",
    "]]>&lt;b&gt;&amp;",
    "\u0000\u0007\ufeff\ud800",
    "$&$'$`",
    "n".repeat(10_000),
  ];

  it("are text and nothing else, wherever they stand", async (context) => {
    const page = await openPage(context);
    const rows = hostile.map((name) => ({
      ...madeUpRow(7),
      name,
      urn: name,
      kind: name,
      class: name,
      project: name,
      projectName: name,
      region: name,
      country: name,
      status: name,
      createdAt: name,
      coverage: name,
      lastBackupAt: name,
      tags: [name, name],
    }));
    const sections = hostile.map((name, index) => ({
      id: `hostile-${index}`,
      title: name,
      html: `<p title="${escapeHtml(name)}">${escapeHtml(name)}</p>`,
    }));
    const { complaints } = await openReport(page, { title: hostile.join(" "), sections, rows });
    expect(await page.locator("tbody tr").count()).toBe(hostile.length);
    for (const [index, name] of hostile.entries()) {
      expect(await page.locator("tbody th").nth(index).textContent()).toBe(safeText(name));
    }
    expect(await page.locator("main img, main script:not(#packed-rows), main a, main b").count()).toBe(0);
    await page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("button").click();
    await page.locator("#filter-text").fill("<img");
    expect(await page.locator("#table-count").textContent()).toBe(`1 of ${hostile.length} rows match`);
    expect(await page.evaluate("globalThis.struck")).toBe(undefined);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
