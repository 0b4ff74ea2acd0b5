import { useState } from "preact/hooks";
import type { FieldChoices } from "../../../../providers/choices.ts";
import { entriesOf } from "../entries.ts";
import { schemaOf } from "../schema.ts";
import { asSentence, titleOf } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";
import { KeyField } from "./key-field.tsx";

interface PlaceFieldProps {
  readonly name: string;
  readonly known: FieldChoices;
  readonly entering: Entering;
}

/** Projects, regions or zones by name. Others can be typed where these may not be all. */
export function PlaceField({ name, known, entering }: PlaceFieldProps) {
  const { state, offer } = useWizard();
  const [chosen, setChosen] = useState(() => new Set(entriesOf(state.entered, name)));
  // What was typed before and is not told could not be ticked here: it is seen to be there, and can be forgotten.
  const [isUntold] = useState(state.entered.some((one) => one.key === name && !("value" in one)));
  if (offer === undefined) return null;
  const isOne = isSingle(offer.inventory, name);
  const choose = (value: string, isOn: boolean): void => {
    const next = new Set(isOne ? [] : chosen);
    if (isOn) next.add(value);
    else next.delete(value);
    setChosen(next);
    entering.type(name, next.size === 0 ? null : [...next].join(","));
  };
  return (
    <fieldset class="plain">
      <legend>{titleOf(name, offer.form)}</legend>
      <ul class="columns">
        {known.choices.map(({ value, title, country }) => (
          <li key={value}>
            <label class="choice">
              <input
                type="checkbox"
                checked={chosen.has(value)}
                onChange={({ currentTarget }) => choose(value, currentTarget.checked)}
              />
              <span>
                {title ?? value} <span class="quiet names">{title === undefined ? (country ?? "") : value}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {known.reason === undefined ? null : <p class="quiet">{asSentence(known.reason)}</p>}
      {known.isWhole && !isUntold ? null : (
        <details open={isUntold}>
          <summary>{(isOne ? texts.choose.other : texts.choose.others)(titleOf(name, offer.form))}</summary>
          <KeyField name={name} entering={entering} />
        </details>
      )}
    </fieldset>
  );
}

/** Whether the field takes one value alone: its pattern allows no comma. */
function isSingle(inventory: string, name: string): boolean {
  return !(schemaOf(inventory, name).pattern ?? "").includes(",");
}
