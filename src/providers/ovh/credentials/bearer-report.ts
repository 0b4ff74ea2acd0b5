import type { CredentialReport, Expiry } from "../../../credentials/credential.ts";
import { invalid, parseJson } from "../../../http/answer.ts";
import { urlWithin } from "../../../http/path.ts";
import type { Send } from "../../../http/request.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { AuthDetails } from "../schemas.ts";

/**
 * What OVHcloud says about whoever bears a token: `GET /auth/details`. Rights are IAM's to tell, and no answer says when a
 * token ends.
 *
 * @param base where version 1 of the API lives.
 */
export async function readBearerReport(
  base: URL,
  expiry: Expiry,
  send: Send,
  context: ReadContext,
): Promise<CredentialReport> {
  const path = "/auth/details";
  const label = `GET ${path}`;
  const answer = await send({ method: "GET", url: urlWithin(base, path), headers: {}, label }, context);
  const { success, data } = AuthDetails.safeParse(parseJson(answer));
  if (!success) throw invalid(label, "answered without details", answer.requestId);
  const { account, identities, user } = data;
  const [identity] = identities ?? [];
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(account ? { account } : {}),
    bearer: user ? "user" : "application",
    expiries: [expiry],
  };
}
