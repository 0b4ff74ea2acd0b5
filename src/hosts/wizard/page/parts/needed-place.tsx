import { useState } from "preact/hooks";
import type { FieldChoices } from "../../../../providers/choices.ts";
import type { WizardError } from "../../api.ts";
import { asSentence } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";
import { ErrorBox } from "./error-box.tsx";
import { KeyField } from "./key-field.tsx";
import { PlaceField } from "./place-field.tsx";

const said = texts.keys;

interface NeededPlaceProps {
  readonly name: string;
  /** The keys that it takes to ask for the names. */
  readonly keys: readonly string[];
  readonly entering: Entering;
}

/** A place without which a config does not open, such as a project: typed, or chosen among those that the keys see. */
export function NeededPlace({ name, keys, entering }: NeededPlaceProps) {
  const { state, call } = useWizard();
  const [known, setKnown] = useState<FieldChoices>();
  const [error, setError] = useState<WizardError>();
  const [isAsking, setAsking] = useState(false);
  const canAsk = keys.every((key) => state.entered.some((one) => one.key === key));
  const ask = async (): Promise<void> => {
    setAsking(true);
    await entering.settle();
    const { answer, error } = await call("choices", {});
    setKnown(answer?.[name]);
    setError(error);
    setAsking(false);
  };
  const isListed = known !== undefined && known.choices.length > 0;
  return (
    <>
      {isListed ? null : <KeyField name={name} entering={entering} />}
      <button type="button" disabled={!canAsk} onClick={() => void ask()}>
        {said.byName}
      </button>
      {canAsk ? null : <p class="quiet">{said.byNameHint}</p>}
      <p role="status">
        {isAsking
          ? texts.working
          : isListed
            ? said.listed(known.choices.length)
            : known?.reason === undefined
              ? null
              : asSentence(known.reason)}
      </p>
      <ErrorBox error={error} />
      {isListed ? <PlaceField name={name} known={known} entering={entering} /> : null}
    </>
  );
}
