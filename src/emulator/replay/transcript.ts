import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, type EmulatedRequest, headerOf } from "../answer.ts";
import { readAuthorization } from "../object-storage/signature.ts";
import { decoded } from "../template.ts";
import { isObject } from "./recordings.ts";

/** The clouds that a run can be recorded of. */
export type RecordedProvider = "ovh" | "scaleway" | "ovh-data-platform";

/** What a run of `cloud-inventory` was answered, as `--record` wrote it: question by question, in its order. */
export interface Transcript {
  readonly providers: ReadonlySet<string>;
  /** What the config of a provider's run said; empty where the recording does not tell. */
  configOf(provider: RecordedProvider): RecordedConfig;
  /** The next recorded answer to a request; the last one is given for ever. Undefined where there is none. */
  next(provider: RecordedProvider, request: EmulatedRequest): Answer | undefined;
}

/** As far as a replay needs it, with the recording's stand-ins. */
export interface RecordedConfig {
  readonly projects: readonly string[];
  readonly organization: string | undefined;
  readonly credential: string | undefined;
  /** The access key in the path that tells about it. */
  readonly accessKey: string | undefined;
}

interface Recorded {
  readonly answers: Answer[];
  next: number;
}

const format = "cloud-inventory-recording";
const formatVersion = 1;

/**
 * Reads what `--record` wrote: the folder itself, or that of one inventory. Undefined where nothing there is of that form.
 *
 * @throws RangeError for a version of the form that is not known, and for two inventories of one provider.
 */
export function readTranscript(directory: string): Transcript | undefined {
  const files = jsonFilesIn(directory);
  const inner = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const routes = [...files, ...inner.flatMap(({ name }) => jsonFilesIn(join(directory, name)))].filter(isRecording);
  if (routes.length === 0) return undefined;
  if (routes.some((file) => file["formatVersion"] !== formatVersion))
    throw new RangeError("holds a recording of another version");
  assertOneInventoryEach(inner.map(({ name }) => name));
  const byQuestion = new Map<string, Recorded>();
  const urls: string[] = [];
  for (const { provider, method, responses } of routes) {
    for (const response of Array.isArray(responses) ? responses.filter(isObject) : []) {
      urls.push(String(response["url"]));
      const question = questionOf(provider, method, response);
      const recorded = byQuestion.get(question) ?? { answers: [], next: 0 };
      recorded.answers.push(answerOf(response));
      byQuestion.set(question, recorded);
    }
  }
  const inventories = routes.flatMap(({ inventories: told }) => (Array.isArray(told) ? told.filter(isObject) : []));
  return {
    providers: new Set(routes.flatMap(({ provider }) => (typeof provider === "string" ? [provider] : []))),
    configOf(provider) {
      const told = inventories.find((inventory) => inventory["provider"] === provider) ?? {};
      const projects = Array.isArray(told["projects"]) ? told["projects"].map(String) : [];
      return {
        projects: projects.length > 0 ? projects : queried(urls, /[?&]project(?:_id)?=([^&]+)/),
        organization: textOf(told["organization"]) ?? queried(urls, /[?&]organization(?:_id)?=([^&]+)/)[0],
        credential: textOf(told["credential"]),
        accessKey: queried(urls, /^\/iam\/v1alpha1\/api-keys\/([^/?]+)/)[0],
      };
    },
    next(provider, request) {
      const recorded = byQuestion.get(questionIn(provider, request));
      if (recorded === undefined) return undefined;
      const answer = recorded.answers[recorded.next];
      recorded.next = Math.min(recorded.next + 1, recorded.answers.length - 1);
      return answer;
    },
  };
}

type File = Readonly<Record<string, unknown>>;

function jsonFilesIn(directory: string): File[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".json"),
  );
  return names
    .map(({ name }) => name)
    .toSorted()
    .map((name): unknown => JSON.parse(readFileSync(join(directory, name), "utf8")))
    .filter(isObject);
}

function isRecording(file: File): boolean {
  return file["format"] === format;
}

/** Their answers would be given to each other's questions. */
function assertOneInventoryEach(folders: readonly string[]): void {
  const second = folders.find((name) => /\.\d+$/.test(name) && folders.includes(name.replace(/\.\d+$/, "")));
  if (second === undefined) return;
  throw new RangeError(`holds two inventories of one provider; name the folder of one, such as its ${second}`);
}

function queried(urls: readonly string[], form: RegExp): string[] {
  return [...new Set(urls.flatMap((url) => form.exec(url)?.[1] ?? []))];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function questionOf(provider: unknown, method: unknown, { url, signedFor, cursor }: File): string {
  const { region, project } = isObject(signedFor) ? signedFor : {};
  const signed = [textOf(region), provider === "scaleway" ? textOf(project) : undefined];
  return [provider, method, plainUrl(String(url)), ...signed, textOf(cursor)].join("\n");
}

function questionIn(provider: RecordedProvider, request: EmulatedRequest): string {
  const { method, target } = request;
  const url = provider === "ovh" ? target.replace(/^\/(1\.0|v1)(?=\/)/, "") : target;
  const { region, project } = readAuthorization(headerOf(request, "authorization")) ?? {};
  const signed = [region, provider === "scaleway" ? project : undefined];
  return [provider, method, plainUrl(url), ...signed, headerOf(request, "x-pagination-cursor")].join("\n");
}

/** A URL in one of the forms that it can be written in. */
function plainUrl(url: string): string {
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).toSorted();
  return `${path.split("/").map(decoded).join("/")}?${pairs.join("&")}`;
}

function answerOf({ status, headers, body, xml, unreadableBytes, unanswered }: File): Answer {
  if (unanswered === "network") return { status: 502, headers: {}, body: "", isCut: true };
  const whole = {
    status: typeof status === "number" ? status : 200,
    headers: isObject(headers)
      ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      : {},
  };
  if (typeof xml === "string") return { ...whole, body: xml };
  // What was no whole document is none here either.
  if (unreadableBytes !== undefined || unanswered !== undefined) return { ...whole, body: "<not recorded" };
  return { ...whole, body: body === undefined ? "" : JSON.stringify(body) };
}
