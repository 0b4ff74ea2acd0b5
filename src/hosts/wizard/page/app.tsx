import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { WizardCalls, WizardState } from "../api.ts";
import { call, errorOf, lines, RefusedCall } from "./call.ts";
import { Message } from "./parts/message.tsx";
import { NoToken } from "./parts/no-token.tsx";
import { Stepper } from "./parts/stepper.tsx";
import { CheckStep } from "./steps/check.tsx";
import { ChooseStep } from "./steps/choose.tsx";
import { KeepStep } from "./steps/keep.tsx";
import { KeysStep } from "./steps/keys.tsx";
import { ProviderStep } from "./steps/provider.tsx";
import { TryStep } from "./steps/try.tsx";
import { texts } from "./texts.ts";
import { dropToken, rememberedStep, rememberStep } from "./token.ts";
import { type Answered, isOpen, type StepName, stepNames, type Wizard, WizardContext } from "./wizard.ts";

const stepViews: Readonly<Record<StepName, () => ComponentChildren>> = {
  provider: ProviderStep,
  keys: KeysStep,
  check: CheckStep,
  choose: ChooseStep,
  try: TryStep,
  keep: KeepStep,
};

type Standing = "there" | "turned" | "lost" | "ended";

export function App({ token }: { readonly token: string }) {
  const [state, take] = useState<WizardState>();
  const [step, setStep] = useState<StepName>("provider");
  const [standing, setStanding] = useState<Standing>("there");
  const go = useCallback((next: StepName): void => {
    rememberStep(next);
    setStep(next);
  }, []);

  const ask = useCallback(
    async <Name extends keyof WizardCalls>(
      name: Name,
      request: WizardCalls[Name]["request"],
    ): Promise<Answered<Name>> => {
      try {
        return { answer: await call(token, name, request) };
      } catch (thrown) {
        const error = errorOf(thrown);
        setStanding(standingAfter(thrown));
        return { error };
      }
    },
    [token],
  );

  useEffect(() => {
    void ask("state", {}).then(({ answer }) => {
      if (answer === undefined) return;
      take(answer);
      const before = stepNames.find((name) => name === rememberedStep());
      if (before !== undefined && isOpen(before, answer)) setStep(before);
    });
  }, [ask]);

  const wizard = useMemo((): Wizard | undefined => {
    if (state === undefined) return undefined;
    return {
      state,
      offer: state.providers.find(({ inventory }) => inventory === state.chosen?.inventory),
      take,
      go,
      call: ask,
      lines: (name, request, signal) => lines(token, name, request, signal),
      ended: () => setStanding("ended"),
    };
  }, [state, ask, go, token]);

  useEffect(() => {
    // One that was lost may answer again.
    if (standing === "turned" || standing === "ended") dropToken();
  }, [standing]);

  if (standing === "turned") return <NoToken />;
  if (standing !== "there") {
    const { heading, text } = texts[standing];
    const kept = state?.kept ?? [];
    return <Message heading={heading} text={text} {...(kept.length === 0 ? {} : { more: texts.ended.kept(kept) })} />;
  }
  if (wizard === undefined) return <p role="status">{texts.working}</p>;
  const View = stepViews[step];
  return (
    <WizardContext.Provider value={wizard}>
      <header class="top">
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.version(wizard.state.version)}</p>
      </header>
      <Stepper step={step} />
      <main key={step}>
        <View />
      </main>
    </WizardContext.Provider>
  );
}

function standingAfter(thrown: unknown): Standing {
  if (!(thrown instanceof RefusedCall)) return "lost";
  return thrown.error.code === "UNAUTHENTICATED" ? "turned" : "there";
}
