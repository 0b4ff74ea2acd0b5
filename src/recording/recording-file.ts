import type { RecordedAnswer, RecordedResponse } from "./scrub-answer.ts";
import type { Tally } from "./tally.ts";

/** What a program knows a recording by. */
const recordingFormat = "cloud-inventory-recording";
const formatVersion = 1;

/** So many answers of a route are kept. */
export const mostAnswers = 500;

const whatWasDone = [
  "Ids, names, addresses, tags, keys of maps and all text of free form are stand-ins: the same value has the same stand-in in this",
  "recording, and another in any other. Dates are moved, all by the same time of less than half a day. Numbers that may be ids are",
  'stand-ins, large ones are rounded. "(secret)", and empty lists and objects in its place, stand where something secret stood. Names of',
  "fields, types, states, regions, versions and counts are as they were answered. Please read it before you send it.",
];

/** How the file of a route begins; its answers follow, and {@link fileEnd}. */
export function fileStart(provider: string, { method, route }: Pick<RecordedAnswer, "method" | "route">): string {
  const about = [`What ${provider} answered to ${method} ${route}, scrubbed.`, ...whatWasDone];
  const head = { format: recordingFormat, formatVersion, about, provider, method, route };
  return `${indented(head).slice(0, -"\n}".length)},\n  "responses": [`;
}

/** One answer, behind those before it. */
export function fileEntry(response: RecordedResponse, isFirst: boolean): string {
  return `${isFirst ? "" : ","}\n    ${indented(response).replaceAll("\n", "\n    ")}`;
}

/** How the file of a route ends. */
export function fileEnd(answersRead: number, replaced: Tally): string {
  const end = { answersRead, answersLeftOut: Math.max(0, answersRead - mostAnswers), replaced };
  return `\n  ],${indented(end).slice("{".length)}\n`;
}

/** The name of the file of a route: `cloud_project_ID_instance.json`. */
export function fileName({ method, route }: Pick<RecordedAnswer, "method" | "route">): string {
  const words = route.split(/[^\w.-]+/).filter((word) => word !== "" && !/^\.+$/.test(word));
  const name = words.length === 0 ? "buckets" : words.join("_");
  return `${method === "GET" ? "" : `${method}_`}${name.slice(0, 180)}.json`;
}

/** An inventory of a recording. */
export interface RecordedInventory {
  /** The folder that its files are in. */
  readonly folder: string;
  readonly provider: string;
  /** The kind of credential, such as `ovh-service-account`. */
  readonly credential: string;
  /** The stand-ins of the projects and of the organization that its config names. */
  readonly projects: readonly string[];
  readonly organization?: string;
  readonly kinds: readonly string[];
}

/** The file that says what the recording is of. */
export function aboutFile(command: string, version: string, inventories: readonly RecordedInventory[]): string {
  const about = [
    `What \`cloud-inventory ${command} --record\` was answered, scrubbed: one file a route.`,
    ...whatWasDone,
  ];
  return `${indented({ format: recordingFormat, formatVersion, about, version, command, inventories })}\n`;
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
