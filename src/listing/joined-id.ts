import { fieldAt } from "./field.ts";

/**
 * The id of an item that has none of its own: what some of its fields say together, such as a name and its domain. What is empty
 * is left out, so that `example.com` without a subdomain is `example.com`.
 */
export function joinedId(fields: readonly string[], between: string): (raw: unknown) => string | undefined {
  return (raw) => {
    const parts = fields.map((field) => fieldAt(raw, field));
    if (!parts.every((part) => typeof part === "string")) return undefined;
    return parts.filter((part) => part !== "").join(between) || undefined;
  };
}
