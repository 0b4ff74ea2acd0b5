import type { Estimate, KindEstimate } from "../../inventory/estimate.ts";
import { safeText } from "../../inventory/safe-text.ts";
import type { Paint } from "./colour.ts";
import type { InWords } from "./key-words.ts";
import { table } from "./table.ts";

/** What a sweep takes, for people: a line for each kind, the sum, and how long that takes at the least. */
export function estimateSummary(inventory: string, told: Estimate, paint: Paint, inWords: InWords): string {
  const { kinds, others, finding, requests, unknown } = told;
  const rows = [
    ["kind", "places", "items", "requests"],
    ...kinds.map((kind) => [kind.kind, String(kind.places), itemsOf(kind), String(kind.requests)]),
    ...others.map((other) => [`for others: ${other.kind}`, "", "", String(other.requests)]),
    ["projects, places and checks", "", "", String(finding)],
    ["all", "", "", String(requests)],
  ];
  const [heading = "", ...lines] = table(rows, new Set([1, 2, 3]));
  const gaps = unknown.map(({ kinds: ids, scope, code, reason }) => {
    const what = `not in these numbers: ${ids.join(", ")} in ${scope}: ${inWords(reason)} (${code})`;
    return paint("bad", safeText(what));
  });
  const text = [paint("heading", `${inventory}: what a sweep takes`), heading, ...lines, ...sentences(told), ...gaps];
  return `${text.join("\n")}\n`;
}

/** `12`, or `3+` where some places were not counted yet. */
function itemsOf({ items, places, counted }: KindEstimate): string {
  return `${items}${counted < places ? "+" : ""}`;
}

function sentences({ kinds, forecast }: Estimate): readonly string[] {
  const isOpen = kinds.some(({ places, counted }) => counted < places);
  const open = isOpen
    ? ["+ in some of its places no earlier run has counted: there it is reckoned with as few as there can be"]
    : [];
  const time = estimateSentence({ forecast });
  return time === undefined ? open : [...open, time];
}

/** How long it takes at the least; undefined where the provider has no such notion. */
export function estimateSentence({ forecast }: Pick<Estimate, "forecast">): string | undefined {
  if (forecast === undefined) return undefined;
  const { fromPerSecond, toPerSecond, isLearned, leastSeconds } = forecast;
  const rate =
    fromPerSecond === toPerSecond
      ? shortNumber(fromPerSecond)
      : `${shortNumber(fromPerSecond)} to ${shortNumber(toPerSecond)}`;
  const source = isLearned ? "as earlier runs learned" : "no limit is known yet";
  return `at least ${duration(leastSeconds)}, at ${rate} requests a second (${source})`;
}

function shortNumber(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
