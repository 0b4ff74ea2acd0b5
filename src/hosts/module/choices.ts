import { type OperatorSettings, readOperatorSettings } from "../../config/operator-settings.ts";
import { isRecord } from "../../http/answer.ts";
import { abortError, asInventoryError } from "../../inventory/errors.ts";
import { followSignals } from "../../inventory/follow-signals.ts";
import { newContext } from "../../inventory/new-context.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import { safeValue } from "../../inventory/safe-text.ts";
import { preflightLimits } from "../../preflight/preflight.ts";
import { type Choice, type ChoicesByField, wholeChoices } from "../../providers/choices.ts";
import { loadProvider } from "../../providers/registry.ts";

export interface ChoicesOptions {
  readonly signal?: AbortSignal;
  /** See `OpenInventoryOptions`. */
  readonly operator?: OperatorSettings;
}

/**
 * The values of the config's fields that are choices, by key: kinds, endpoints and scopes, which are known without asking, and projects by
 * name, regions and zones, asked for with the credential as far as it is typed. What could not be had comes with the reason. No secret of
 * the config is in the answer.
 *
 * @param config what is typed so far; keys that are missing or wrong are left out of account.
 * @throws InventoryError INVALID_CONFIG for an unknown inventory; CANCELLED; never for what a provider did.
 */
export async function choices(
  inventory: string,
  config: unknown = {},
  options: ChoicesOptions = {},
): Promise<ChoicesByField> {
  const definition = await loadProvider(inventory);
  const operator = options.operator ?? readOperatorSettings(process.env);
  const { signal, release } = followSignals([options.signal]);
  try {
    const asked = await definition.choose(config, { operator, limits: preflightLimits }, newContext(signal));
    if (signal.aborted) throw abortError(signal);
    const known = { ...fixedChoices(definition.configSchema), kinds: kindChoices(definition.kinds) };
    // Names of projects are written by tenants.
    return safeValue({ ...known, ...asked }) as ChoicesByField;
  } catch (thrown) {
    throw signal.aborted ? abortError(signal) : asInventoryError(thrown);
  } finally {
    release();
  }
}

/** What the schema lists, field by field. */
function fixedChoices({ properties }: Readonly<Record<string, unknown>>): ChoicesByField {
  const fields = Object.entries(isRecord(properties) ? properties : {});
  return Object.fromEntries(
    fields.flatMap(([key, field]) => {
      const values = isRecord(field) && Array.isArray(field["enum"]) ? field["enum"] : [];
      const listed = values.filter((value): value is string => typeof value === "string" && value !== "");
      return listed.length === 0 ? [] : [[key, wholeChoices(listed.map((value) => ({ value })))]];
    }),
  );
}

function kindChoices(kinds: readonly KindSummary[]): ChoicesByField[string] {
  return wholeChoices(kinds.map(kindChoice));
}

function kindChoice({ id, title, family, byDefault, optional, personal, connectors = [] }: KindSummary): Choice {
  return {
    value: id,
    title,
    family,
    byDefault,
    optional: optional ?? false,
    personal: personal ?? false,
    connectors,
  };
}
