import { recognise } from "../../browser.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { choices } from "../module/choices.ts";
import { rights } from "../module/rights.ts";
import type { ChooseRequest, EnterAnswer, EnterRequest, RightsRequest, WizardCalls, WizardState } from "./api.ts";
import { findSources } from "./found-sources.ts";
import { keep } from "./keep.ts";
import { exchanged, otherProvider } from "./misplaced-keys.ts";
import type { Session } from "./session.ts";
import { stateOf } from "./state.ts";
import { untoldKeys } from "./untold-keys.ts";
import { without } from "./values.ts";

/** What a call is made with beside what was sent. */
export interface CallSurroundings {
  readonly session: Session;
  readonly idleMinutes: number;
  /** Aborted where the page no longer waits. */
  readonly signal: AbortSignal;
  /** Ends the wizard once this call is answered. */
  readonly end: () => void;
}

type Call<Name extends keyof WizardCalls> = (
  request: WizardCalls[Name]["request"],
  surroundings: CallSurroundings,
) => WizardCalls[Name]["answer"] | Promise<WizardCalls[Name]["answer"]>;

/** The calls that are answered at once. */
export const calls: { readonly [Name in keyof WizardCalls]: Call<Name> } = {
  state: (_request, surroundings) => told(surroundings),
  choose(request, surroundings) {
    if ("found" in request) takeFound(request.found, surroundings.session);
    else choose(request, surroundings.session);
    return told(surroundings);
  },
  enter: (request, surroundings) => enter(request, surroundings),
  rights: (request, { session }) => rightsOf(request, session),
  async choices(_request, { session, signal }) {
    const known = await choices(session.definition().id, session.values, { operator: session.operator, signal });
    session.name(Object.values(known).flatMap((field) => field.choices.map(({ value }) => value)));
    return known;
  },
  async estimate({ kinds }, { session, signal }) {
    return (await session.open()).estimate({ kinds: kinds ?? session.kinds(), signal });
  },
  keep: (request, { session }) => keep(request, session),
  end(_request, { end }) {
    end();
    return {};
  },
};

function told({ session, idleMinutes }: CallSurroundings): WizardState {
  return stateOf(session, idleMinutes);
}

function choose({ carry = false, ...way }: Exclude<ChooseRequest, { readonly found: string }>, session: Session): void {
  const other = carry ? otherProvider(session.definition(), session.values, session.definitions) : undefined;
  session.choose(way);
  if (other?.inventory === way.inventory) session.enter(other.values);
}

function takeFound(wanted: string, session: Session): void {
  const all = session.definitions.flatMap((definition) => findSources(definition, session.environment));
  const found = all.find(({ source }) => source.id === wanted);
  if (found === undefined) throw new InventoryError("INVALID_CONFIG", "this credential is not there any more");
  const { inventory, credential, problem, id } = found.source;
  if (problem !== undefined) throw new InventoryError("INVALID_CONFIG", problem);
  session.take({ inventory, ...(credential === undefined ? {} : { credential }), found: id }, found.values);
}

function enter({ values = {}, exchange, pasted }: EnterRequest, surroundings: CallSurroundings): EnterAnswer {
  const { session } = surroundings;
  if (Object.keys(values).length > 0) session.enter(values);
  if (exchange !== undefined) session.enter(exchanged(session.values, exchange));
  if (pasted === undefined) return { state: told(surroundings) };
  const { inventory, credential, values: read, problems } = recognise(pasted, session.chosen?.inventory);
  // The keys of another provider than the chosen one are left where they are: the problems say so.
  const isTaken = inventory !== undefined && (session.chosen?.inventory ?? inventory) === inventory;
  if (isTaken) {
    session.choose({ inventory, ...(credential === undefined ? {} : { credential }) });
    session.enter(read);
  }
  return {
    state: told(surroundings),
    recognised: {
      ...(inventory === undefined ? {} : { inventory }),
      ...(credential === undefined ? {} : { credential }),
      keys: isTaken ? Object.keys(read) : [],
      problems,
    },
  };
}

function rightsOf({ kinds, missing = false, narrow, withPreflight, projects }: RightsRequest, session: Session) {
  const { report } = session;
  if (missing && report === undefined) {
    throw new InventoryError("INVALID_CONFIG", "what is missing is not known yet: check the credential first");
  }
  return rights(session.definition().id, {
    config: without(session.values, [...untoldKeys(session)]),
    credential: session.chosen?.credential,
    narrow,
    withPreflight,
    ...(kinds === undefined ? {} : { kinds }),
    ...(projects === undefined ? {} : { projects }),
    ...(missing && report !== undefined ? { missingIn: report } : {}),
  });
}
