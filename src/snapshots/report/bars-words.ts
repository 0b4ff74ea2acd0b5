import { safeText } from "../../inventory/safe-text.ts";
import { inBytes } from "../in-bytes.ts";
import { type Bar, type BarsBlock, grouped, type TableBlock, type Words } from "./blocks.ts";

/** The text of words, whoever wrote them: harmless in a line, and no markup yet. */
export function plainText(words: Words): string {
  return typeof words === "string" ? words : safeText(words.told);
}

export function totalOf({ values }: Bar): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function valueInWords(value: number, unit: BarsBlock["unit"]): string {
  return unit === "bytes" ? inBytes(value) : grouped(value);
}

/** What bars show, for whoever does not see them: every figure. */
export function barsInWords({ title, unit, series, bars }: BarsBlock): string {
  const ofBar = (bar: Bar): string => {
    const parts = series.flatMap(({ title: part }, index) => {
      const value = bar.values[index] ?? 0;
      if (series.length === 1) return [valueInWords(value, unit)];
      return value === 0 ? [] : [`${valueInWords(value, unit)} ${part}`];
    });
    return `${plainText(bar.name)}: ${parts.join(", ") || "0"}`;
  };
  return `${title}. ${bars.map(ofBar).join("; ")}.`;
}

/** The same figures as a table. */
export function barsTable({ title, of, unit, series, bars }: BarsBlock): TableBlock {
  const hasTotal = series.length > 1;
  return {
    type: "table",
    title,
    head: [of, ...series.map((one) => one.title), ...(hasTotal ? ["all"] : [])],
    rows: bars.map((bar) => [
      bar.name,
      ...series.map((_, index) => valueInWords(bar.values[index] ?? 0, unit)),
      ...(hasTotal ? [valueInWords(totalOf(bar), unit)] : []),
    ]),
    numbers: [...series.keys(), ...(hasTotal ? [series.length] : [])].map((index) => index + 1),
  };
}
