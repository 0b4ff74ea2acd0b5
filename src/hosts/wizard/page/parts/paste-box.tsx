import { useId, useState } from "preact/hooks";
import type { EnterAnswer } from "../../api.ts";
import { sentenceFor, titleOf } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";
import { Done } from "./done.tsx";

const said = texts.keys;

interface PasteBoxProps {
  readonly entering: Entering;
  readonly onTaken: () => void;
}

/** What a text was found to hold. */
interface Found {
  readonly recognised: EnterAnswer["recognised"];
  /** The text itself where it holds another provider's keys, until it is known whether that one is meant. */
  readonly held?: string;
  /** Whether it was taken over by a button that is gone with that. */
  readonly isMoved: boolean;
}

/** A place for all keys at once. What is pasted is taken over and does not stay on the page. */
export function PasteBox({ entering, onTaken }: PasteBoxProps) {
  const { state, offer, call } = useWizard();
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found>();
  if (offer === undefined) return null;
  const takeOver = async (pasted: string, isMoved = false): Promise<void> => {
    if (pasted.trim() === "") return;
    await entering.settle();
    const { answer } = await entering.send({ pasted });
    if (answer === undefined) return;
    const { recognised, state } = answer;
    const isOfOther = recognised?.inventory !== undefined && recognised.inventory !== state.chosen?.inventory;
    setText("");
    setFound({ recognised, isMoved, ...(isOfOther ? { held: pasted } : {}) });
    onTaken();
  };
  const { held, recognised } = found ?? {};
  const other = state.providers.find(({ inventory }) => held !== undefined && inventory === recognised?.inventory);
  const choose = async (inventory: string, pasted: string): Promise<void> => {
    const { answer } = await call("choose", { inventory });
    if (answer !== undefined) await takeOver(pasted, true);
  };
  return (
    <div>
      <div class="field">
        <label htmlFor={id}>{said.paste}</label>
        <p id={`${id}-hint`} class="quiet">
          {said.pasteHint}
        </p>
        <textarea
          id={id}
          rows={4}
          value={text}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget, inputType }) => {
            setText(currentTarget.value);
            if (inputType === "insertFromPaste") void takeOver(currentTarget.value);
          }}
        />
        <button type="button" onClick={() => void takeOver(text)}>
          {said.takeOver}
        </button>
      </div>
      <div aria-live="polite">
        {found === undefined ? null : <WhatWasFound {...found} />}
        {held === undefined || other === undefined ? null : (
          <button type="button" onClick={() => void choose(other.inventory, held)}>
            {said.chooseAndTake(other.title, [])}
          </button>
        )}
      </div>
    </div>
  );
}

function WhatWasFound({ recognised, isMoved }: Found) {
  const { offer } = useWizard();
  if (offer === undefined || recognised === undefined) return null;
  const { form } = offer;
  const taken = said.taken(recognised.keys.map((key) => titleOf(key, form)));
  return (
    <>
      {recognised.keys.length === 0 ? null : isMoved ? <Done>{taken}</Done> : <p class="mark pass">{taken}</p>}
      {recognised.problems.map((problem) => (
        <p key={`${problem.code} ${problem.key}`} class="problem">
          {sentenceFor(problem, form)}
        </p>
      ))}
    </>
  );
}
