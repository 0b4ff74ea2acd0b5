import * as z from "zod";
import { commonKeys } from "../../config/common-keys.ts";
import { readConfig } from "../../config/read-config.ts";
import { refuse } from "../../config/refuse.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { newContext } from "../../inventory/new-context.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { CredentialRequester, CredentialWish } from "../credential-request.ts";
import { kindsOf } from "../products.ts";
import { key, OvhConfig } from "./config.ts";
import { requestConsumerKey } from "./consumer-key.ts";
import { keyRequestBody, ovhGranter, ruleNotes } from "./grants.ts";
import { keyChecks } from "./key-checks.ts";
import { neededRules } from "./needed-rules.ts";
import { products } from "./products.gen.ts";

/** The config of an application that asks: it may lack its consumer key, or hold one that is to be replaced. */
export const KeyRequestConfig = z
  .object({
    endpoint: OvhConfig.shape.endpoint,
    application_key: key,
    application_secret: key,
    consumer_key: key.optional(),
    project_ids: OvhConfig.shape.project_ids,
    ...commonKeys,
  })
  .superRefine(refuse(keyChecks));
export type KeyRequestConfig = z.infer<typeof KeyRequestConfig>;

/** A consumer key for the customer's account, with the rules that the chosen kinds need. */
export const ovhKeyRequester: CredentialRequester = {
  environment: {
    endpoint: "OVH_ENDPOINT",
    application_key: "OVH_APPLICATION_KEY",
    application_secret: "OVH_APPLICATION_SECRET",
  },
  async request(raw, where, wish, surroundings) {
    checkWish(wish);
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

/** @throws InventoryError INVALID_CONFIG for what no rule of a key can name. */
function checkWish({ projects, addresses }: CredentialWish): void {
  const isBlock = (text: string): boolean => z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success;
  if (!projects.every(ovhGranter.isProjectId))
    throw new InventoryError("INVALID_CONFIG", "projects must hold the ids of projects, not their names");
  if (!addresses.every(isBlock))
    throw new InventoryError("INVALID_CONFIG", "addresses must hold blocks such as 192.0.2.0/24 or 192.0.2.7/32");
}

/** The texts of a config that `readConfig` accepted. */
function textsOf(raw: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(Object(raw)).map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
