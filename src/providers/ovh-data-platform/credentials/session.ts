import { sharedQuestion } from "../../../credentials/shared-question.ts";
import { invalid, parseJson } from "../../../http/answer.ts";
import { urlWithin } from "../../../http/path.ts";
import type { Send } from "../../../http/request.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { labels } from "../errors.ts";
import { loginPath } from "../places.ts";
import { Login } from "../schemas.ts";

/** A login that is kept as long as its token may be used. */
export interface Session {
  /** The answer of the last login. */
  current(): Login | undefined;
  /**
   * Logs in where there is no login to use, or where `renew` asks for a new one; once for all who ask at the same time.
   *
   * @throws InventoryError
   */
  open(send: Send, context: ReadContext, renew: boolean): Promise<void>;
}

export interface SessionKeys {
  readonly apiKey: string;
  readonly secretKey: string;
  /** Where the project lives. */
  readonly origin: URL;
  /** Milliseconds by a clock that is never set. */
  readonly monotonic: () => number;
}

// How long a token lives is set in the project and told in no answer, so it is given up early: a login is one request.
const trustedForMs = 4 * 60_000;

/** Logs in with an API key (ovh/docs, data_platform/technical/api-reference/iam). */
export function createSession({ apiKey, secretKey, origin, monotonic }: SessionKeys): Session {
  let login: Login | undefined;
  let trustedUntilMs = Number.NEGATIVE_INFINITY;

  // `forepaas` is the platform's own name for the identity service of the project.
  const logIn = sharedQuestion(async (send, context) => {
    const askedAtMs = monotonic();
    const answer = await send(
      {
        method: "POST",
        url: urlWithin(origin, loginPath),
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ auth_mode: "apikey", apikey: apiKey, secretkey: secretKey, app_id: "forepaas" }),
        label: labels.login,
        idempotent: true,
        anonymous: true,
      },
      context,
    );
    const parsed = Login.safeParse(parseJson(answer));
    if (!parsed.success) throw invalid(answer.label, "answered without a token", answer.requestId);
    login = parsed.data;
    trustedUntilMs = askedAtMs + trustedForMs;
  });

  return {
    current: () => login,
    async open(send, context, renew) {
      if (renew || login === undefined || monotonic() >= trustedUntilMs) await logIn(send, context);
    },
  };
}
