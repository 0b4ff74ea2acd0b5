import { createAdvancedClient, withHTTPClient, withProfile, withUserAgentSuffix } from "@scaleway/sdk-client";
import { invalid } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import { withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { hasNextLink } from "../../listing/paging/link.ts";
import type { ListReader, PageDocument } from "../../listing/reader.ts";
import { fromSdk } from "./errors.ts";

/** A filter of several ids is repeated, once for each. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

export interface ScalewayDocuments extends ListReader {
  read(path: string, query: Query): Promise<unknown>;
  readPage(path: string, query: Query): Promise<PageDocument>;
}

export type ScalewayReader = (context: ReadContext) => ScalewayDocuments;

export interface ClientKeys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Where the JSON APIs live. */
export const publicOrigin = new URL("https://api.scaleway.com");

/**
 * Reads JSON documents through the SDK's raw `fetch`: it authenticates and joins the total of a header into the body. Its
 * typed lists are never used: they read a missing list as an empty one. Defaults are not set either, since the SDK would
 * add them as silent filters (scaleway/scaleway-sdk-js, packages/client).
 *
 * The SDK takes no signal and hands on no headers, so each request gets a light client of its own, which carries its scope's
 * context and sees whether `Link` names a next page.
 */
export function createScalewayReader(
  door: Pick<Door, "send">,
  { accessKey, secretKey }: ClientKeys,
  origin: URL,
): ScalewayReader {
  return (context) => {
    const readPage: ScalewayDocuments["readPage"] = async (path, query) => {
      let headers = new Headers();
      const send: Door["send"] = async (...asked) => {
        const answer = await door.send(...asked);
        headers = answer.headers;
        return answer;
      };
      const client = createAdvancedClient(
        withProfile({ accessKey, secretKey, apiURL: origin.origin }),
        withHTTPClient(doorAsFetch({ send }, origin, context)),
        withUserAgentSuffix("cloud-inventory-plugin"),
      );
      const pairs = Object.entries(query).flatMap(([key, value]) =>
        [value].flat().map((one): [string, string] => [key, one]),
      );
      try {
        const document = await client.fetch({ method: "GET", path, urlParams: new URLSearchParams(pairs) });
        return { document, hasNext: hasNextLink(headers), header: (name) => headers.get(name) ?? undefined };
      } catch (thrown) {
        throw fromSdk(thrown, `GET ${path}`);
      }
    };
    const read: ScalewayDocuments["read"] = async (path, query) => (await readPage(path, query)).document;
    const readDetail: ScalewayDocuments["readDetail"] = async (path, query) => {
      try {
        return await read(path, query);
      } catch (thrown) {
        const error = withoutAbsence(asInventoryError(thrown));
        if (error.code === "NOT_FOUND") return undefined;
        throw error;
      }
    };
    return { read, readPage, readDetail };
  };
}

// Seen by the caller itself, so that nothing is sent twice: whatever is not an answer leaves unknown what was asked for.
const oneTry = [403, 404, 500, 502, 503, 504];

/** A door for what a run can do without: what is refused or fails is not asked again. */
export function askingOnce(send: Door["send"]): Door["send"] {
  return (request, context) => send({ ...request, accept: oneTry }, context);
}

/** Our door in the shape that the SDK calls: the answer it gets is rebuilt from bytes that were read to their end. */
function doorAsFetch(door: Pick<Door, "send">, origin: URL, context: ReadContext): typeof fetch {
  return async (input) => {
    const request = input as Request;
    const { pathname, searchParams } = new URL(request.url);
    const url = urlWithin(origin, pathname);
    url.search = searchParams.toString();
    const headers = Object.fromEntries(request.headers.entries());
    const answer = await door.send({ method: "GET", url, headers, label: `GET ${pathname}` }, context);
    if (answer.status !== 200) {
      throw invalid(answer.label, `was answered with status ${answer.status} instead of 200`, answer.requestId);
    }
    const rebuilt = new Headers(answer.headers);
    // The SDK reads JSON of exactly this type alone; a parameter behind it changes nothing.
    if (/^application\/json\b/i.test(rebuilt.get("content-type") ?? ""))
      rebuilt.set("content-type", "application/json");
    return new Response(answer.body, { status: answer.status, headers: rebuilt });
  };
}
