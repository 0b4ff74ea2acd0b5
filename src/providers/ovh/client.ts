import { type Answer, invalid, parseJson } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { expired } from "../../http/paging/ids-then-detail.ts";
import { hasNextLink } from "../../http/paging/link.ts";
import type { DocumentReader } from "../../http/paging/read-list.ts";
import { urlWithin } from "../../http/path.ts";
import { withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { isUnknownRoute } from "./errors.ts";

export type OvhReader = (context: ReadContext) => DocumentReader;

const headers = { Accept: "application/json", "User-Agent": "cloud-inventory-plugin" };

/** Reads JSON documents of OVHcloud's version 1 API; paths are those of the schema, below `/1.0`. */
export function createOvhReader(door: Pick<Door, "send">, base: URL): OvhReader {
  const readWhole = async (path: string, query: Readonly<Record<string, string>>, context: ReadContext) => {
    const url = urlWithin(base, path, query);
    return whole(await door.send({ method: "GET", url, headers, label: `GET ${path}` }, context));
  };
  return (context) => ({
    read: (path, query) => readWhole(path, query, context),
    // No list of version 1 has pages: what comes as a part is refused, so there is no next page.
    readPage: async (path, query) => ({ document: await readWhole(path, query, context), hasNext: false }),
    async readDetail(path, query) {
      const url = urlWithin(base, path, query);
      const request = { method: "GET", url, headers, label: `GET ${path}`, accept: [404, 460] } as const;
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
  });
}

/**
 * The document of an answer that is all of it. No list of version 1 has pages unless they are asked for; if one comes as a
 * part all the same, the part must not pass for the whole.
 *
 * @throws InventoryError INVALID_RESPONSE
 */
function whole(answer: Answer): unknown {
  const { status, headers: of, label, requestId } = answer;
  if (status !== 200) throw invalid(label, `was answered with status ${status} instead of 200`, requestId);
  const document = parseJson(answer);
  const totals = ["x-pagination-elements", "x-total-count"].map((name) => of.get(name));
  const differs = (total: string | null): boolean =>
    Array.isArray(document) && total !== null && Number(total) !== document.length;
  if (of.has("x-pagination-cursor-next") || hasNextLink(of) || totals.some(differs))
    throw invalid(label, "answered with one page of several", requestId);
  return document;
}
