import { isFieldName, mayStay, numberRuleOf, ruleOf } from "./fields.ts";
import { scrubSentence } from "./sentences.ts";
import type { StandIns } from "./stand-ins.ts";
import type { Tally } from "./tally.ts";
import { scrubRulePath } from "./urls.ts";

/** What is known of the answer that a value is in. */
export interface AnswerPlace {
  readonly standIns: StandIns;
  readonly tally: Tally;
  readonly isRefusal: boolean;
  /** Regions and zones that the URL names: they stay wherever they stand. */
  readonly places: ReadonlySet<string>;
  /** The fields that the tables call secret on this route, each by its path. */
  readonly secrets: readonly string[];
  /** What the items of a list without a key are, such as `region`. */
  readonly rootField: string;
}

/** What stands where a secret stood: nothing of it is told, not even whether two are alike. */
const secretMark = "(secret)";

/** So many items of a list stay. */
export const mostItems = 1000;
// In front of a key that a customer chose: it says nothing of what it leads to, except where it is called secret.
const ownKey = "?";
// No answer of either vendor is so deep; beyond it nothing is kept.
const deepest = 40;

/** Replaces all that an answer says of the customer: an allow-list decides what stays. */
export function scrubValue(value: unknown, place: AnswerPlace): unknown {
  return scrub(value, [], place);
}

function scrub(value: unknown, path: readonly string[], place: AnswerPlace): unknown {
  if (path.length > deepest) return blank(value, place);
  if (isSecret(path, place)) return blank(value, place);
  if (Array.isArray(value)) {
    const kept = value.slice(0, mostItems);
    place.tally.items += value.length - kept.length;
    // The items of a list are what the list is called.
    return kept.map((item) => (Array.isArray(item) ? scrub(item, [...path, ""], place) : scrubItem(item, path, place)));
  }
  if (typeof value === "object" && value !== null) return scrubFields(value, path, path.at(-1) ?? "", place);
  const field = path.at(-1) ?? place.rootField;
  if (typeof value === "string") return scrubText(value, field, path.at(-2) ?? "", place);
  return typeof value === "number" ? scrubNumber(value, field, place) : value;
}

/** An item of a list is no map, even where a map elsewhere is called like the list. */
function scrubItem(item: unknown, path: readonly string[], place: AnswerPlace): unknown {
  const isObject = typeof item === "object" && item !== null;
  return isObject ? scrubFields(item, path, "", place) : scrub(item, path, place);
}

function scrubFields(value: object, path: readonly string[], map: string, place: AnswerPlace): unknown {
  const entries = Object.entries(value).map(([name, inner]) => {
    const isOwn = isFieldName(name, map);
    if (!isOwn) place.tally.keys += 1;
    const kept = isOwn ? name : place.standIns.of(name).replace(/^text-/, "key-");
    return [kept, scrub(inner, [...path, isOwn ? name : `${ownKey}${name}`], place)] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether a field is one of the route's secret ones, wherever in the answer its path ends. */
function isSecret(path: readonly string[], { secrets }: AnswerPlace): boolean {
  if (secrets.length === 0 || path.length === 0) return false;
  const whole = `.${path.map((name) => name.replace(ownKey, "")).join(".")}`;
  return secrets.some((secret) => whole.endsWith(`.${secret}`));
}

/** Nothing of a value but its type. */
function blank(value: unknown, { tally }: AnswerPlace): unknown {
  if (value === null || value === "") return value;
  tally.secrets += 1;
  if (Array.isArray(value)) return [];
  if (typeof value === "object") return {};
  if (typeof value === "string") return secretMark;
  return typeof value === "number" ? 0 : false;
}

/** A text of a field: kept where it is the provider's word, and else replaced. */
export function scrubText(text: string, field: string, parent: string, place: AnswerPlace): string {
  const { standIns, places, tally } = place;
  if (text === "") return text;
  const rule = ruleOf(field, parent, place.isRefusal);
  if (rule === "secret") return String(blank(text, place));
  if (places.has(text) || (rule !== undefined && mayStay(text, rule))) return text;
  const replaced =
    rule === "path"
      ? scrubRulePath(text, standIns)
      : rule === "sentence"
        ? scrubSentence(text, (word) => places.has(word), standIns)
        : standIns.of(text);
  if (replaced !== text) tally.values += 1;
  return replaced;
}

function scrubNumber(value: number, field: string, { standIns, tally }: AnswerPlace): number {
  const kept = keptNumber(value, field);
  if (kept === value) return value;
  tally.values += 1;
  return kept ?? standIns.ofNumber(value);
}

const largestCount = 10_000_000;
const largestPort = 65_535;

/** What of a number tells nothing of anybody; undefined for one that may be an id or the number of a telephone. */
function keptNumber(value: number, field: string): number | undefined {
  const rule = numberRuleOf(field);
  if (rule === "id") return undefined;
  const size = Math.abs(value);
  // A place on earth is an address.
  if (!Number.isInteger(value)) return Number(value.toPrecision(2));
  if (size < 1000 || (rule === "count" && size <= largestCount)) return value;
  if (rule === undefined) return size < 10_000 ? value : undefined;
  if (/port/i.test(field) && size <= largestPort) return value;
  return isRound(size) ? value : Number(value.toPrecision(2));
}

/** 20,000,000,000 and 20 GiB are sizes that many have. */
function isRound(size: number): boolean {
  let left = size;
  while (left >= 1024 && left % 1024 === 0) left /= 1024;
  return left < 10_000 || Number(size.toPrecision(2)) === size;
}
