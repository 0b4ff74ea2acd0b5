/**
 * One cell of a CSV table (RFC 4180). A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, and names are written by
 * tenants; an apostrophe makes it text (OWASP, CSV injection).
 */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Entries with a space between them: white space in an entry, and the `%` of such an encoding, are percent-encoded. A URN has neither space. */
export function csvList(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/[\s%]/g, encodeURIComponent)).join(" ");
}
