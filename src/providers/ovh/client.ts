import { parseJson } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import type { DocumentReader } from "../../http/paging/read-list.ts";
import { urlWithin } from "../../http/path.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { isUnknownRoute } from "./errors.ts";

export type OvhReader = (context: ReadContext) => DocumentReader;

const headers = { Accept: "application/json", "User-Agent": "cloud-inventory-plugin" };

/** Reads JSON documents of OVHcloud's version 1 API; paths are those of the schema, below `/1.0`. */
export function createOvhReader(door: Door, base: URL): OvhReader {
  return (context) => ({
    async read(path, query) {
      const url = urlWithin(base, path, query);
      return parseJson(await door.send({ method: "GET", url, headers, label: `GET ${path}` }, context));
    },
    async readDetail(path, query) {
      const url = urlWithin(base, path, query);
      const request = { method: "GET", url, headers, label: `GET ${path}`, accept: [404, 460] } as const;
      const answer = await door.send(request, context);
      // An unknown route is not an item that has gone: reading it so would empty the whole list.
      if (isUnknownRoute(answer)) {
        throw new InventoryError("INVALID_RESPONSE", `${request.label} is listed, and its route does not exist`, {
          requestId: answer.requestId,
        });
      }
      if (answer.status === 404) return undefined;
      // 460: expired and not yet deleted. It still exists, so it is reported (ovhcloud-api.md section 5.2).
      return answer.status === 460 ? { status: "expired" } : parseJson(answer);
    },
  });
}
