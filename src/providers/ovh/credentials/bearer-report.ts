import type { CredentialReport } from "../../../credentials/credential.ts";
import type { Send } from "../../../http/request.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { readAuthDetails } from "../preflight/questions.ts";

/** What OVHcloud says about whoever bears a token; nothing here tells when a token ends. */
export async function inspectBearer(send: Send, context: ReadContext, base: URL): Promise<CredentialReport> {
  const { account, identities, method, user } = await readAuthDetails(send, base, context);
  const [identity] = identities ?? [];
  return {
    ...(identity ? { identity, identities: identities ?? [] } : {}),
    ...(account ? { account } : {}),
    ...(method === "user" ? { bearer: "user" as const } : {}),
    ...(user ? { bearerId: user } : {}),
    expiries: [],
  };
}
