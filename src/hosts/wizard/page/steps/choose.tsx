import { useEffect, useState } from "preact/hooks";
import type { Choice, ChoicesByField } from "../../../../providers/choices.ts";
import type { WizardError } from "../../api.ts";
import { rightsByKind } from "../check-progress.ts";
import { entriesOf } from "../entries.ts";
import { Cost } from "../parts/cost.tsx";
import { ErrorBox } from "../parts/error-box.tsx";
import { KeyField } from "../parts/key-field.tsx";
import { KindTree } from "../parts/kind-tree.tsx";
import { PlaceField } from "../parts/place-field.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { useCost } from "../parts/use-cost.ts";
import { useStream } from "../parts/use-stream.ts";
import { schemaOf } from "../schema.ts";
import { texts } from "../texts.ts";
import { useEntering } from "../use-entering.ts";
import { useWizard } from "../wizard.ts";

/** Step 4: which kinds, of which projects and places, and what that takes. */
export function ChooseStep() {
  const { call, take } = useWizard();
  const [choices, setChoices] = useState<ChoicesByField>();
  const [error, setError] = useState<WizardError>();
  useEffect(() => {
    void (async () => {
      const { answer, error } = await call("choices", {});
      // What the provider has named now is told, where it was only said to be entered.
      const { answer: state } = await call("state", {});
      if (state !== undefined) take(state);
      setChoices(answer);
      setError(error);
    })();
  }, [call, take]);
  return (
    <>
      <StepHeading>{texts.choose.heading}</StepHeading>
      <ErrorBox error={error} />
      {choices === undefined ? <p role="status">{texts.working}</p> : <Choosing choices={choices} />}
    </>
  );
}

const said = texts.choose;

function Choosing({ choices }: { readonly choices: ChoicesByField }) {
  const { state, offer, go } = useWizard();
  const entering = useEntering();
  const cost = useCost();
  const kinds = choices["kinds"]?.choices ?? [];
  const [chosen, setChosen] = useState(() => chosenAtFirst(kinds, entriesOf(state.entered, "kinds")));
  const [isEmpty, setEmpty] = useState(false);
  if (offer === undefined) return null;
  const groups = offer.form.groups;
  const scopeKeys = groups.find(({ id }) => id === "scope")?.keys.filter((key) => key !== "kinds") ?? [];
  const advanced = groups.filter(({ advanced }) => advanced);

  const choose = (next: ReadonlySet<string>): void => {
    setChosen(next);
    setEmpty(next.size === 0);
    if (next.size > 0) entering.type("kinds", isUsual(kinds, next) ? null : [...next].join(","));
  };
  const next = async (): Promise<void> => {
    if (chosen.size === 0) return setEmpty(true);
    await entering.settle();
    go("try");
  };
  return (
    <>
      <section aria-labelledby="kinds">
        <h3 id="kinds">{said.kinds}</h3>
        <p class="quiet">{said.kindsHint}</p>
        <KindTree kinds={kinds} chosen={chosen} onChoose={choose} cost={cost.estimate} />
        <button type="button" onClick={() => choose(usualOf(kinds))}>
          {said.usual}
        </button>
        <div role="alert">{isEmpty ? <p class="problem">{said.none}</p> : null}</div>
        <Unchecked chosen={chosen} settle={entering.settle} />
        <Lacking chosen={chosen} settle={entering.settle} />
      </section>
      <Cost cost={cost} onReckon={() => void entering.settle().then(cost.reckon)} />
      <fieldset>
        <legend>{said.places}</legend>
        <p class="quiet">{said.all}</p>
        {scopeKeys.map((key) => {
          const known = choices[key];
          return known === undefined ||
            known.choices.length === 0 ||
            schemaOf(offer.inventory, key).enum !== undefined ? (
            <KeyField key={key} name={key} entering={entering} />
          ) : (
            <PlaceField key={key} name={key} known={known} entering={entering} />
          );
        })}
      </fieldset>
      {advanced.map(({ id, keys }) => (
        <details key={id}>
          <summary>{said.advanced}</summary>
          <p class="quiet">{said.advancedHint}</p>
          {keys.map((key) => (
            <KeyField key={key} name={key} entering={entering} />
          ))}
        </details>
      ))}
      <ErrorBox error={entering.error} />
      <StepEnd step="choose" onNext={() => void next()} />
    </>
  );
}

/** Kinds that were chosen since the check: what they need can be looked at here. */
function Unchecked({ chosen, settle }: { readonly chosen: ReadonlySet<string>; settle: () => Promise<void> }) {
  const { state, call, take } = useWizard();
  const stream = useStream("preflight", (line) => {
    if (line.type === "finished") void call("state", {}).then(({ answer }) => answer !== undefined && take(answer));
  });
  const checked = new Set(state.report?.kinds);
  const open = [...chosen].filter((kind) => !checked.has(kind));
  const isRunning = stream.standing === "running";
  return (
    <div>
      <p role="status">{open.length === 0 ? null : said.uncheckedNote(open.length)}</p>
      {open.length === 0 ? null : (
        <div>
          <button
            type="button"
            disabled={isRunning}
            onClick={() => void settle().then(() => stream.start({ kinds: [...chosen] }))}
          >
            {isRunning ? texts.check.starting : said.checkThem}
          </button>
        </div>
      )}
      <ErrorBox error={stream.error} />
    </div>
  );
}

/** Chosen kinds that lack rights: step 3 says which, and how to grant them. */
function Lacking({ chosen, settle }: { readonly chosen: ReadonlySet<string>; settle: () => Promise<void> }) {
  const { state, go } = useWizard();
  const lacking = rightsByKind(state.report?.coverage ?? []).filter(
    ({ kind, status, isExpected }) => chosen.has(kind) && status === "missing" && !isExpected,
  );
  return (
    <div>
      <p role="status">{lacking.length === 0 ? null : said.lackingNote(lacking.length)}</p>
      {lacking.length === 0 ? null : (
        <button type="button" onClick={() => void settle().then(() => go("check"))}>
          {said.grantThem}
        </button>
      )}
    </div>
  );
}

function usualOf(kinds: readonly Choice[]): ReadonlySet<string> {
  return new Set(kinds.filter(({ byDefault }) => byDefault).map(({ value }) => value));
}

function isUsual(kinds: readonly Choice[], chosen: ReadonlySet<string>): boolean {
  const usual = usualOf(kinds);
  return usual.size === chosen.size && [...usual].every((kind) => chosen.has(kind));
}

/** What the entries of the config stand for; `*` stands for anything but people. */
function chosenAtFirst(kinds: readonly Choice[], entries: readonly string[]): ReadonlySet<string> {
  if (entries.length === 0) return usualOf(kinds);
  const isMeant = ({ value, family, personal = false }: Choice): boolean =>
    entries.some((entry) => {
      if (entry === value) return true;
      if (personal) return false;
      if (entry === "all" || entry === family) return true;
      return entry.includes("*") && new RegExp(`^${entry.split("*").map(escaped).join(".*")}$`).test(value);
    });
  return new Set(kinds.filter(isMeant).map(({ value }) => value));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
