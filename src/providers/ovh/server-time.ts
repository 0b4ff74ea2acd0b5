import { invalid, parseJson } from "../../http/answer.ts";
import { urlWithin } from "../../http/path.ts";
import type { Send } from "../../http/request.ts";
import type { ReadContext } from "../../inventory/provider.ts";

/**
 * The provider's time in whole seconds that have begun, since the epoch: `GET /auth/time` answers a bare number and needs no
 * credential.
 *
 * @throws InventoryError INVALID_RESPONSE
 */
export async function readServerTime(send: Send, base: URL, context: ReadContext): Promise<number> {
  const label = "GET /auth/time";
  const url = urlWithin(base, "/auth/time");
  const answer = await send({ method: "GET", url, headers: {}, label, anonymous: true }, context);
  const seconds = parseJson(answer);
  if (typeof seconds === "number" && Number.isFinite(seconds)) return seconds;
  throw invalid(label, "answered with something that is not a time", answer.requestId);
}
