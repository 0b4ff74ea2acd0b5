import type { StandIns } from "./stand-ins.ts";

type Keep = (value: string, standIns: StandIns) => string | undefined;

const ifFits =
  (form: RegExp): Keep =>
  (value) =>
    form.test(value) ? value : undefined;

/** The headers that decide how an answer is read; all others, ids of requests and cookies among them, are not recorded. */
const kept: Readonly<Record<string, Keep>> = {
  "content-type": ifFits(/^(application\/(json|xml)|text\/(xml|html|plain))(; ?charset=utf-8)?$/i),
  "retry-after": ifFits(/^\d{1,6}$/),
  "x-total-count": ifFits(/^\d{1,8}$/),
  "x-pagination-elements": ifFits(/^\d{1,8}$/),
  "x-envoy-ratelimited": ifFits(/^true$/i),
  "x-pagination-cursor-next": (value, standIns) => standIns.of(value) || undefined,
  // That there is a next page, not where: its URL holds ids.
  link: (value) => (/\brel="?next\b/i.test(value) ? '<>; rel="next"' : undefined),
};

/** The headers of an answer that matter. */
export function scrubHeaders(headers: Headers, standIns: StandIns): Readonly<Record<string, string>> {
  const entries = Object.entries(kept).flatMap(([name, keep]) => {
    const value = headers.get(name);
    const text = value === null ? undefined : keep(value, standIns);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
}
