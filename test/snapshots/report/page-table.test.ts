import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it, type TestContext } from "vitest";
import type { TableRow } from "../../../src/snapshots/report/page/page.ts";
import { pagesInChromium } from "../../chromium.ts";
import { openReport } from "./open-report.ts";
import { madeUpRow, madeUpRows } from "./rows.ts";

const openPage = pagesInChromium();
const all = [...madeUpRows(1_234)];
const open = async (context: TestContext, rows = all): Promise<Page> => {
  const { page } = await openReport(await openPage(context), { title: "Inventory", sections: [], rows });
  return page;
};
interface Sorting {
  readonly title: string;
  readonly compare: (one: TableRow, other: TableRow) => number;
  readonly isKnown?: (row: TableRow) => boolean;
}
const sortings: readonly Sorting[] = [
  // With numbers as numbers: web-2 before web-10.
  { title: "Name", compare: (one, other) => numberIn(one.name, other.name) },
  {
    title: "Size",
    compare: (one, other) => Number(one.sizeBytes) - Number(other.sizeBytes),
    isKnown: ({ sizeBytes }) => sizeBytes !== undefined,
  },
  { title: "Created", compare: (one, other) => momentOf(one) - momentOf(other) },
  {
    title: "Protected",
    compare: (one, other) => Number(one.isProtected) - Number(other.isProtected),
    isKnown: ({ isProtected }) => isProtected !== undefined,
  },
];
function numberIn(one: string, other: string): number {
  const [[word = "", number = ""], [otherWord = "", otherNumber = ""]] = [one.split(/-(?=\d)/), other.split(/-(?=\d)/)];
  return word === otherWord ? Number(number) - Number(otherNumber) : word < otherWord ? -1 : 1;
}
const momentOf = ({ createdAt = "" }: TableRow): number => Date.parse(createdAt);
const namesIn = (rows: readonly TableRow[]): readonly string[] => rows.map(({ name }) => name);

/** Presses Tab until the focus is there. */
const tabTo = async (wanted: Locator): Promise<void> => {
  const page = wanted.page();
  const focused = wanted.and(page.locator(":focus"));
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) === 1) return;
  }
  expect.fail("Tab does not lead there");
};
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.locator("thead").getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const count = (page: Page) => page.locator("#table-count").textContent();
const namesOf = (page: Page) => page.locator("tbody th").allTextContents();
const exported = async (page: Page, name: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return readFile(await download.path(), "utf8");
};

describe("the table of a report, by keyboard alone", () => {
  it("shows a hundred rows, and turns to the others", async (context) => {
    const page = await open(context);
    expect(await namesOf(page)).toEqual(all.slice(0, 100).map(({ name }) => name));
    expect(await count(page)).toBe("1,234 rows");
    await tabTo(button(page, "Next"));
    await page.keyboard.press("Enter");
    expect(await namesOf(page)).toEqual(all.slice(100, 200).map(({ name }) => name));
    expect(await page.locator("#page-number").textContent()).toBe("Page 2 of 13");
    await tabTo(button(page, "Last"));
    await page.keyboard.press("Space");
    expect(await namesOf(page)).toEqual(all.slice(1_200).map(({ name }) => name));
    // What leads nowhere keeps the focus, so that the way back is one key away.
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("#page-number").textContent()).toBe("Page 12 of 13");
  });

  it("filters by words in any field, in whatever order and case", async (context) => {
    const page = await open(context);
    await tabTo(field(page, "Filter"));
    await page.keyboard.type("TEAM=3  billing");
    const matching = all.filter(({ name, tags }) => name.startsWith("billing") && tags.includes("team=3"));
    expect(matching.length).toBeGreaterThan(0);
    expect(await count(page)).toBe(`${matching.length} of 1,234 rows match`);
    expect(await namesOf(page)).toEqual(matching.map(({ name }) => name));
    await page.keyboard.type(" nowhere");
    expect(await count(page)).toBe("0 of 1,234 rows match");
    expect(await page.locator("tbody").textContent()).toBe("No row matches the filter.");
    await tabTo(button(page, "Clear filter"));
    await page.keyboard.press("Enter");
    expect(await count(page)).toBe("1,234 rows");
  });

  it("does nothing else where Enter is pressed in the filter", async (context) => {
    const page = await open(context);
    const address = page.url();
    await tabTo(field(page, "Filter"));
    await page.keyboard.type("archive");
    await page.keyboard.press("Enter");
    expect(page.url()).toBe(address);
    expect(await count(page)).toBe(
      `${all.filter(({ name }) => name.startsWith("archive")).length} of 1,234 rows match`,
    );
  });

  it("is filtered by values that occur, together with words", async (context) => {
    const page = await open(context);
    await tabTo(field(page, "Coverage"));
    await page.keyboard.type("none found");
    const without = all.filter(({ coverage }) => coverage === "none-found");
    expect(await count(page)).toBe(`${without.length} of 1,234 rows match`);
    await tabTo(field(page, "Protected"));
    await page.keyboard.type("no");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("database");
    const left = without.filter((row) => row.isProtected === false && row.class === "database");
    expect(await count(page)).toBe(`${left.length} of 1,234 rows match`);
  });

  it("offers no choice where all rows have the same value, and no column that none fills", async (context) => {
    const rows = all.filter(({ kind }) => kind === "ovh.domain.zone");
    const page = await open(context, rows);
    const shown = page.getByRole("columnheader");
    expect(await shown.allTextContents()).not.toContain("Size");
    expect(await shown.allTextContents()).toContain("Kind");
    expect(await field(page, "Kind").isVisible()).toBe(false);
    expect(await field(page, "Country").isVisible()).toBe(true);
  });

  it.for(sortings)(
    "sorts all rows by $title, both ways, with what is not known at the end",
    async (sorting, context) => {
      const { title, compare, isKnown = () => true } = sorting;
      const page = await open(context);
      const head = page.getByRole("columnheader", { name: title, exact: true });
      const [known, others] = [all.filter(isKnown), all.filter((row) => !isKnown(row))];
      await tabTo(heading(page, title));
      await page.keyboard.press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      expect(await namesOf(page)).toEqual(namesIn([...known.toSorted(compare), ...others]).slice(0, 100));
      await page.keyboard.press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      expect(await page.locator("[aria-sort]").count()).toBe(1);
      const downwards = namesIn([...known.toSorted((one, other) => compare(other, one)), ...others]);
      expect(await namesOf(page)).toEqual(downwards.slice(0, 100));
      await tabTo(button(page, "Last"));
      await page.keyboard.press("Enter");
      expect(await namesOf(page)).toEqual(downwards.slice(1_200));
    },
  );

  it("keeps the order through the filter", async (context) => {
    const page = await open(context);
    await tabTo(heading(page, "Size"));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator("#filter-text").fill("archive");
    const sorted = all
      .filter(({ name }) => name.startsWith("archive"))
      .toSorted((one, other) => (other.sizeBytes ?? -1) - (one.sizeBytes ?? -1));
    expect(await namesOf(page)).toEqual(namesIn(sorted).slice(0, 100));
  });
});

describe("what is taken out of the table of a report", () => {
  it("is a CSV of all rows that match, in their order, with no formula", async (context) => {
    const names = ["=1+1", "+1", "-1", "@SUM(A1)", '"quoted", twice', "plain"];
    const rows = names.map((name, index) => ({ ...madeUpRow(3 * (index + 1)), name, tags: ["a b", "50%"] }));
    const page = await open(context, [...rows, ...madeUpRows(300)]);
    await page.locator("#filter-text").fill("50%");
    const [head = "", ...lines] = (await exported(page, "Export CSV")).split("\r\n");
    expect(head.split(",").slice(0, 3)).toEqual(["name", "kind", "class"]);
    expect(head.split(",")).toEqual(
      expect.arrayContaining(["size_bytes", "is_protected", "last_backup_at", "urn", "tags"]),
    );
    expect(lines.filter((line) => line !== "").map((line) => /^("(?:[^"]|"")*"|[^,]*),/.exec(line)?.[1])).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@SUM(A1)",
      '"""quoted"", twice"',
      "plain",
    ]);
    expect(lines[0]).toContain(",a%20b 50%25,");
  });

  it("is an NDJSON of all rows that match, on every page, as they were handed in", async (context) => {
    const page = await open(context);
    await field(page, "Class").selectOption({ index: 1 });
    const lines = (await exported(page, "Export NDJSON")).trimEnd().split("\n");
    const matching = all.filter((row) => row.class === "block-storage");
    expect(matching.length).toBeGreaterThan(100);
    expect(lines.map((line) => JSON.parse(line))).toEqual(matching);
  });

  it("is on paper every row that matches, and what they were filtered by", async (context) => {
    const page = await open(context);
    await page.locator("#filter-text").fill("billing");
    await field(page, "Coverage").selectOption({ index: 2 });
    const matching = all.filter((row) => row.name.startsWith("billing") && row.coverage === "none-found");
    expect(matching.length).toBeGreaterThan(30);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => namesOf(page)).toEqual(namesIn(matching));
    expect(await page.locator("#table-paper").textContent()).toBe("Filter: words “billing”, Coverage “none found”.");
    expect(await page.getByRole("button", { name: "Next" }).isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => page.getByRole("button", { name: "Clear filter" }).isVisible()).toBe(true);
  });

  it("is on paper more than a page of the screen, and a page again afterwards", async (context) => {
    const page = await open(context);
    const drawn = () => page.locator("tbody tr").count();
    await page.evaluate(
      "addEventListener('beforeprint', () => { document.title = document.querySelectorAll('tbody tr').length })",
    );
    await page.pdf();
    expect(await page.title()).toBe("1234");
    await expect.poll(drawn).toBe(100);
  });

  it("says on paper that not all rows are there, where they are too many for any", async (context) => {
    const page = await open(context, [...madeUpRows(10_001)]);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("tbody tr").count()).toBe(10_000);
    expect(await page.locator("#table-paper").textContent()).toBe(
      "Only the first 10,000 of these 10,001 rows are printed: narrow the filter, or export all of them.",
    );
  });
});
