import { barX, plot, text } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { InventoryError } from "../../inventory/errors.ts";
import { barsInWords, plainText, totalOf, valueInWords } from "./bars-words.ts";
import type { BarsBlock } from "./blocks.ts";
import { escapeHtml } from "./page/page.ts";

/** A form in which bars are drawn: a page shows the one that its window has room for. */
interface Form {
  readonly name: "wide" | "narrow";
  readonly width: number;
  /** Room for names beside the bars; without it they stand above them. */
  readonly nameWidth: number;
  /** Room behind the bars for their total. */
  readonly valueWidth: number;
  readonly rowHeight: number;
  readonly mostCharacters: number;
}

const forms: readonly Form[] = [
  { name: "wide", width: 760, nameWidth: 200, valueWidth: 90, rowHeight: 30, mostCharacters: 26 },
  // A window of 320 pixels leaves about this much.
  { name: "narrow", width: 260, nameWidth: 0, valueWidth: 72, rowHeight: 46, mostCharacters: 34 },
];
const fontSize = 13;
const nameHeight = 20;

/**
 * Bars as an image of SVG, drawn by [Observable Plot](https://observablehq.com/plot/) and with a text that says every figure. What stands
 * in it are attributes and classes alone, no `style`, so that a Content-Security-Policy without `unsafe-inline` shows it as it is.
 */
export function barsChart(block: BarsBlock): string {
  const drawn = forms.map((form) => svgOf(block, form)).join("");
  return `<div class="chart" role="img" aria-label="${escapeHtml(barsInWords(block))}">${drawn}</div>`;
}

function svgOf({ series, bars, unit }: BarsBlock, form: Form): string {
  const { width, nameWidth, valueWidth, rowHeight, mostCharacters } = form;
  const isAbove = nameWidth === 0;
  // Rows by their number: two names may be the same when they are cut.
  const segments = bars.flatMap(({ values }, row) => {
    let start = 0;
    return values.flatMap((value, index) => {
      const segment = { row, start, end: start + value, series: series[index]?.id ?? "" };
      start += value;
      return value === 0 ? [] : [segment];
    });
  });
  const labels = bars.map((bar, row) => ({
    row,
    total: totalOf(bar),
    name: cut(plainText(bar.name), mostCharacters),
    value: valueInWords(totalOf(bar), unit),
  }));
  const most = Math.max(1, ...labels.map(({ total }) => total));
  const middleOfBar = isAbove ? nameHeight / 2 : 0;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const drawn = plot({
    document,
    width,
    height: bars.length * rowHeight,
    margin: 0,
    marginLeft: nameWidth,
    marginRight: valueWidth,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, type: "band", domain: labels.map(({ row }) => row), padding: 0.2, round: false },
    color: { domain: series.map(({ id }) => id), range: series.map(({ id }) => `var(--bar-${id})`) },
    marks: [
      barX(segments, {
        y: "row",
        x1: "start",
        x2: "end",
        fill: "series",
        insetRight: 1,
        insetTop: isAbove ? nameHeight : 0,
      }),
      text(labels, {
        y: "row",
        text: "name",
        frameAnchor: "left",
        textAnchor: isAbove ? "start" : "end",
        dx: isAbove ? 0 : -10,
        dy: isAbove ? -nameHeight / 2 : 0,
      }),
      text(labels, { y: "row", x: "total", text: "value", textAnchor: "start", dx: 6, dy: middleOfBar }),
    ],
  });
  document.body.append(drawn);
  return inert(document, form);
}

/** As much of linkedom's document as is used; its own types want those of a browser. */
interface Drawing {
  querySelector(selector: string): Drawn | null;
  querySelectorAll(selector: string): Iterable<Drawn>;
}

interface Drawn {
  readonly outerHTML: string;
  remove(): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}

/** Takes away what Plot says by itself: its own style, which the page has, and descriptions of a picture that has one already. */
function inert(drawing: Drawing, { name, width }: Form): string {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const element of drawing.querySelectorAll("[aria-label]")) element.removeAttribute("aria-label");
  const svg = drawing.querySelector("svg");
  if (svg === null) throw new InventoryError("INTERNAL", "a chart was not drawn; this is a defect of the plugin");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.setAttribute("font-size", String(fontSize));
  svg.setAttribute("width", String(width));
  svg.removeAttribute("font-family");
  return svg.outerHTML;
}

function cut(name: string, most: number): string {
  const characters = [...name];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : name;
}
