import type { Event } from "../../../inventory/event.ts";
import type { Protection, Resource } from "../../../inventory/resource.ts";
import { createProjectNames, isProjectKind, type ProjectNames, projectOf } from "../project-names.ts";
import type { Format } from "./format.ts";

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
  ["tags", ({ tags }) => listOf(tags)],
  ["provider", ({ details }) => details.provider],
  ["account", ({ details }) => details.account ?? ""],
  ["project_name", (_, projectName) => projectName],
  ["country", ({ country }) => country ?? ""],
  ["protection", ({ details }) => listOf(details.protection.map((one) => pairOf(one.type, wordsOf(one))))],
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
export function createCsv(): Format {
  const header = `${columns.map(([name]) => name).join(",")}\r\n`;
  const queues = new Map<string, RowQueue>();
  const names = createProjectNames();
  let isBegun = false;
  const begun = (rows: string): string => {
    if (isBegun || rows === "") return rows;
    isBegun = true;
    return `${header}${rows}`;
  };
  return {
    event(event) {
      names.note(event);
      const { inventory } = event;
      const queue = queues.get(inventory) ?? createRowQueue(inventory, names);
      queues.set(inventory, queue);
      return begun(queue.take(event));
    },
    end() {
      const rows = [...queues.values()].map((queue) => queue.rest()).join("");
      return isBegun || rows !== "" ? begun(rows) : header;
    },
  };
}

interface RowQueue {
  /** The rows that an event completes. */
  take(event: Event): string;
  /** The rows that still wait. */
  rest(): string;
}

// What is held is bounded, whatever the account: beyond it a row goes without the name of its project.
const mostWaiting = 10_000;
// So many at once, since each release moves all that stay.
const releasedAtOnce = 1_000;

/** Rows in their order, each once it is known what its project is called or that the run does not read it. */
function createRowQueue(inventory: string, names: ProjectNames): RowQueue {
  const waiting: Resource[] = [];
  /** The scopes in which the run has read what the projects are called. */
  const ended = new Set<string>();
  let readsNames = false;
  let readsProjects = false;
  const nameOf = ({ details }: Resource): string | undefined =>
    details.project === undefined ? undefined : names.nameOf(inventory, details.project);
  const isReady = (resource: Resource): boolean => {
    const { project } = resource.details;
    if (!readsNames || project === undefined || nameOf(resource) !== undefined) return true;
    return ended.has(project) || ended.has("account");
  };
  /** Whether no name of the scope's project comes any more: a scope that names none was listed without one. */
  const endsNaming = ({ kind, projectName }: Extract<Event, { type: "scope" }>): boolean =>
    isProjectKind(kind) || (!readsProjects && projectName === undefined);
  const released = (count: number): string =>
    waiting
      .splice(0, count)
      .map((resource) => rowOf(resource, nameOf(resource) ?? ""))
      .join("");
  return {
    take(event) {
      if (event.type === "started") {
        readsProjects = event.kinds.some(isProjectKind);
        readsNames = event.namesProjects === true || readsProjects;
      }
      if (event.type === "scope" && endsNaming(event)) ended.add(projectOf(event.scope));
      if (event.type === "finished") return released(waiting.length);
      if (event.type === "resource") waiting.push(event.resource);
      const held = waiting.findIndex((resource) => !isReady(resource));
      const excess = waiting.length > mostWaiting ? releasedAtOnce : 0;
      return released(Math.max(held === -1 ? waiting.length : held, excess));
    },
    rest: () => released(waiting.length),
  };
}

function rowOf(resource: Resource, projectName: string): string {
  return `${columns.map(([, value]) => cell(value(resource, projectName))).join(",")}\r\n`;
}

/** Entries with a space between them: white space in an entry, and the `%` of such an encoding, are percent-encoded. A URN has neither space. */
function listOf(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/[\s%]/g, encodeURIComponent)).join(" ");
}

function pairOf(type: string, value: string | undefined): string {
  return value === undefined ? type : `${type}=${value}`;
}

/**
 * One cell. A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, and names are written by tenants; an
 * apostrophe makes it text (OWASP, CSV injection).
 */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
