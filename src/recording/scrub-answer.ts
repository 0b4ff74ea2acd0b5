import type { Answer } from "../http/answer.ts";
import type { Unanswered } from "../http/observer.ts";
import type { OutgoingRequest } from "../http/request.ts";
import { scrubHeaders } from "./headers.ts";
import { type AnswerPlace, scrubValue } from "./scrub-value.ts";
import { scrubXml } from "./scrub-xml.ts";
import type { StandIns } from "./stand-ins.ts";
import type { Tally } from "./tally.ts";
import { type ScrubbedUrl, scrubUrl } from "./urls.ts";
import { secretFields } from "./vendor-words.gen.ts";

/** One answer as it stands in the file of its route. */
export interface RecordedResponse {
  readonly url: string;
  /** The region and the project that a request to object storage was signed for: nothing else says what was asked. */
  readonly signedFor?: { readonly region: string; readonly project?: string };
  /** The stand-in of the cursor that the page before gave. */
  readonly cursor?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON document. */
  readonly body?: unknown;
  /** A document of S3's. */
  readonly xml?: string;
  /** The size of a body that is neither: nothing of it is kept. */
  readonly unreadableBytes?: number;
  /** Items that were left out of its lists. */
  readonly itemsLeftOut?: number;
  /** In place of everything else, where no answer came. */
  readonly unanswered?: Unanswered;
}

/** An answer, and the route that it is of. */
export interface RecordedAnswer {
  readonly method: string;
  readonly route: string;
  readonly response: RecordedResponse;
}

type Scrub = (request: OutgoingRequest, answer: Answer | Unanswered, tally: Tally) => RecordedAnswer;

/** Makes recordings of answers. Nothing of a request is kept but its path, its query, and the place that it was signed for. */
export function createScrubber(standIns: StandIns): Scrub {
  return (request, answer, tally) => {
    const url = scrubUrl(request.url, standIns);
    const question = { url: url.url, ...signedFor(request, standIns), ...cursorOf(request, standIns) };
    const response =
      typeof answer === "string"
        ? { ...question, unanswered: answer }
        : { ...question, ...answerOf(answer, url, standIns, tally) };
    return { method: request.method, route: url.route, response };
  };
}

function signedFor({ audience }: OutgoingRequest, standIns: StandIns): Pick<RecordedResponse, "signedFor"> {
  if (audience === undefined) return {};
  const { region, project } = audience;
  return { signedFor: { region, ...(project === undefined ? {} : { project: standIns.of(project) }) } };
}

/** OVHcloud's version 2 is told by a header which page is asked for. */
function cursorOf({ headers }: OutgoingRequest, standIns: StandIns): Pick<RecordedResponse, "cursor"> {
  const cursor = Object.entries(headers).find(([name]) => name.toLowerCase() === "x-pagination-cursor")?.[1];
  return cursor === undefined ? {} : { cursor: standIns.of(cursor) };
}

function answerOf(
  { status, headers, body }: Answer,
  url: ScrubbedUrl,
  standIns: StandIns,
  tally: Tally,
): Omit<RecordedResponse, "url"> {
  const itemsBefore = tally.items;
  const place: AnswerPlace = {
    standIns,
    tally,
    isRefusal: status < 200 || status > 299,
    places: url.places,
    secrets: secretsAt(url.form),
    rootField: rootFieldOf(url.form),
  };
  const document = documentOf(body, place);
  const left = tally.items - itemsBefore;
  return {
    status,
    headers: scrubHeaders(headers, standIns),
    ...document,
    ...(left === 0 ? {} : { itemsLeftOut: left }),
  };
}

function documentOf(body: Uint8Array, place: AnswerPlace): Pick<RecordedResponse, "body" | "xml" | "unreadableBytes"> {
  if (body.byteLength === 0) return {};
  const text = new TextDecoder().decode(body);
  try {
    return { body: scrubValue(JSON.parse(text), place) };
  } catch {
    const xml = scrubXml(text, place);
    return xml === undefined ? { unreadableBytes: body.byteLength } : { xml };
  }
}

// What the account says of a person (schema model `nichandle.Nichandle`): short words too.
const personal: Readonly<Record<string, readonly string[]>> = {
  "/me": "area birthCity birthDay city firstname language legalform name sex spareEmail state zip".split(" "),
};
const routesWithSecrets = Object.entries(secretFields);

/** A list's secret fields are secret in its items' details, and in whatever is below them. */
function secretsAt(form: string): readonly string[] {
  const own = routesWithSecrets.filter(([route]) => form === route || form.startsWith(`${route}/`));
  return [...own.flatMap(([, fields]) => fields), ...(personal[form] ?? [])];
}

/** A list without a key is called by its path: `/cloud/project/{ID}/region` lists regions. */
function rootFieldOf(form: string): string {
  const last = form.split("/").at(-1) ?? "";
  return /^(region|zone)s?$/.test(last) ? "region" : "";
}
