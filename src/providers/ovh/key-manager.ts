import { ownName } from "../../config/key-names.ts";
import { readConfig } from "../../config/read-config.ts";
import { isRecord } from "../../http/answer.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import { newContext } from "../../inventory/new-context.ts";
import type { CredentialKeeper, CredentialManager } from "../credential-keeper.ts";
import type { RequestSurroundings } from "../credential-request.ts";
import { endKey, ownNumber, readAccountKeys, revokeKey } from "./account-keys.ts";
import { ovhFamilies } from "./config.ts";
import { type AskingSurroundings, connectKey, requestConsumerKey } from "./consumer-key.ts";
import { keyRequestBody } from "./grants.ts";
import { KeyRequestConfig, ovhKeyRequester } from "./key-request.ts";

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

/** @throws InventoryError INVALID_CONFIG, naming what lists and revokes no keys where the config holds that. */
function settingsOf(
  raw: unknown,
  where: string,
  { nameOf = ownName }: Pick<RequestSurroundings, "nameOf">,
): KeyRequestConfig {
  const others = ovhFamilies.filter(({ kind }) => kind !== "ovh-application").flatMap(({ keys }) => keys);
  const given = others.filter((name) => isRecord(raw) && raw[name]);
  if (given.length === 0) return readConfig(KeyRequestConfig, raw, where, nameOf).settings;
  const takes = `listing and revoking keys takes ${nameOf("application_key")} and ${nameOf("application_secret")}`;
  throw new InventoryError("INVALID_CONFIG", `${where}: ${takes}, in place of ${given.map(nameOf).join(", ")}`);
}

function managerWith(
  settings: KeyRequestConfig,
  consumerKey: string,
  surroundings: AskingSurroundings,
): CredentialManager {
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
          (thrown: unknown) => ({ id: undefined, why: asInventoryError(thrown).message }),
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
      closing ??= endKey(connection, newContext(new AbortController().signal)).catch((thrown: unknown) => {
        throw leftBehind(asInventoryError(thrown));
      });
      return closing;
    },
  };
}

function leftBehind({ code, message, requestId }: InventoryError): InventoryError {
  const sentence = `the key that lists and revokes keys could not be logged out (${message}): revoke it on the account's page of API keys`;
  return new InventoryError(code, sentence, { requestId });
}

function noOwnKey(): InventoryError {
  return new InventoryError("INVALID_CONFIG", "the config has no consumer_key");
}
