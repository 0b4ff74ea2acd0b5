import { useState } from "preact/hooks";
import { titleOf } from "../sentence.ts";
import { texts } from "../texts.ts";
import type { Entering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";
import { Done } from "./done.tsx";

const said = texts.keys;

interface MisplacedKeysProps {
  readonly entering: Entering;
  /** The fields hold something else now. */
  readonly onMoved: () => void;
}

/** Puts keys that stand in the wrong fields where they belong, with one press. */
export function MisplacedKeys({ entering, onMoved }: MisplacedKeysProps) {
  const { state, offer, call, take } = useWizard();
  const [done, setDone] = useState<string>();
  const { swapped, elsewhere } = state;
  if (offer === undefined) return null;
  const namesOf = (keys: readonly string[], form = offer.form): readonly string[] =>
    keys.map((key) => titleOf(key, form));

  const exchange = async (pair: readonly [string, string]): Promise<void> => {
    await entering.settle();
    const { answer } = await entering.send({ exchange: pair });
    if (answer === undefined) return;
    setDone(said.exchanged(namesOf(pair)));
    onMoved();
  };
  const other = state.providers.find(({ inventory }) => inventory === elsewhere?.inventory);
  const otherNames = namesOf(elsewhere?.keys ?? [], other?.form);
  const move = async ({ inventory, credential }: NonNullable<typeof elsewhere>): Promise<void> => {
    await entering.settle();
    const { answer } = await call("choose", { inventory, credential, carry: true });
    if (answer === undefined) return;
    take(answer);
    setDone(said.taken(otherNames));
    onMoved();
  };
  return (
    <div aria-live="polite">
      {swapped === undefined ? null : (
        <button type="button" onClick={() => void exchange(swapped)}>
          {said.exchange(namesOf(swapped))}
        </button>
      )}
      {elsewhere === undefined || other === undefined ? null : (
        <button type="button" onClick={() => void move(elsewhere)}>
          {said.chooseAndTake(other.title, otherNames)}
        </button>
      )}
      {done === undefined ? null : <Done key={done}>{done}</Done>}
    </div>
  );
}
