import { useId, useState } from "preact/hooks";
import { schemaOf } from "../schema.ts";
import { sentenceFor, titleOf } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";

/** One key of the config: its label, what it is, the field, and what is wrong with what was typed. */
export function KeyField({ name, entering }: { readonly name: string; readonly entering: Entering }) {
  const { state, offer } = useWizard();
  const id = useId();
  if (offer === undefined) return null;
  const { form, inventory } = offer;
  const { description, enum: choices } = schemaOf(inventory, name);
  const problems = state.problems.filter(({ key }) => key === name);
  const title = titleOf(name, form);
  return (
    <div class="field">
      <label htmlFor={id}>{title}</label>
      {description === undefined ? null : (
        <p id={`${id}-hint`} class="quiet">
          {description}
        </p>
      )}
      {choices === undefined ? (
        <TextField id={id} name={name} title={title} entering={entering} isWrong={problems.length > 0} />
      ) : (
        <ChoiceField id={id} name={name} choices={choices} entering={entering} />
      )}
      <div id={`${id}-problems`} class="problems" aria-live="polite">
        {problems.map((problem) => (
          <p key={problem.code}>{sentenceFor(problem, form)}</p>
        ))}
      </div>
    </div>
  );
}

const hidden = { type: "password" } as const;
const shown = { type: "text" } as const;

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly entering: Entering;
}

function TextField({ id, name, title, entering, isWrong }: FieldProps & { title: string; isWrong: boolean }) {
  const { state, offer } = useWizard();
  const [typed, setTyped] = useState<string>();
  const [isShown, setShown] = useState(false);
  const { masked = false } = offer?.form.keys[name] ?? {};
  const entered = state.entered.find(({ key }) => key === name);
  const told = entered !== undefined && "value" in entered ? entered.value : "";
  const isHidden = entered !== undefined && !("value" in entered) && (typed ?? "") === "";
  const type = (value: string | null): void => {
    setTyped(value ?? undefined);
    entering.type(name, value === "" ? null : value);
  };
  return (
    <div class="row">
      <input
        id={id}
        name={name}
        {...(masked && !isShown ? hidden : shown)}
        value={typed ?? told}
        placeholder={isHidden ? texts.keys.enteredHint : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={`${id}-hint ${id}-problems ${id}-entered`}
        aria-invalid={isWrong}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      {masked && typed !== undefined ? (
        <button
          type="button"
          aria-label={isShown ? texts.keys.hide(title) : texts.keys.show(title)}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? texts.keys.hideShort : texts.keys.showShort}
        </button>
      ) : null}
      <span id={`${id}-entered`} class="mark pass">
        {entered === undefined ? null : texts.keys.entered}
      </span>
      {entered === undefined ? null : (
        <button type="button" aria-label={texts.keys.forget(title)} onClick={() => type(null)}>
          {texts.keys.forgetShort}
        </button>
      )}
    </div>
  );
}

function ChoiceField({ id, name, choices, entering }: FieldProps & { readonly choices: readonly string[] }) {
  const { state, offer } = useWizard();
  const entered = state.entered.find(({ key }) => key === name);
  const value = entered !== undefined && "value" in entered ? entered.value : "";
  const { default: usual } = schemaOf(offer?.inventory ?? "", name);
  return (
    <select
      id={id}
      name={name}
      value={value}
      aria-describedby={`${id}-hint ${id}-problems`}
      onChange={({ currentTarget }) => {
        void entering.send({ values: { [name]: currentTarget.value === "" ? null : currentTarget.value } });
      }}
    >
      <option value="">{usual === undefined ? texts.choose.byItself : `${usual} ${texts.choose.byItself}`}</option>
      {choices
        .filter((choice) => choice !== usual && choice !== "")
        .map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
    </select>
  );
}
