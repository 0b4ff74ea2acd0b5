import * as z from "zod";
import { originSetting } from "../../config/operator-settings.ts";
import type { Credential } from "../../credentials/credential.ts";
import { invalid, parseJson } from "../../http/answer.ts";
import { createDoor, type Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import type { Authorizer } from "../../http/request.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import type { Approval, RequestSurroundings } from "../credential-request.ts";
import { untilApproved } from "./approval.ts";
import { key, type OvhConfig } from "./config.ts";
import { createOvhApplication } from "./credentials/application.ts";
import { baseUrl } from "./endpoints.ts";
import { classifierOf } from "./errors.ts";
import type { KeyRequestBody } from "./grants.ts";

/** The application that asks. */
export interface AskingApplication {
  readonly endpoint: OvhConfig["endpoint"];
  readonly application_key: string;
  readonly application_secret: string;
}

/** What a key is asked for. */
export interface KeyWish {
  readonly body: KeyRequestBody;
  readonly rights: readonly string[];
  readonly notes: readonly string[];
  /** How long the customer may take to approve it, in milliseconds. */
  readonly timeoutMs: number;
}

export type AskingSurroundings = Pick<RequestSurroundings, "operator" | "clock" | "signal">;

/** The way to the API with one consumer key. */
export interface KeyConnection {
  readonly base: URL;
  readonly credential: Credential;
  readonly door: Door;
}

/** The answer of `POST /auth/credential` (schema model `auth.ApiCredentialRequest`). */
const RequestedKey = z.object({ consumerKey: key, validationUrl: z.url({ protocol: /^https$/ }) });
type RequestedKey = z.infer<typeof RequestedKey>;

/**
 * Asks for a consumer key, shows where to approve it, and waits until that is done.
 *
 * @returns the key, which is a secret.
 * @throws InventoryError as `untilApproved` does.
 */
export async function requestConsumerKey(
  application: AskingApplication,
  { body, rights, notes, timeoutMs }: KeyWish,
  surroundings: AskingSurroundings & { readonly show: (approval: Approval) => void },
  context: ReadContext,
): Promise<string> {
  const requested = await requestKey(application, body, surroundings, context);
  surroundings.show({
    link: requested.validationUrl,
    rights,
    notes,
    hint: "log in with the account's id, such as xx12345-ovh: the page may refuse an e-mail address",
  });
  // `/auth/*` needs no rule, and no approval either: the key itself is asked what became of it.
  const { credential, door } = connectKey(application, requested.consumerKey, surroundings);
  const status = async () => (await credential.inspect(door.send, context)).status;
  await untilApproved(status, timeoutMs, surroundings);
  return requested.consumerKey;
}

/** The way to the API with a consumer key of the application; sends nothing. */
export function connectKey(
  { endpoint, application_key, application_secret }: AskingApplication,
  consumerKey: string,
  surroundings: AskingSurroundings,
): KeyConnection {
  const base = baseOf(endpoint, surroundings);
  const credential = createOvhApplication({
    endpoint,
    applicationKey: application_key,
    applicationSecret: application_secret,
    consumerKey,
    base,
    now: surroundings.clock.now,
  });
  return { base, credential, door: openDoor(credential, surroundings) };
}

/** Sent with the application's key alone, and never twice: each answer is another key. */
async function requestKey(
  application: AskingApplication,
  body: KeyRequestBody,
  surroundings: AskingSurroundings,
  context: ReadContext,
): Promise<RequestedKey> {
  const label = "POST /auth/credential";
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/json",
    "X-Ovh-Application": application.application_key,
  };
  const url = urlWithin(baseOf(application.endpoint, surroundings), "/auth/credential");
  const { send } = openDoor(noCredential(application), surroundings);
  const answer = await send(
    { method: "POST", url, headers, body: JSON.stringify(body), label, anonymous: true },
    context,
  );
  const parsed = RequestedKey.safeParse(parseJson(answer));
  if (!parsed.success) throw invalid(label, "answered without a key and a link to approve it", answer.requestId);
  return parsed.data;
}

function baseOf(endpoint: AskingApplication["endpoint"], { operator }: AskingSurroundings): URL {
  return baseUrl(endpoint, originSetting(operator, "CLOUD_INVENTORY_OVH_URL"));
}

function openDoor(authorizer: Authorizer, { clock, operator }: AskingSurroundings): Door {
  // Whoever waits asks again anyway: the door itself gives up early.
  const limits = { maxAttempts: 2, attemptTimeoutMs: 10_000, totalTimeoutMs: 20_000 };
  return createDoor({
    authorizer,
    classify: classifierOf("ovh-application"),
    requestIdHeaders: ["x-ovh-queryid"],
    limits,
    clock,
    proxyOf: operator.proxyOf,
  });
}

/** For requests that carry no credential. */
function noCredential({ application_key, application_secret }: AskingApplication): Authorizer {
  return {
    prepare: async () => {},
    authorize: async () => ({}),
    holdsSecret: (text) => [application_key, application_secret].some((secret) => text.includes(secret)),
  };
}
