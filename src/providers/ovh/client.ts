import { type Answer, invalid, parseJson } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import { withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { hasNextLink } from "../../listing/paging/link.ts";
import { expired, type ListReader, type Query } from "../../listing/reader.ts";
import { batchHeaders, createBatchReader } from "./batches.ts";
import { isUnknownRoute } from "./errors.ts";

export type OvhReader = (context: ReadContext) => ListReader;

const headers = { Accept: "application/json", "User-Agent": "cloud-inventory-plugin" };

interface ReaderOptions {
  /** Whether details of version 1 may be asked for many at a time; they may unless the operator says otherwise. */
  readonly asksInBatches?: boolean | undefined;
}

/** Reads JSON documents of OVHcloud's API; paths are those of the schema: version 1, and below `/v2/` version 2. */
export function createOvhReader(
  door: Pick<Door, "send">,
  base: URL,
  { asksInBatches = true }: ReaderOptions = {},
): OvhReader {
  const baseOfVersion2 = new URL("/v2", base);
  const requestFor = (path: string, query: Query, more: Readonly<Record<string, string>> = {}) => {
    const url = isVersion2(path)
      ? urlWithin(baseOfVersion2, path.slice("/v2".length), query)
      : urlWithin(base, path, query);
    return { method: "GET", url, headers: { ...headers, ...more }, label: `GET ${path}` } as const;
  };
  const readBatch = createBatchReader(async (path, ids, query, context) => {
    const request = requestFor(`${path}/${ids.join(",")}`, query, batchHeaders);
    return documentOf(await door.send({ ...request, label: `GET ${path}/{${ids.length} ids}` }, context));
  });
  return (context) => ({
    read: async (path, query) => whole(await door.send(requestFor(path, query), context)),
    async readPage(path, query, more) {
      const answer = await door.send(requestFor(path, query, more), context);
      return {
        document: documentOf(answer),
        hasNext: hasNextLink(answer.headers),
        header: (name) => answer.headers.get(name) ?? undefined,
      };
    },
    async readDetail(path, query) {
      const request = { ...requestFor(path, query), accept: [404, 460] };
      const answer = await door.send(request, context).catch((thrown: unknown) => {
        // The list is there, and names the item: whatever a detail answers, the product is not absent.
        throw withoutAbsence(asInventoryError(thrown));
      });
      // An unknown route is not an item that has gone: reading it so would empty the whole list.
      if (isUnknownRoute(answer)) {
        throw new InventoryError("INVALID_RESPONSE", `${request.label} is listed, and its route does not exist`, {
          requestId: answer.requestId,
        });
      }
      if (answer.status === 404) return undefined;
      // 460: expired and not yet deleted. It still exists, so it is reported (ovh/python-ovh, ResourceExpiredError).
      return answer.status === 460 ? expired : whole(answer);
    },
    ...(asksInBatches
      ? { readDetails: async (path, ids, query) => (isVersion2(path) ? [] : readBatch(path, ids, query, context)) }
      : {}),
  });
}

function isVersion2(path: string): boolean {
  return path.startsWith("/v2/");
}

function documentOf(answer: Answer): unknown {
  const { status, label, requestId } = answer;
  if (status !== 200) throw invalid(label, `was answered with status ${status} instead of 200`, requestId);
  return parseJson(answer);
}

/**
 * The document of an answer that is all of it. No list of version 1 has pages unless they are asked for; if one comes as a
 * part all the same, the part must not pass for the whole.
 *
 * @throws InventoryError INVALID_RESPONSE
 */
function whole(answer: Answer): unknown {
  const { headers: of, label, requestId } = answer;
  const document = documentOf(answer);
  const totals = ["x-pagination-elements", "x-total-count"].map((name) => of.get(name));
  const differs = (total: string | null): boolean =>
    Array.isArray(document) && total !== null && Number(total) !== document.length;
  if (of.has("x-pagination-cursor-next") || hasNextLink(of) || totals.some(differs))
    throw invalid(label, "answered with one page of several", requestId);
  return document;
}
