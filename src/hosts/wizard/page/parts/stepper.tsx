import { useEffect } from "preact/hooks";
import { texts } from "../texts.ts";
import { isOpen, type StepName, stepNames, useWizard } from "../wizard.ts";

export function Stepper({ step }: { readonly step: StepName }) {
  const { state, go } = useWizard();
  useEffect(() => {
    document.title = `${texts.steps[step]} · ${texts.title}`;
  }, [step]);
  return (
    <nav aria-label={texts.stepsLabel}>
      <ol class="steps">
        {stepNames.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              class="step"
              aria-current={name === step ? "step" : undefined}
              disabled={!isOpen(name, state)}
              onClick={() => go(name)}
            >
              <span class="number">{index + 1}</span> {texts.steps[name]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
