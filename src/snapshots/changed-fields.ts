import type { Protection, Resource } from "../inventory/resource.ts";

/** A field that has another value, by its path: `details.attributes.size`. */
export interface FieldChange {
  readonly field: string;
  /** Absent where there was none. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What changed of a resource, and apart from it what changes by mere use or around it, such as when the last backup ran. */
export interface ResourceChanges {
  readonly changes: readonly FieldChange[];
  readonly volatile: readonly FieldChange[];
}

/** Fields that say how much something is used, by class; elsewhere the same field is a decision of somebody. */
const usedSize: ReadonlySet<string> = new Set([
  "object-storage",
  "file-storage",
  "registry",
  "messaging",
  "observability",
]);
/** What a protection says of its last copies, and not of how it is set up. */
const ofLastCopies = ["lastSuccessAt", "copiesKept"] as const satisfies readonly (keyof Protection)[];

/** Compares two descriptions of one resource, field by field. The order of a list says nothing. */
export function changedFields(before: Resource, after: Resource): ResourceChanges {
  const one = fieldsOf(before);
  const other = fieldsOf(after);
  const changes: FieldChange[] = [];
  const volatile: FieldChange[] = [];
  for (const field of new Set([...one.keys(), ...other.keys()])) {
    const [was, is] = [one.get(field), other.get(field)];
    if (textOf(was) === textOf(is)) continue;
    const change = { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
    (isVolatile(field, was, is, after) ? volatile : changes).push(change);
  }
  return { changes, volatile };
}

function isVolatile(field: string, before: unknown, after: unknown, resource: Resource): boolean {
  // The project that is renamed has changed, and nothing that is in it.
  if (field === "details.projectName") return true;
  // Whether a run knew the account; two snapshots that are compared are of one.
  if (field === "details.account") return before === undefined || after === undefined;
  if (field === "details.sizeBytes") return usedSize.has(resource.class);
  return field === "details.protection" && textOf(asSetUp(before)) === textOf(asSetUp(after));
}

function asSetUp(protections: unknown): unknown {
  if (!Array.isArray(protections)) return protections;
  return protections.map((one: Protection) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !ofLastCopies.some((name) => name === key))),
  );
}

/** Every field that holds no object, by its path; lists stay whole. */
function fieldsOf(resource: Resource): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const take = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      found.set(path, value);
      return;
    }
    for (const [key, inner] of Object.entries(value)) take(inner, path === "" ? key : `${path}.${key}`);
  };
  take(resource, "");
  return found;
}

/** One text for values that are equal: members of objects and of lists in one order. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).sort().join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${textOf(inner)}`);
  return `{${members.sort().join(",")}}`;
}
