/**
 * Whether a `Link` header names a next page (RFC 8288). What it names is never followed: pages are asked for by their number,
 * so a list cannot lead to another origin.
 */
export function hasNextLink(headers: Headers): boolean {
  // Without the targets, which may hold anything.
  const parameters = (headers.get("link") ?? "").replaceAll(/<[^>]*>/g, "");
  return /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?![\w-]))/i.test(parameters);
}
