import * as z from "zod";
import { commonKeys } from "../../config/common-keys.ts";
import { readConfig } from "../../config/read-config.ts";
import { refuse } from "../../config/refuse.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { newContext } from "../../inventory/new-context.ts";
import type { CredentialKeeper, CredentialManager } from "../credential-keeper.ts";
import { endKey, ownNumber, readAccountKeys, revokeKey } from "./account-keys.ts";
import { key, OvhConfig } from "./config.ts";
import { type AskingSurroundings, connectKey, requestConsumerKey } from "./consumer-key.ts";
import { keyRequestBody } from "./grants.ts";
import { keyChecks } from "./key-checks.ts";
import { ovhKeyRequester } from "./key-request.ts";

/** A config of an application's keys; what else it says is of no use here. */
const KeyConfig = z
  .object({
    endpoint: OvhConfig.shape.endpoint,
    application_key: key,
    application_secret: key,
    consumer_key: key.optional(),
    project_ids: OvhConfig.shape.project_ids,
    ...commonKeys,
  })
  .superRefine(refuse(keyChecks));
type KeyConfig = z.infer<typeof KeyConfig>;

// GET /me/api/credential/{id} names the application, which then tells what it is called.
const listingRules = [
  "GET /me/api/application",
  "GET /me/api/application/*",
  "GET /me/api/credential",
  "GET /me/api/credential/*",
];
const revokingRule = "DELETE /me/api/credential/*";

/**
 * The account's API keys. Listing takes a key of its own, since no key of an inventory needs these rules, and none should have them: who
 * may list keys and revoke them holds the account. It lives in memory alone, and is logged out at the end.
 */
export const ovhKeyManager: CredentialKeeper = {
  environment: { ...ovhKeyRequester.environment, consumer_key: "OVH_CONSUMER_KEY" },
  optional: ["consumer_key"],
  async open(raw, where, { revokes, timeoutMs }, surroundings) {
    const settings = settingsOf(raw, where, surroundings);
    const rights = revokes ? [...listingRules, revokingRule] : listingRules;
    const notes = ["this key is for listing and revoking keys alone: it is kept in memory and logged out at the end"];
    const wish = { body: keyRequestBody(rights), rights, notes, timeoutMs };
    const consumerKey = await requestConsumerKey(settings, wish, surroundings, newContext(surroundings.signal));
    return managerWith(settings, consumerKey, surroundings);
  },
  async endOwn(raw, where, surroundings) {
    const settings = settingsOf(raw, where, surroundings);
    if (settings.consumer_key === undefined) {
      const name = surroundings.nameOf?.("consumer_key") ?? "consumer_key";
      throw new InventoryError("INVALID_CONFIG", `${where}: ${name} is missing, so there is no key to revoke`);
    }
    await endKey(connectKey(settings, settings.consumer_key, surroundings), newContext(surroundings.signal));
  },
};

function settingsOf(raw: unknown, where: string, { nameOf }: Parameters<CredentialKeeper["endOwn"]>[2]): KeyConfig {
  return readConfig(KeyConfig, raw, where, nameOf).settings;
}

function managerWith(settings: KeyConfig, consumerKey: string, surroundings: AskingSurroundings): CredentialManager {
  const connection = connectKey(settings, consumerKey, surroundings);
  const contextOf = (signal = surroundings.signal) => newContext(signal);
  const own = async (signal?: AbortSignal) => {
    if (settings.consumer_key === undefined) throw noOwnKey();
    return ownNumber(connectKey(settings, settings.consumer_key, surroundings), contextOf(signal));
  };
  let closing: Promise<void> | undefined;
  return {
    async list(signal) {
      const context = contextOf(signal);
      const [mine, asking] = await Promise.all([
        own(signal).then(
          (id) => ({ id, why: undefined }),
          (thrown: unknown) => ({ id: undefined, why: thrown instanceof InventoryError ? thrown.message : "" }),
        ),
        ownNumber(connection, context),
      ]);
      const found = await readAccountKeys(connection, context, { own: mine.id, except: asking });
      return { ...found, ...(mine.why === undefined ? {} : { ownUnknown: mine.why }) };
    },
    async revoke(id, signal) {
      const context = contextOf(signal);
      if (id === (await ownNumber(connection, context))) {
        throw new InventoryError("INVALID_CONFIG", "this is the key that revokes: it is logged out at the end");
      }
      await revokeKey(id, connection, context);
    },
    // Also after the caller's own signal: a key that lists and revokes keys must not be left behind.
    close: () => {
      closing ??= endKey(connection, newContext(new AbortController().signal));
      return closing;
    },
  };
}

function noOwnKey(): InventoryError {
  return new InventoryError("INVALID_CONFIG", "the config has no consumer_key");
}
