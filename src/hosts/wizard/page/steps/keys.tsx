import { useState } from "preact/hooks";
import { problemOf } from "../../../../config/config-problem.ts";
import { Approval } from "../parts/approval.tsx";
import { ErrorBox } from "../parts/error-box.tsx";
import { KeyField } from "../parts/key-field.tsx";
import { MisplacedKeys } from "../parts/misplaced-keys.tsx";
import { NeededPlace } from "../parts/needed-place.tsx";
import { PasteBox } from "../parts/paste-box.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { requiredKeys } from "../schema.ts";
import { sentenceFor } from "../sentence.ts";
import { texts } from "../texts.ts";
import { useEntering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";

const said = texts.keys;

/** Step 2: the keys, pasted all at once or typed one by one. */
export function KeysStep() {
  const { state, offer, call, take, go } = useWizard();
  const entering = useEntering();
  const [missing, setMissing] = useState<readonly string[]>([]);
  // What is pasted or moved may stand in fields that were typed into: they begin anew with it.
  const [round, setRound] = useState(0);
  const beginAnew = (): void => setRound((before) => before + 1);
  const way = offer?.form.credentials.find(({ kind }) => kind === state.chosen?.credential);
  if (offer === undefined) return null;
  const { form } = offer;
  const account = form.groups.find(({ id }) => id === "account")?.keys ?? [];
  // A pasted text may hold keys of several ways: all are shown then, so that those of the others can be forgotten.
  const keys = way?.keys ?? form.credentials.flatMap((one) => one.keys);
  const required = requiredKeys(offer.inventory);
  const places = required.filter((key) => ![...account, ...keys].includes(key));
  const known = [...account, ...keys, ...places];
  // A pasted text may hold more, such as kinds: what is wrong with it is shown where it can be mended.
  const wrong = state.problems.flatMap(({ key }) => (key === undefined || known.includes(key) ? [] : [key]));
  const odd = [...new Set(wrong)].filter((key) => Object.hasOwn(form.keys, key));
  const shown = [...known, ...odd];
  const ofSeveral = state.problems.filter(({ key }) => key === undefined || !shown.includes(key));
  const approvalKeys = offer.approvalKeys?.filter((key) => way?.keys.includes(key)) ?? [];

  const next = async (): Promise<void> => {
    await entering.settle();
    const { answer } = await call("state", {});
    if (answer === undefined) return;
    take(answer);
    if (answer.isReady) return go("check");
    const entered = answer.entered.map(({ key }) => key);
    const open = shown
      .filter((key) => (way?.keys.includes(key) || required.includes(key)) && !entered.includes(key))
      .map((key) => problemOf("missing", {}, key));
    const several = way === undefined ? [said.severalWays] : [];
    setMissing([...several, ...[...open, ...answer.problems].map((problem) => sentenceFor(problem, form))]);
  };

  return (
    <>
      <StepHeading>{said.heading}</StepHeading>
      <p>{said.secrecy}</p>
      <PasteBox entering={entering} onTaken={beginAnew} />
      <fieldset key={round}>
        <legend>{said.oneByOne}</legend>
        {[...account, ...keys, ...odd].map((key) => (
          <KeyField key={key} name={key} entering={entering} />
        ))}
      </fieldset>
      {places.map((key) => (
        <fieldset key={`${key} ${round}`}>
          <legend>{said.place}</legend>
          <NeededPlace name={key} keys={keys} entering={entering} />
        </fieldset>
      ))}
      <MisplacedKeys entering={entering} onMoved={beginAnew} />
      <div aria-live="polite">
        {ofSeveral.map((problem) => (
          <p key={`${problem.code} ${problem.key}`} class="problem">
            {sentenceFor(problem, form)}
          </p>
        ))}
        {state.isReady ? <p class="mark pass">{said.allThere}</p> : null}
      </div>
      {approvalKeys.length > 0 ? <Approval keys={approvalKeys} entering={entering} /> : null}
      <ErrorBox error={entering.error} />
      <div role="alert">
        {missing.length === 0 || state.isReady ? null : (
          <div class="box wrong">
            <p>{said.notYet}</p>
            <ul>
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <StepEnd step="keys" onNext={() => void next()} />
    </>
  );
}
