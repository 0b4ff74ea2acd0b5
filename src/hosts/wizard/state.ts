import { type ConfigProblem, checkValues, validateConfig } from "../../browser.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { readPackageFacts } from "../package-facts.ts";
import type { EnteredKey, ProviderOffer, WizardState } from "./api.ts";
import { findSources } from "./found-sources.ts";
import type { Session } from "./session.ts";

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
    entered: chosen === undefined ? [] : enteredKeys(session, problems),
    problems,
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

/** What is wrong with values that are there. */
function problemsSoFar({ chosen, values }: Session): readonly ConfigProblem[] {
  if (chosen === undefined) return [];
  const problems = checkValues(chosen.inventory, values);
  if (problems.length > 0) return problems;
  const ofWhole = validateConfig(chosen.inventory, values).problems;
  return ofWhole.filter(({ key }) => key !== undefined && values[key] !== undefined);
}

/** A value that is in doubt is not told either: it may be a secret that stands in the wrong field. */
function enteredKeys(session: Session, problems: readonly ConfigProblem[]): readonly EnteredKey[] {
  const { configForm, secretKeys } = session.definition();
  const untold = new Set([...secretKeys, ...problems.flatMap(({ key }) => key ?? [])]);
  return configForm.groups
    .flatMap(({ keys }) => keys)
    .flatMap((key): readonly EnteredKey[] => {
      const value = session.values[key];
      if (value === undefined) return [];
      return [untold.has(key) ? { key, entered: true } : { key, value }];
    });
}
