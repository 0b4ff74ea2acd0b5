import { validateConfig } from "../../browser.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { readPackageFacts } from "../package-facts.ts";
import type { EnteredKey, ProviderOffer, WizardState } from "./api.ts";
import { findSources } from "./found-sources.ts";
import { otherProvider, swappedPair } from "./misplaced-keys.ts";
import type { Session } from "./session.ts";
import { problemsSoFar, untoldKeys } from "./untold-keys.ts";

/** Everything that the page has to know; nothing of it is a secret. */
export function stateOf(session: Session, idleMinutes: number): WizardState {
  const { chosen, definitions, environment, folder, kept, report, discovered } = session;
  const problems = problemsSoFar(session);
  return {
    version: readPackageFacts().version,
    folder,
    idleMinutes,
    providers: definitions.map(offerOf),
    found: definitions.flatMap((definition) => findSources(definition, environment).map(({ source }) => source)),
    ...(chosen === undefined ? {} : { chosen }),
    entered: chosen === undefined ? [] : enteredKeys(session),
    problems,
    ...misplaced(session),
    isReady: chosen !== undefined && validateConfig(chosen.inventory, session.values).valid,
    ...(report === undefined ? {} : { report }),
    ...(discovered === undefined ? {} : { discovered }),
    kept: [...kept],
  };
}

function offerOf({ id, title, configForm, endpoints, requester }: ProviderDefinition): ProviderOffer {
  return {
    inventory: id,
    title,
    form: configForm,
    endpoints,
    ...(requester === undefined ? {} : { approvalKeys: Object.keys(requester.environment) }),
  };
}

/** What can be done about keys that stand in the wrong fields. */
function misplaced({ chosen, definition, definitions, values }: Session): Pick<WizardState, "swapped" | "elsewhere"> {
  if (chosen === undefined) return {};
  const swapped = swappedPair(definition(), values);
  if (swapped !== undefined) return { swapped };
  const other = otherProvider(definition(), values, definitions);
  if (other === undefined) return {};
  const { inventory, credential } = other;
  return { elsewhere: { inventory, credential, keys: Object.keys(other.values) } };
}

function enteredKeys(session: Session): readonly EnteredKey[] {
  const { configForm } = session.definition();
  const untold = untoldKeys(session);
  return configForm.groups
    .flatMap(({ keys }) => keys)
    .flatMap((key): readonly EnteredKey[] => {
      const value = session.values[key];
      if (value === undefined) return [];
      return [untold.has(key) ? { key, entered: true } : { key, value }];
    });
}
