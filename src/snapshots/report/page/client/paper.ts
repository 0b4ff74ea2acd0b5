import type { Choice } from "./choices.ts";
import { inWords, part } from "./elements.ts";

/** As many rows are put on paper: a browser takes a minute for these, some three hundred pages, and much memory for more. */
export const mostOnPaper = 10_000;

/** Calls one function before the page is printed and the other one after it. Browsers tell of it in either way, or in both. */
export function onPrint(before: () => void, after: () => void): void {
  let isPrinting = false;
  const tell = (prints: boolean): void => {
    if (prints === isPrinting) return;
    isPrinting = prints;
    if (prints) before();
    else after();
  };
  window.addEventListener("beforeprint", () => tell(true));
  window.addEventListener("afterprint", () => tell(false));
  matchMedia("print").addEventListener("change", ({ matches }) => tell(matches));
}

/** Says on paper which rows these are: the controls that say it on a screen are not printed. */
export function tellPaper(found: number, text: string, choices: readonly Choice[]): void {
  const words = text.trim() === "" ? [] : [`words “${text.trim()}”`];
  const filter = [...words, ...choices.map(({ title, label }) => `${title} “${label}”`)].join(", ");
  const parts = [
    ...(filter === "" ? [] : [`Filter: ${filter}.`]),
    ...(found > mostOnPaper
      ? [
          `Only the first ${inWords(mostOnPaper)} of these ${inWords(found)} rows are printed: narrow the filter, or export all of them.`,
        ]
      : []),
  ];
  part("table-paper").textContent = parts.join(" ");
}
