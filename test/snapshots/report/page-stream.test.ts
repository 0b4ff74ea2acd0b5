import { describe, expect, it } from "vitest";
import { type PageContent, reportPage, type TableRow } from "../../../src/snapshots/report/page/page.ts";
import { madeUpRow, madeUpRows } from "./rows.ts";

const content = (rows: PageContent["rows"]): PageContent => ({ title: "Inventory", sections: [], rows });
const textOf = async (chunks: AsyncIterable<string>): Promise<string> => {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
};

describe("the page of a report, as it is made", () => {
  it("hands out rows that have come before all have, and lets go of the source where it is no longer wanted", async () => {
    let isLetGo = false;
    async function* endless(): AsyncGenerator<TableRow, void, void> {
      try {
        for (let number = 1; ; number += 1) yield madeUpRow(number);
      } finally {
        isLetGo = true;
      }
    }
    let chunks = 0;
    for await (const _ of reportPage(content(endless()))) {
      chunks += 1;
      if (chunks > 10) break;
    }
    await expect.poll(() => isLetGo).toBe(true);
  });

  it("fails as its rows do", async () => {
    async function* failing(): AsyncGenerator<TableRow, void, void> {
      yield* madeUpRows(5_000);
      throw new Error("the snapshot was cut off");
    }
    await expect(textOf(reportPage(content(failing())))).rejects.toThrow("the snapshot was cut off");
  });

  it("is the same page for the same content", async () => {
    expect(await textOf(reportPage(content(madeUpRows(500))))).toBe(await textOf(reportPage(content(madeUpRows(500)))));
  });

  it("refuses a style that ends its own element", async () => {
    const sections = [{ id: "a", title: "A", html: "", style: "</style><script>alert(1)</script>" }];
    await expect(textOf(reportPage({ ...content([]), sections }))).rejects.toThrow("holds what would end it");
  });

  it.each(["table", "resources", "packed-rows"])(
    "refuses a section called %s, as an element of the table is",
    async (id) => {
      const sections = [{ id, title: "A", html: "" }];
      await expect(textOf(reportPage({ ...content([]), sections }))).rejects.toThrow(`has an element called ${id}`);
    },
  );
});
