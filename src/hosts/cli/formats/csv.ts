import { createProjectNames, type ProjectNames } from "../../../inventory/project-names.ts";
import type { Protection, Resource } from "../../../inventory/resource.ts";
import { csvCell, csvList } from "../../../snapshots/csv-cell.ts";
import type { ListedResource } from "../../../snapshots/sorted-resources.ts";
import type { Format } from "./format.ts";
import { sortedFormat } from "./sorted-document.ts";

type Column = readonly [name: string, value: (resource: Resource, projectName: string) => string];

// Scripts read by position: what is new stands at the end.
const columns: readonly Column[] = [
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
  ["tags", ({ tags }) => csvList(tags)],
  ["provider", ({ details }) => details.provider],
  ["account", ({ details }) => details.account ?? ""],
  ["project_name", (_, projectName) => projectName],
  ["country", ({ country }) => country ?? ""],
  ["protection", ({ details }) => csvList(details.protection.map((one) => pairOf(one.type, wordsOf(one))))],
  ["relations", ({ details }) => details.relations.map(({ type, urn }) => pairOf(type, urn)).join(" ")],
];

function wordsOf({ state, lastSuccessAt, retentionDays, copiesKept, detail }: Protection): string {
  const words = [
    state,
    detail ?? "",
    retentionDays === undefined ? "" : `kept ${retentionDays} days`,
    copiesKept === undefined ? "" : `${copiesKept} copies`,
    lastSuccessAt === undefined ? "" : `last ${lastSuccessAt}`,
  ];
  return words.filter((word) => word !== "").join(", ");
}

/** A table of resources for a spreadsheet (RFC 4180). Outcomes do not fit into it: the summary and the exit code tell. */
export function createCsv(spoolFolder: string): Format {
  const names = createProjectNames();
  return sortedFormat(spoolFolder, {
    note: names.note,
    async *write(resources) {
      yield `${columns.map(([name]) => name).join(",")}\r\n`;
      for await (const batch of resources) yield batch.map((listed) => rowOf(listed, names)).join("");
    },
  });
}

function rowOf({ json }: ListedResource, names: ProjectNames): string {
  const resource: Resource = JSON.parse(json);
  const { project, provider } = resource.details;
  const named = project === undefined ? "" : (names.nameOf(provider, project) ?? "");
  return `${columns.map(([, value]) => csvCell(value(resource, resource.details.projectName ?? named))).join(",")}\r\n`;
}

function pairOf(type: string, value: string | undefined): string {
  return value === undefined ? type : `${type}=${value}`;
}
