import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ProviderOffer, WizardCalls, WizardError, WizardState, WizardStreams } from "../api.ts";

/** The steps in their order. */
export const stepNames = ["provider", "keys", "check", "choose", "try", "keep"] as const;
export type StepName = (typeof stepNames)[number];

/** What every part of the page works with. */
export interface Wizard {
  readonly state: WizardState;
  /** The chosen provider; absent where none is chosen. */
  readonly offer: ProviderOffer | undefined;
  readonly take: (state: WizardState) => void;
  readonly go: (step: StepName) => void;
  /** Makes a call. What is refused is told to the page, and comes back as undefined. */
  readonly call: <Name extends keyof WizardCalls>(
    name: Name,
    request: WizardCalls[Name]["request"],
  ) => Promise<Answered<Name>>;
  readonly lines: <Name extends keyof WizardStreams>(
    name: Name,
    request: WizardStreams[Name]["request"],
    signal: AbortSignal,
  ) => AsyncGenerator<WizardStreams[Name]["line"], void, void>;
  readonly ended: () => void;
}

export type Answered<Name extends keyof WizardCalls> =
  | { readonly answer: WizardCalls[Name]["answer"]; readonly error?: never }
  | { readonly answer?: never; readonly error: WizardError };

export const WizardContext = createContext<Wizard | undefined>(undefined);

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (wizard === undefined) throw new Error("a part of the page stands outside of the wizard");
  return wizard;
}

/** Which steps can be entered: each wants what the ones before it came to. */
export function isOpen(step: StepName, state: WizardState): boolean {
  if (step === "provider") return true;
  if (step === "keys") return state.chosen !== undefined;
  return state.isReady;
}
