/**
 * One cell of a CSV table (RFC 4180). A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, and names are written by
 * tenants; an apostrophe makes it text (OWASP, CSV injection).
 */
export function csvCell(text: string, separator: "," | ";" = ","): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const isPlain = !harmless.includes(separator) && !/["\r\n]/.test(harmless);
  return isPlain ? harmless : `"${harmless.replaceAll('"', '""')}"`;
}

/** Entries with a space between them: white space in an entry, and the `%` of such an encoding, are percent-encoded. A URN has neither space. */
export function csvList(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/[\s%]/g, encodeURIComponent)).join(" ");
}
