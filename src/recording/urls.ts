import { isPlaceName, mayStay, ruleOf } from "./fields.ts";
import type { StandIns } from "./stand-ins.ts";
import { routes, secretFields } from "./vendor-words.gen.ts";

/** A URL without anybody's ids. */
export interface ScrubbedUrl {
  /** The path with `{ID}`, `{REGION}` and `{ZONE}` in the places of what was asked for: the same for all requests of a route. */
  readonly route: string;
  /** Path and query, with stand-ins; without the origin, and OVHcloud's version 1 without what stands for it in front. */
  readonly url: string;
  /** The vendor's form of the path: `*` for an id, `@` for a place. */
  readonly form: string;
  /** The regions and zones that the path names. */
  readonly places: ReadonlySet<string>;
}

// Routes beside the lists that `vendor/` describes: what a credential, an identity and an account say of themselves.
const otherRoutes = [
  "/auth/currentCredential",
  "/auth/details",
  "/me",
  "/me/api/application/*",
  "/me/identity/user/*/token",
  "/v2/iam/resource",
  "/v2/iam/policy",
  "/v2/iam/policy/*",
  "/v2/iam/authorization/check",
  "/iam/v1alpha1/api-keys",
  "/iam/v1alpha1/api-keys/*",
  "/iam/v1alpha1/applications/*",
  "/iam/v1alpha1/users/*",
  "/iam/v1alpha1/groups",
  "/iam/v1alpha1/policies",
  "/iam/v1alpha1/rules",
  "/iam/v1alpha1/permission-sets",
  "/datastore",
  "/dwh/v4/configuration/export",
];
const withSecrets = Object.keys(secretFields).flatMap((route) => [route, `${route}/*`]);
const forms = [...routes, ...withSecrets, ...otherRoutes].map((route) => route.split("/"));
const literals: ReadonlySet<string> = new Set(forms.flat());

const pagingNumbers: ReadonlySet<string> = new Set([
  "page",
  "per_page",
  "size",
  "page_size",
  "limit",
  "count",
  "pageSize",
  "n",
]);

/** Puts stand-ins in the place of all that a URL says of the customer. */
export function scrubUrl({ pathname, searchParams }: URL, standIns: StandIns): ScrubbedUrl {
  const segments = pathname.replace(/^\/(1\.0|v1)(?=\/)/, "").split("/");
  const form = formOf(segments);
  const places = new Set<string>();
  const placeOrStandIn = (text: string): string => {
    if (!isPlaceName(text)) return standIns.of(text);
    places.add(text);
    return text;
  };
  const path = segments.map((segment, index) => {
    if (form[index] !== "*" && form[index] !== "@") return segment;
    const scrub = form[index] === "@" ? placeOrStandIn : standIns.of;
    // OVHcloud is asked for several items at once, with commas between them.
    return segment.split(",").map(decoded).map(scrub).map(encodeURIComponent).join(",");
  });
  const query = [...searchParams].map(([name, value]): [string, string] => [
    name,
    queryValue(name, value, placeOrStandIn, standIns),
  ]);
  const search = new URLSearchParams(query).toString();
  return {
    route: form.map((part, index) => named(part, form[index - 1] ?? "")).join("/"),
    url: `${path.join("/")}${search === "" ? "" : `?${search}`}`,
    form: form.join("/"),
    places,
  };
}

/** An access rule's path: OVHcloud's rules name routes, and may name items. */
export function scrubRulePath(path: string, standIns: StandIns): string {
  const segments = path.split("/");
  const form = formOf(segments);
  return segments
    .map((segment, index) => {
      const isWords = form[index] === segment || segment === "" || /^\*?$/.test(segment);
      if (isWords || (form[index] === "@" && isPlaceName(segment))) return segment;
      const isOpen = segment.endsWith("*");
      return `${standIns.of(isOpen ? segment.slice(0, -1) : segment)}${isOpen ? "*" : ""}`;
    })
    .join("/");
}

function named(part: string, before: string): string {
  if (part === "*") return "{ID}";
  return part === "@" ? (before.startsWith("zone") ? "{ZONE}" : "{REGION}") : part;
}

/** The vendor's form of a path: the one with the most words of its own; where none fits, words of any of them stay. */
function formOf(segments: readonly string[]): readonly string[] {
  const fitting = forms.filter(
    (form) =>
      form.length === segments.length &&
      form.every((part, index) => part === "*" || part === "@" || part === segments[index]),
  );
  const wordsIn = (form: readonly string[]): number => form.filter((part) => part !== "*" && part !== "@").length;
  const [best] = fitting.toSorted((one, other) => wordsIn(other) - wordsIn(one));
  if (best !== undefined) return best;
  return segments.map((segment, index) => {
    if (/^(region|zone)s?$/.test(segments[index - 1] ?? "")) return "@";
    return literals.has(segment) || /^v\d(alpha|beta)?\d?$/.test(segment) ? segment : "*";
  });
}

function queryValue(name: string, value: string, placeOrStandIn: (text: string) => string, standIns: StandIns): string {
  if (value === "true" || value === "false") return value;
  if (pagingNumbers.has(name) && /^\d{1,6}$/.test(value)) return value;
  const rule = /(^|_)(order|sort)(_by)?$/.test(name) ? "word" : ruleOf(name, "", false);
  if (rule === "place") return placeOrStandIn(value);
  return rule !== undefined && mayStay(value, rule) ? value : standIns.of(value);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
