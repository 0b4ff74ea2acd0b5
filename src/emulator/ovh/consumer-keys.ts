import type { AccessRule, EmulatorOptions, OvhDecision } from "../options.ts";
import { lettersAndDigits, randomWord, seriesOf } from "../random.ts";

/** A consumer key: what an application may do for the account, as far as the customer agreed. */
export interface ConsumerKey {
  readonly consumerKey: string;
  readonly credentialId: number;
  readonly applicationId: number;
  readonly rules: readonly AccessRule[];
  readonly status: string;
  readonly expiration: string | null;
  readonly allowedIPs: readonly string[] | null;
  /** When it was last used, in milliseconds; null where it never was. */
  readonly lastUseMs: number | null;
}

/** What an application asks a consumer key for. */
export type KeyRequest = Pick<ConsumerKey, "rules" | "allowedIPs">;

/** All consumer keys of the emulated application. */
export interface ConsumerKeys {
  find(consumerKey: string): ConsumerKey | undefined;
  byId(credentialId: number): ConsumerKey | undefined;
  all(): readonly ConsumerKey[];
  /** Notes that a key signed a request. */
  use(consumerKey: string, timeMs: number): void;
  /** The key opens nothing any more, and is not listed. */
  revoke(consumerKey: string): void;
  /** A new key, which the customer has not approved yet. */
  request(wanted: KeyRequest): ConsumerKey;
  /** The key as its application sees it when it asks; the customer may have decided by then. */
  poll(consumerKey: string): ConsumerKey | undefined;
  /** @throws RangeError for a key that does not exist. */
  decide(consumerKey: string, decision: OvhDecision): void;
}

const firstCredentialId = 700_000_001;

/** The application whose keys these are, and one that somebody has forgotten. */
export const applicationIds = { own: 500_001, forgotten: 400_001 } as const;

/** The keys, of which one exists from the start. */
export function createConsumerKeys(first: string, options: EmulatorOptions, seed: number): ConsumerKeys {
  const { ovhApproval = "never", ovhApprovalAfterPolls = 0 } = options;
  const { status = "validated", expiration = null, allowedIPs = null } = options.ovhCredential ?? {};
  const words = seriesOf(seed, "ovh consumer key");
  const polls = new Map<string, number>();
  const keys = new Map<string, ConsumerKey>();
  let made = 0;
  const add = (key: Omit<ConsumerKey, "credentialId" | "applicationId">): ConsumerKey => {
    const added = { ...key, credentialId: firstCredentialId + made, applicationId: applicationIds.own };
    made += 1;
    keys.set(key.consumerKey, added);
    return added;
  };
  add({
    consumerKey: first,
    rules: options.ovhRules ?? [{ method: "GET", path: "/*" }],
    status,
    expiration,
    allowedIPs,
    lastUseMs: null,
  });
  keys.set("forgotten", {
    consumerKey: "forgotten",
    credentialId: 600_000_001,
    applicationId: applicationIds.forgotten,
    rules: [{ method: "GET", path: "/*" }],
    status: "expired",
    expiration: "2023-05-01T00:00:00Z",
    allowedIPs: null,
    lastUseMs: Date.UTC(2023, 3, 30),
  });
  return {
    find: (consumerKey) => keys.get(consumerKey),
    all: () => [...keys.values()],
    use(consumerKey, lastUseMs) {
      const key = keys.get(consumerKey);
      if (key !== undefined) keys.set(consumerKey, { ...key, lastUseMs });
    },
    revoke(consumerKey) {
      polls.delete(consumerKey);
      keys.delete(consumerKey);
    },
    byId: (credentialId) => [...keys.values()].find((key) => key.credentialId === credentialId),
    request(wanted) {
      const consumerKey = randomWord(lettersAndDigits, 32, words.random(made));
      polls.set(consumerKey, 0);
      return add({ ...wanted, consumerKey, status: "pendingValidation", expiration: null, lastUseMs: null });
    },
    poll(consumerKey) {
      const before = polls.get(consumerKey);
      if (before !== undefined) {
        polls.set(consumerKey, before + 1);
        if (ovhApproval !== "never" && before >= ovhApprovalAfterPolls) decide(consumerKey, ovhApproval);
      }
      return keys.get(consumerKey);
    },
    decide,
  };

  function decide(consumerKey: string, decision: OvhDecision): void {
    const key = keys.get(consumerKey);
    if (key === undefined) throw new RangeError("there is no such consumer key");
    // Whoever has decided does not decide again.
    polls.delete(consumerKey);
    keys.set(consumerKey, { ...key, status: decision });
  }
}
