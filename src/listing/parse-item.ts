import type * as z from "zod";
import { isOverfull, trimmedItem } from "../inventory/bounds.ts";
import type { LostField } from "../inventory/resource-kind.ts";

/** An item as far as it has the documented form. */
export interface ParsedItem<Item> {
  readonly item: Item;
  /** What had to be left out because it does not have the documented form. */
  readonly lost: readonly LostField[];
  /** The fields that hold more than any item does, and were cut. */
  readonly cutFields: readonly string[];
}

type Path = readonly PropertyKey[];

/**
 * Identity is required, the rest is wanted: of a field that does not parse no more is left out than the smallest part that is
 * odd, such as one entry of a list, one tag of a map or one property of an object. A part that is nothing without what was odd
 * in it goes as a whole. So no row has to say how its lists are parsed.
 *
 * @returns undefined where the identity does not parse.
 */
export function parseItem<Shape extends z.ZodObject>(
  schema: Shape,
  fields: readonly string[],
  raw: unknown,
): ParsedItem<z.infer<Shape>> | undefined {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) return undefined;
  const { item, cutFields } = isOverfull(raw, fields) ? trimmedItem(raw, fields) : { item: raw, cutFields: [] };
  const whole = schema.safeParse(item);
  if (whole.success) return { item: whole.data, lost: [], cutFields };
  let rest: unknown = onlyFields(item, fields);
  let { issues }: { readonly issues: readonly z.core.$ZodIssue[] } = whole.error;
  const lost: LostField[] = [];
  // Each round removes something that is there, and comes one level nearer to the root.
  for (;;) {
    const paths = issues.map(({ path }) => presentPart(rest, path));
    if (paths.some((path) => path.length === 0)) return undefined;
    lost.push(...paths.map((path) => ({ field: String(path[0]), part: nameOf(rest, path) })));
    rest = without(rest, treeOf(paths));
    const parsed = schema.safeParse(rest);
    if (parsed.success) return { item: parsed.data, lost, cutFields };
    issues = parsed.error.issues;
  }
}

function onlyFields(item: object, fields: readonly string[]): object {
  const present = fields.filter((field) => Object.hasOwn(item, field));
  return Object.fromEntries(present.map((field) => [field, Reflect.get(item, field)]));
}

/** The way to what an issue is about, or to what lacks it. */
function presentPart(item: unknown, path: Path): Path {
  let value = item;
  for (const [depth, key] of path.entries()) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return path.slice(0, depth);
    value = Reflect.get(value, key);
  }
  return path;
}

/** In words for people: `tags.owner`, `endpoints[].domain`. Places in a list move when entries go, so they are not named. */
function nameOf(item: unknown, path: Path): string {
  let name = "";
  let value = item;
  for (const key of path) {
    name += Array.isArray(value) ? "[]" : `${name === "" ? "" : "."}${String(key)}`;
    value = Reflect.get(Object(value), key);
  }
  return name;
}

/** What is to be removed, by the keys on the way; an empty one stands for all that is there. */
type Tree = Map<string, Tree>;

function treeOf(paths: readonly Path[]): Tree {
  const root: Tree = new Map();
  // What goes as a whole may have been named by its parts too: it comes after them.
  for (const path of paths.toSorted((one, other) => other.length - one.length)) {
    let tree = root;
    for (const key of path) {
      const below: Tree = tree.get(String(key)) ?? new Map();
      tree.set(String(key), below);
      tree = below;
    }
    tree.clear();
  }
  return root;
}

function without(value: unknown, gone: Tree): unknown {
  const entries = Object.entries(Object(value)).flatMap(([key, entry]): [string, unknown][] => {
    const below = gone.get(key);
    if (below === undefined) return [[key, entry]];
    return below.size === 0 ? [] : [[key, without(entry, below)]];
  });
  return Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}
