import { createHash } from "node:crypto";
import type { ConfigForm } from "../config/config-form.ts";
import type { ConfigProblem } from "../config/config-problem.ts";
import { describeConfig } from "../config/config-schema.ts";
import type { CredentialFamily } from "../config/credential-families.ts";
import { formOfConfig } from "../config/form-of-config.ts";
import { type NameOf, ownName, withNames } from "../config/key-names.ts";
import { kindProblems } from "../config/kind-problems.ts";
import type { OperatorSettings } from "../config/operator-settings.ts";
import { type Config, readConfig } from "../config/read-config.ts";
import { settingsSoFar } from "../config/settings-so-far.ts";
import type { Credential } from "../credentials/credential.ts";
import type { SourceMap } from "../credentials/sources.ts";
import { type Clock, systemClock } from "../http/clock.ts";
import { defaultLimits, type Limits } from "../http/limits.ts";
import type { Observer } from "../http/observer.ts";
import type { RateBounds } from "../http/rate-controller.ts";
import { mebibyte } from "../http/read-body.ts";
import { type AcceptedGaps, acceptedGaps } from "../inventory/accepted-gaps.ts";
import type { Provider, ReadContext } from "../inventory/provider.ts";
import type { KindSummary, ResourceKind } from "../inventory/resource-kind.ts";
import type { Examiner } from "../preflight/examiner.ts";
import { defaultLeadDays } from "../preflight/expiry.ts";
import type { Granter, GrantPlace } from "../preflight/grant.ts";
import type { ChoicesByField } from "./choices.ts";
import type { CredentialKeeper } from "./credential-keeper.ts";
import type { CredentialRequester } from "./credential-request.ts";
import type { RegionRow } from "./region-table.ts";

/** What a provider is opened with, beside its own settings. */
export interface Surroundings {
  readonly operator: OperatorSettings;
  readonly limits: Limits;
  readonly clock: Clock;
  /** Who looks on at what is answered, where somebody does. */
  readonly observer: Observer | undefined;
}

export interface OpenOptions {
  readonly operator: OperatorSettings;
  /** What to call a key of the config in messages; by its own name when absent. */
  readonly nameOf?: NameOf;
  /** Stands above both the config and the provider's own limits; for tests and measurements. */
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** Who looks on at what is answered: a recording. */
  readonly observer?: Observer | undefined;
}

/** What a provider is asked with for choices. */
export type ChooseOptions = Pick<OpenOptions, "operator" | "limits" | "clock">;

/** A provider ready to read: nothing has been sent yet. */
export interface OpenedProvider {
  readonly provider: Provider & Examiner;
  /** The config's own choice of kinds, as patterns; empty for the default set. */
  readonly kindPatterns: readonly string[];
  /** What the config leaves out on purpose. */
  readonly acceptedGaps: AcceptedGaps;
  /** Whether an incomplete inventory counts as a success that says what is missing. */
  readonly acceptsIncomplete: boolean;
  /** Days before an end at which it is announced. */
  readonly leadDays: readonly number[];
  readonly expectedAccount: string | undefined;
  /** What the config says of the places that a grant is for. */
  readonly grantPlace: GrantPlace;
  readonly notices: readonly string[];
  /** Tells this credential from another one of the same account, and nothing more: the beginning of a digest of its keys. */
  readonly fingerprint: string;
}

/** The keys of one kind of credential. */
export type CredentialFields = CredentialFamily<Credential["kind"]>;

/** What the registry knows of a provider. */
export interface ProviderDefinition {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly KindSummary[];
  /** Loads what reads some kinds, in their order. */
  load(kinds: readonly KindSummary[]): Promise<readonly ResourceKind[]>;
  /** Where its regions and zones are, as far as that is known for certain. */
  readonly regions?: readonly RegionRow[];
  /** The keys of its config, to tell whose config a file is. */
  readonly configKeys: readonly string[];
  readonly sources: SourceMap;
  /** The JSON Schema of its config. */
  readonly configSchema: Readonly<Record<string, unknown>>;
  /** What a form needs beside that schema. */
  readonly configForm: ConfigForm;
  /** The keys of a credential that nobody prints. */
  readonly secretKeys: readonly string[];
  /** The kinds of credential of which a config holds one, and the keys of each. */
  readonly credentials: readonly CredentialFields[];
  /** Where the provider can be reached, as its config names it; empty where there is one place. */
  readonly endpoints: readonly string[];
  /** The key that says which projects are read, and its values; absent where there is no such choice. */
  readonly scopeSetting?: { readonly key: string; readonly values: readonly string[] };
  /** Writes what a credential has to be granted. */
  readonly granter: Granter;
  /** What a config that is still being typed says of the places that a grant is for, and its choice of kinds, as patterns. */
  readSoFar(raw: unknown): { readonly grantPlace: GrantPlace; readonly kindPatterns: readonly string[] };
  /**
   * The values of the fields whose choices the provider tells, by key, as far as the keys that are typed so far let it be asked. Never
   * rejects for what a provider did: what could not be had comes with the reason.
   */
  choose(raw: unknown, options: ChooseOptions, context: ReadContext): Promise<ChoicesByField>;
  /** Asks for a credential that the customer approves; absent where the provider has no such way. */
  readonly requester?: CredentialRequester;
  /** Lists and revokes the account's credentials; absent where that is done elsewhere. */
  readonly keeper?: CredentialKeeper;
  /** Where credentials are made, listed and revoked instead, in words; present where there is no `requester` or `keeper`. */
  readonly credentialsElsewhere?: string;
  /**
   * Checks a config by its JSON Schema, as a wizard does, and by what no schema can say. Sends nothing.
   *
   * @returns one entry for each problem; none where the config would open.
   */
  problemsOf(raw: unknown): Promise<readonly ConfigProblem[]>;
  /**
   * Checks a config and opens the provider with it.
   *
   * @param where what to call the config in messages.
   * @throws InventoryError INVALID_CONFIG
   */
  open(raw: unknown, where: string, options: OpenOptions): OpenedProvider;
}

/** The settings that every inventory has; `config/common-keys.ts` reads them. */
interface CommonSettings {
  readonly kinds?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly max_in_flight?: number | undefined;
  readonly max_requests_per_minute?: number | undefined;
  readonly expiry_warning_days?: readonly number[] | undefined;
  readonly on_incomplete?: "fail" | "accept" | undefined;
  readonly accepted_gaps?: readonly string[] | undefined;
  readonly expected_account?: string | undefined;
}

interface ProviderParts<Settings extends CommonSettings>
  extends Pick<
    ProviderDefinition,
    | "id"
    | "title"
    | "kinds"
    | "load"
    | "regions"
    | "sources"
    | "credentials"
    | "endpoints"
    | "granter"
    | "requester"
    | "keeper"
    | "credentialsElsewhere"
    | "scopeSetting"
  > {
  readonly config: Config<Settings>;
  /** How hard this cloud may be pressed unless the config says otherwise. */
  readonly limits: Pick<Limits, "rate" | "maxInFlight"> & Partial<Pick<Limits, "maxRequestsPerMinute">>;
  readonly create: (settings: Settings, surroundings: Surroundings) => Provider & Examiner;
  readonly grantPlaceOf: (settings: Partial<Settings>) => GrantPlace;
  /** Asks for the values of fields that are choices; absent where nothing tells them. */
  readonly choose?: (
    settings: Partial<Settings>,
    surroundings: Surroundings,
    context: ReadContext,
  ) => Promise<ChoicesByField>;
  /** What to tell of settings that are accepted and may be mistaken, one sentence each; no secret is repeated. */
  readonly noticesOf?: (settings: Settings) => readonly string[];
}

/** Binds a provider's config schema to its factory. */
export function defineProvider<Settings extends CommonSettings>(parts: ProviderParts<Settings>): ProviderDefinition {
  const { config, limits: ofProvider, create, grantPlaceOf, noticesOf, choose, ...told } = parts;
  const described = describeConfig(config, parts.credentials, parts);
  const { schema } = described;
  const form = formOfConfig(described, { ...parts, families: parts.credentials, names: namesElsewhere(parts.sources) });
  const limitsOf = (settings: Partial<CommonSettings>, operator: OperatorSettings, above?: Partial<Limits>): Limits => {
    const cap = settings.max_requests_per_minute ?? operator.maxRequestsPerMinute;
    return {
      ...defaultLimits,
      ...ofProvider,
      ...(settings.max_in_flight === undefined ? {} : { maxInFlight: settings.max_in_flight }),
      ...(cap === undefined ? {} : { maxRequestsPerMinute: cap, rate: liftedTo(cap, ofProvider.rate) }),
      ...(operator.maxBodyMebibytes === undefined ? {} : { maxBodyBytes: operator.maxBodyMebibytes * mebibyte }),
      ...above,
    };
  };
  return {
    ...told,
    configKeys: Object.keys(config.shape),
    configSchema: schema,
    configForm: form,
    secretKeys: Object.keys(form.keys).filter((key) => form.keys[key]?.secret),
    async problemsOf(raw) {
      // Only who validates pays for loading the validator.
      const { findProblems } = await import("../config/find-problems.ts");
      const problems = findProblems({ config, schema, form, families: parts.credentials }, raw);
      return problems.length > 0 ? problems : kindProblems(readConfig(config, raw, "config").settings, parts.kinds);
    },
    readSoFar(raw) {
      const settings: Partial<Settings> = settingsSoFar(config, raw);
      return { grantPlace: grantPlaceOf(settings), kindPatterns: settings.kinds ?? [] };
    },
    async choose(raw, { operator, limits: above, clock = systemClock }, context) {
      const settings = settingsSoFar(config, raw);
      const limits = limitsOf(settings, operator, above);
      return (await choose?.(settings, { operator, limits, clock, observer: undefined }, context)) ?? {};
    },
    open(raw, where, { operator, nameOf = ownName, limits: above, clock = systemClock, observer }) {
      const { settings, notices } = readConfig(config, raw, where, nameOf);
      const inNames = (notice: string): string => withNames(notice, Object.keys(config.shape), nameOf);
      const limits = limitsOf(settings, operator, above);
      return {
        provider: create(settings, { operator, limits, clock, observer }),
        kindPatterns: settings.kinds ?? [],
        acceptedGaps: acceptedGaps(settings.accepted_gaps ?? [], parts.kinds),
        acceptsIncomplete: settings.on_incomplete === "accept",
        leadDays: settings.expiry_warning_days ?? defaultLeadDays,
        expectedAccount: settings.expected_account,
        grantPlace: grantPlaceOf(settings),
        notices: [...notices, ...(noticesOf?.(settings) ?? []).map((notice) => `${where}: ${inNames(notice)}`)],
        fingerprint: fingerprintOf(settings, parts.credentials),
      };
    },
  };
}

// What no cap stands for.
const mostPerMinute = 1_000_000;

/** A cap above what would ever be tried says that the provider takes so much: then the rate begins and grows in proportion. */
function liftedTo(perMinute: number, rate: RateBounds): RateBounds {
  const factor = Math.max(1, (perMinute || mostPerMinute) / 60 / rate.ceilingPerSecond);
  return {
    // Without any cap there is nothing to begin carefully for.
    startPerSecond: perMinute === 0 ? rate.ceilingPerSecond * factor : rate.startPerSecond * factor,
    growthPerAnswer: rate.growthPerAnswer * factor,
    ceilingPerSecond: rate.ceilingPerSecond * factor,
    startInFlight: rate.startInFlight * factor,
  };
}

/** Of keys that are long and random, so that nobody works them out; 48 bits are enough for two to differ. */
function fingerprintOf(settings: object, credentials: readonly CredentialFields[]): string {
  const values = new Map(Object.entries(settings));
  const keys = credentials.flatMap((family) => family.keys).map((key) => `${key}=${values.get(key) ?? ""}`);
  return createHash("sha256").update(keys.join("\n")).digest("hex").slice(0, 12);
}

/** What keys are called by the vendor's tools. */
function namesElsewhere({ environment, profileNames = {} }: SourceMap): Readonly<Record<string, readonly string[]>> {
  const entries = [...Object.entries(environment), ...Object.entries(profileNames)];
  return Object.fromEntries(entries.map(([key]) => [key, entries.flatMap(([of, name]) => (of === key ? [name] : []))]));
}
