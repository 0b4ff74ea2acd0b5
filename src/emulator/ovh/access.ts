import type { EmulatorOptions } from "../options.ts";
import type { Plan } from "../plan.ts";
import { lettersAndDigits, randomWord, seriesOf } from "../random.ts";
import { type OvhBearers, ovhBearersOf } from "./bearers.ts";
import { applicationIds, type ConsumerKeys, createConsumerKeys } from "./consumer-keys.ts";
import { type OvhPolicy, policiesOf } from "./grants.ts";

/** The application whose consumer keys sign requests. */
export interface OvhApplication {
  readonly applicationId: number;
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly status: string;
}

/** Everything that opens the account. */
export interface OvhAccess {
  readonly accountName: string;
  readonly application: OvhApplication;
  /** The key that exists from the start. */
  readonly consumerKey: string;
  readonly keys: ConsumerKeys;
  readonly bearers: OvhBearers;
  readonly policies: readonly OvhPolicy[];
}

/** Makes up the credentials; the lengths are those of the published examples. */
export function ovhAccessOf(
  options: EmulatorOptions,
  { seed, ovhAccountName: accountName }: Plan,
  projectIds: readonly string[],
): OvhAccess {
  const random = seriesOf(seed, "ovh credential").random(0);
  const application = {
    applicationId: applicationIds.own,
    applicationKey: randomWord(lettersAndDigits, 16, random),
    applicationSecret: randomWord(lettersAndDigits, 32, random),
    status: options.ovhApplicationStatus ?? "active",
  };
  const consumerKey = randomWord(lettersAndDigits, 32, random);
  return {
    accountName,
    application,
    consumerKey,
    keys: createConsumerKeys(consumerKey, options, seed),
    bearers: ovhBearersOf(options, seed, accountName),
    policies: policiesOf(options, seed, projectIds),
  };
}
