import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { barsChart } from "../../../src/snapshots/report/bars-chart.ts";
import { bars, told } from "../../../src/snapshots/report/blocks.ts";
import { htmlReport } from "../../../src/snapshots/report/html-report.ts";
import { readReport } from "../../../src/snapshots/report/report.ts";
import { urnOf } from "../covered-worlds.ts";
import { hostileName, ovhRun, scalewayRun, snapshotsOf } from "./report-world.ts";

const chart = bars({
  title: "What the provider holds",
  of: "class",
  unit: "resources",
  series: [
    { id: "good", title: "backup" },
    { id: "bad", title: "none found" },
  ],
  bars: [
    { name: told(hostileName), values: [3, 1200] },
    { name: "compute", values: [0, 2] },
    { name: "database", values: [0, 0] },
  ],
});

/** All markup that a text comes to, as a browser would take it. */
function elementsOf(markup: string) {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  return [...document.body.querySelectorAll("*")];
}

async function pageOf(paths: readonly string[], protectedUrns?: ReadonlySet<string>): Promise<string> {
  const report = await readReport(paths, protectedUrns === undefined ? {} : { protectedUrns });
  let text = "";
  for await (const chunk of htmlReport(report)) text += chunk;
  return text;
}

/** What a person is shown before any script runs. */
function shownIn(page: string): string {
  const { document } = parseHTML(page);
  for (const element of document.querySelectorAll("script, style")) element.remove();
  return document.documentElement.textContent ?? "";
}

describe("a chart", () => {
  it("is an image with every figure as its text, in a form for wide and one for narrow windows", () => {
    const [image, ...inside] = elementsOf(barsChart(chart));
    expect(image?.getAttribute("role")).toBe("img");
    expect(image?.getAttribute("aria-label")).toBe(
      `What the provider holds. ${hostileName}: 3 backup, 1,200 none found; compute: 2 none found; database: 0.`,
    );
    const drawn = inside.filter(({ localName }) => localName === "svg");
    expect(drawn.map((svg) => [svg.getAttribute("class"), svg.getAttribute("aria-hidden")])).toEqual([
      ["wide", "true"],
      ["narrow", "true"],
    ]);
    expect(inside.filter(({ localName }) => localName === "rect")).toHaveLength(6);
  });

  it("holds nothing but shapes and texts, whatever a resource is called", () => {
    const found = elementsOf(barsChart(chart));
    expect([...new Set(found.map(({ localName }) => localName))].sort()).toEqual(["div", "g", "rect", "svg", "text"]);
    const attributes = found.flatMap((element) => [...element.attributes].map(({ name }) => name));
    expect(attributes.filter((name) => name === "style" || name === "href" || name.startsWith("on"))).toEqual([]);
  });

  it("puts together what is more than can be looked at", () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `place ${index}`, values: [index, 1] }));
    const { bars: shown } = bars({ ...chart, bars: many });
    expect(shown).toHaveLength(13);
    expect(shown.at(-1)).toEqual({ name: "28 others", values: [(39 * 40) / 2 - (11 * 12) / 2, 28] });
  });
});

describe("a report as a page", () => {
  it("allows nothing that its policy does not name", async () => {
    const page = await pageOf(snapshotsOf(ovhRun, scalewayRun));
    const { document } = parseHTML(page);
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const all = [...document.querySelectorAll("*")];
    expect(all.filter((element) => element.hasAttribute("style"))).toEqual([]);
    expect(all.filter(({ localName }) => localName === "img" || localName === "iframe")).toEqual([]);
    expect(document.querySelectorAll("title")).toHaveLength(1);
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;/title&gt;&lt;script&gt;alert(1)");
  });

  it("carries no code that draws", async () => {
    const { document } = parseHTML(await pageOf(snapshotsOf(ovhRun)));
    const scripts = [...document.querySelectorAll("script:not([type])")].map(({ textContent }) => textContent ?? "");
    expect(scripts).toHaveLength(1);
    expect(scripts.join()).not.toMatch(/createElementNS|d3|observable/i);
  });

  it("begins with what was read, and says that it is incomplete", async () => {
    const { document } = parseHTML(await pageOf(snapshotsOf(ovhRun, scalewayRun)));
    const first = document.querySelector("main > section");
    expect(first?.id).toBe("outcomes");
    expect(first?.querySelector("p")?.className).toBe("notice bad");
    expect(first?.querySelector("p")?.textContent).toMatch(/^INCOMPLETE: of 2 snapshots, 1 did not read everything/);
  });

  it("shows the word unprotected only where it is known what the backup tool protects", async () => {
    const paths = snapshotsOf(ovhRun);
    expect(shownIn(await pageOf(paths))).not.toMatch(/unprotected/i);
    expect(shownIn(await pageOf(paths, new Set([urnOf("bare")])))).toMatch(/2 resources are unprotected/);
  });
});
