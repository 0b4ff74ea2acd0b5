import * as z from "zod";
import { commonKeys } from "../../config/common-keys.ts";
import { readConfig } from "../../config/read-config.ts";
import { refuse } from "../../config/refuse.ts";
import { newContext } from "../../inventory/new-context.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { CredentialRequester } from "../credential-request.ts";
import { kindsOf } from "../products.ts";
import { key, OvhConfig } from "./config.ts";
import { requestConsumerKey } from "./consumer-key.ts";
import { keyRequestBody, ruleNotes } from "./grants.ts";
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
    const rights = neededRules(chosen);
    const keyWish = {
      body: keyRequestBody(rights, wish.addresses),
      rights,
      notes: ruleNotes(chosen, rights),
      timeoutMs: wish.timeoutMs,
    };
    const context = newContext(surroundings.signal);
    const consumerKey = await requestConsumerKey(settings, keyWish, surroundings, context);
    return {
      ...textsOf(raw),
      consumer_key: consumerKey,
      // Discovery must not ask for what the rules leave out.
      ...(projects.length > 0 ? { project_ids: projects.join(",") } : {}),
      ...(named.length > 0 ? { kinds: kinds.map(({ id }) => id).join(",") } : {}),
    };
  },
};

/** The texts of a config that `readConfig` accepted. */
function textsOf(raw: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(Object(raw)).map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
