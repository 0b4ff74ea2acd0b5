import type { Resource } from "../../../inventory/resource.ts";
import type { Format } from "./format.ts";

const columns: readonly (readonly [name: string, value: (resource: Resource) => string])[] = [
  ["urn", ({ urn }) => urn],
  ["kind", ({ kind }) => kind],
  ["class", (resource) => resource.class],
  ["subclass", ({ subclass }) => subclass],
  ["name", ({ name }) => name],
  ["region", ({ region }) => region ?? ""],
  ["project", ({ details }) => details.project ?? ""],
  ["status", ({ details }) => details.status ?? ""],
  ["size_bytes", ({ details }) => details.sizeBytes?.toString() ?? ""],
  ["created_at", ({ details }) => details.createdAt ?? ""],
  ["tags", ({ tags }) => tags.join(" ")],
];

/** A table of resources for a spreadsheet (RFC 4180). Outcomes do not fit into it: the summary and the exit code tell. */
export function createCsv(): Format {
  let header = `${columns.map(([name]) => name).join(",")}\r\n`;
  return {
    event(event) {
      if (event.type !== "resource") return "";
      const line = `${header}${columns.map(([, value]) => cell(value(event.resource))).join(",")}\r\n`;
      header = "";
      return line;
    },
    end: () => header,
  };
}

/**
 * One cell. A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, and names are written by tenants; an
 * apostrophe makes it text (OWASP, CSV injection).
 */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
