import { texts } from "../texts.ts";
import { type StepName, stepNames, useWizard } from "../wizard.ts";

/** The buttons at the end of a step. */
export function StepEnd({ step, onNext }: { readonly step: StepName; readonly onNext?: (() => void) | undefined }) {
  const { go } = useWizard();
  const before = stepNames[stepNames.indexOf(step) - 1];
  const after = stepNames[stepNames.indexOf(step) + 1];
  return (
    <div class="step-end">
      {before === undefined ? null : (
        <button type="button" onClick={() => go(before)}>
          {texts.back}
        </button>
      )}
      {after === undefined ? null : (
        <button type="button" class="main" onClick={onNext ?? (() => go(after))}>
          {texts.next(texts.steps[after])}
        </button>
      )}
    </div>
  );
}
