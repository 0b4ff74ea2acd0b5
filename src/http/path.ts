import { InventoryError } from "../inventory/errors.ts";

/**
 * Fills `{name}` places of a path template, each value as one encoded segment.
 *
 * @throws InventoryError INVALID_RESPONSE for a value that is no segment: ids come from answers, and `..` would survive
 * encoding and turn the request towards another route.
 */
export function expandPath(template: string, values: Readonly<Record<string, string | undefined>>): string {
  return template.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined || !isSegment(value)) {
      throw new InventoryError("INVALID_RESPONSE", `${template} cannot be asked: its {${name}} is not a usable id`);
    }
    return encodeURIComponent(value);
  });
}

/**
 * Fills `{name}` places of a row's query; encoding is the URL's business.
 *
 * @throws InventoryError INTERNAL for a place without a value: an empty filter would widen the list.
 */
export function expandQuery(
  template: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_place, name: string) => {
      const value = values[name];
      if (!value)
        throw new InventoryError("INTERNAL", `the scope has no ${name} to filter by; this is a defect of the plugin`);
      return value;
    });
  return Object.fromEntries(Object.entries(template).map(([key, text]) => [key, fill(text)]));
}

/** Whether an id can be one segment of a path. */
export function isSegment(id: string): boolean {
  return id !== "" && !/^\.{1,2}$/.test(id) && id.isWellFormed() && id.length <= 512;
}

/**
 * Joins a path to the place where an API lives, and makes sure that it stayed there.
 *
 * @throws InventoryError INTERNAL where the result left the origin or the base path.
 */
export function urlWithin(base: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const prefix = base.pathname.replace(/\/$/, "");
  const url = new URL(`${prefix}${path}`, base);
  if (url.origin !== base.origin || !url.pathname.startsWith(`${prefix}/`)) {
    throw new InventoryError("INTERNAL", "a request would have left the provider's API; it was not sent");
  }
  url.search = new URLSearchParams(query).toString();
  return url;
}
