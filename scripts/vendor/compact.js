/**
 * JSON with one line an entry of each table: short, and a change of the source is a change of the lines that it concerns.
 * @param {Record<string, unknown>} document
 */
export function compactJson(document) {
  const parts = Object.entries(document).map(([key, value]) => `${JSON.stringify(key)}: ${table(value)}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}

function table(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const rows = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{\n${rows.map(([key, row]) => `${JSON.stringify(key)}: ${JSON.stringify(row)}`).join(",\n")}\n}`;
}
