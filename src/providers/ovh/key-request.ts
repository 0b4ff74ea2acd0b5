import * as z from "zod";
import { commonKeys } from "../../config/common-keys.ts";
import { originSetting } from "../../config/operator-settings.ts";
import { readConfig } from "../../config/read-config.ts";
import { refuse } from "../../config/refuse.ts";
import { invalid, parseJson } from "../../http/answer.ts";
import { createDoor, type Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import type { Authorizer } from "../../http/request.ts";
import { newContext } from "../../inventory/new-context.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { CredentialRequester, RequestSurroundings } from "../credential-request.ts";
import { kindsOf } from "../products.ts";
import { untilApproved } from "./approval.ts";
import { key, OvhConfig } from "./config.ts";
import { createOvhApplication } from "./credentials/application.ts";
import { baseUrl } from "./endpoints.ts";
import { classifierOf } from "./errors.ts";
import { type KeyRequestBody, keyRequestBody, ruleNotes } from "./grants.ts";
import { keyChecks } from "./key-checks.ts";
import { neededRules } from "./needed-rules.ts";
import { products } from "./products.gen.ts";

/** A config that still lacks its consumer key, or whose consumer key is to be replaced. */
const KeyRequestConfig = z
  .object({
    endpoint: OvhConfig.shape.endpoint,
    application_key: key,
    application_secret: key,
    consumer_key: key.optional(),
    project_ids: OvhConfig.shape.project_ids,
    ...commonKeys,
  })
  .superRefine(refuse(keyChecks));
type KeyRequestConfig = z.infer<typeof KeyRequestConfig>;

/** The answer of `POST /auth/credential` (schema model `auth.ApiCredentialRequest`). */
const RequestedKey = z.object({ consumerKey: key, validationUrl: z.url({ protocol: /^https$/ }) });
type RequestedKey = z.infer<typeof RequestedKey>;

/** A consumer key for the customer's account, with the rules that the chosen kinds need. */
export const ovhKeyRequester: CredentialRequester = {
  environment: {
    endpoint: "OVH_ENDPOINT",
    application_key: "OVH_APPLICATION_KEY",
    application_secret: "OVH_APPLICATION_SECRET",
  },
  async request(raw, where, wish, surroundings) {
    const { settings } = readConfig(KeyRequestConfig, raw, where, surroundings.nameOf);
    const named = wish.kindPatterns.length > 0 ? wish.kindPatterns : (settings.kinds ?? []);
    const kinds = selectKinds(kindsOf(products), named);
    const projects = wish.projects.length > 0 ? wish.projects : settings.project_ids;
    const chosen = { kinds, projects, narrow: wish.narrow, endpoint: settings.endpoint };
    const rules = neededRules(chosen);
    const body = keyRequestBody(rules, wish.addresses);
    const context = newContext(surroundings.signal);
    const requested = await requestKey(settings, body, surroundings, context);
    surroundings.show({
      link: requested.validationUrl,
      rights: rules,
      notes: ruleNotes(chosen, rules),
      hint: "log in with the account's id, such as xx12345-ovh: the page may refuse an e-mail address",
    });
    await untilApproved(statusOf(settings, requested, surroundings, context), wish.timeoutMs, surroundings);
    return {
      ...textsOf(raw),
      consumer_key: requested.consumerKey,
      // Discovery must not ask for what the rules leave out.
      ...(projects.length > 0 ? { project_ids: projects.join(",") } : {}),
      ...(named.length > 0 ? { kinds: kinds.map(({ id }) => id).join(",") } : {}),
    };
  },
};

/** Sent with the application's key alone, and never twice: each answer is another key. */
async function requestKey(
  settings: KeyRequestConfig,
  body: KeyRequestBody,
  surroundings: RequestSurroundings,
  context: ReadContext,
): Promise<RequestedKey> {
  const label = "POST /auth/credential";
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/json",
    "X-Ovh-Application": settings.application_key,
  };
  const url = urlWithin(
    baseUrl(settings.endpoint, originSetting(surroundings.operator, "CLOUD_INVENTORY_OVH_URL")),
    "/auth/credential",
  );
  const { send } = openDoor(noCredential(settings), surroundings);
  const answer = await send(
    { method: "POST", url, headers, body: JSON.stringify(body), label, anonymous: true },
    context,
  );
  const parsed = RequestedKey.safeParse(parseJson(answer));
  if (!parsed.success) throw invalid(label, "answered without a key and a link to approve it", answer.requestId);
  return parsed.data;
}

/** Asks what became of the key, with the key itself: `/auth/*` needs no rule, and no approval either. */
function statusOf(
  { endpoint, application_key, application_secret }: KeyRequestConfig,
  { consumerKey }: RequestedKey,
  surroundings: RequestSurroundings,
  context: ReadContext,
): () => Promise<string | undefined> {
  const credential = createOvhApplication({
    endpoint,
    applicationKey: application_key,
    applicationSecret: application_secret,
    consumerKey,
    base: baseUrl(endpoint, originSetting(surroundings.operator, "CLOUD_INVENTORY_OVH_URL")),
    now: surroundings.clock.now,
  });
  const { send } = openDoor(credential, surroundings);
  return async () => (await credential.inspect(send, context)).status;
}

function openDoor(authorizer: Authorizer, { clock, operator }: RequestSurroundings): Door {
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
function noCredential({ application_key, application_secret }: KeyRequestConfig): Authorizer {
  return {
    prepare: async () => {},
    authorize: async () => ({}),
    holdsSecret: (text) => [application_key, application_secret].some((secret) => text.includes(secret)),
  };
}

/** The texts of a config that `readConfig` accepted. */
function textsOf(raw: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(Object(raw)).map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
