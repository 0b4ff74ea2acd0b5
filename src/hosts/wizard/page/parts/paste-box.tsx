import { useId, useState } from "preact/hooks";
import type { EnterAnswer } from "../../api.ts";
import { sentenceFor, titleOf } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";

const said = texts.keys;

interface PasteBoxProps {
  readonly entering: Entering;
  readonly onTaken: () => void;
}

/** A place for all keys at once. What is pasted is taken over and does not stay on the page. */
export function PasteBox({ entering, onTaken }: PasteBoxProps) {
  const { offer } = useWizard();
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<EnterAnswer["recognised"]>();
  if (offer === undefined) return null;
  const { form } = offer;
  const takeOver = async (pasted: string): Promise<void> => {
    if (pasted.trim() === "") return;
    await entering.settle();
    const { answer } = await entering.send({ pasted });
    if (answer === undefined) return;
    setText("");
    setFound(answer.recognised);
    onTaken();
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
        {found === undefined || found.keys.length === 0 ? null : (
          <p class="mark pass">{said.taken(found.keys.map((key) => titleOf(key, form)))}</p>
        )}
        {found?.problems.map((problem) => (
          <p key={`${problem.code} ${problem.key}`} class="problem">
            {sentenceFor(problem, form)}
          </p>
        ))}
      </div>
    </div>
  );
}
