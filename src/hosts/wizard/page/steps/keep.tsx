import { useEffect, useId, useState } from "preact/hooks";
import type { KeepAnswer, KeepRequest, WizardError } from "../../api.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { ErrorBox } from "../parts/error-box.tsx";
import { Grants } from "../parts/grants.tsx";
import { Radios } from "../parts/radios.tsx";
import { StepEnd } from "../parts/step-end.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { texts } from "../texts.ts";
import { useWizard } from "../wizard.ts";

const said = texts.keep;
type Form = KeepRequest["form"];

const endings: Readonly<Record<Form, string>> = { config: "json", environment: "env", form: "txt" };

/** Step 6: what to do with it. */
export function KeepStep() {
  const { state, call, take, ended } = useWizard();
  const [form, setForm] = useState<Form>("config");
  const [pin, setPin] = useState(state.report !== undefined);
  const [path, setPath] = useState<string>();
  const [replace, setReplace] = useState(false);
  const [preview, setPreview] = useState<KeepAnswer>();
  const [written, setWritten] = useState<KeepAnswer>();
  const [error, setError] = useState<WizardError>();
  const id = useId();
  const file = path ?? `${state.chosen?.inventory ?? "config"}.${endings[form]}`;
  useEffect(() => {
    void call("keep", { form, pin }).then(({ answer, error }) => {
      setPreview(answer);
      setError(error);
    });
  }, [call, form, pin]);

  const write = async (): Promise<void> => {
    const { answer, error } = await call("keep", { form, pin, path: file, replace });
    setError(error);
    setWritten(answer);
    const { answer: next } = await call("state", {});
    if (next !== undefined) take(next);
  };
  const end = async (): Promise<void> => {
    await call("end", {});
    ended();
  };
  return (
    <>
      <StepHeading>{said.heading}</StepHeading>
      <Radios
        legend={said.form}
        options={(Object.keys(endings) as Form[]).map((value) => ({ value, title: said.forms[value] }))}
        value={form}
        onChoose={(value) => setForm(value as Form)}
      />
      {state.report === undefined ? null : (
        <label class="choice">
          <input type="checkbox" checked={pin} onChange={({ currentTarget }) => setPin(currentTarget.checked)} />
          <span>{said.pin}</span>
        </label>
      )}
      {preview === undefined ? null : (
        <section aria-labelledby={`${id}-preview`}>
          <h3 id={`${id}-preview`}>{said.preview}</h3>
          <p class="quiet">{said.previewHint}</p>
          <CopyText text={preview.text} label={said.forms[form]} />
          <LeftOut {...preview} />
        </section>
      )}
      <div class="field">
        <label htmlFor={`${id}-path`}>{said.path}</label>
        <p id={`${id}-path-hint`} class="quiet">
          {said.pathHint(state.folder)}
        </p>
        <input
          id={`${id}-path`}
          type="text"
          value={file}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={`${id}-path-hint`}
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
      </div>
      <label class="choice">
        <input type="checkbox" checked={replace} onChange={({ currentTarget }) => setReplace(currentTarget.checked)} />
        <span>{said.replace}</span>
      </label>
      <ErrorBox error={error} />
      <button type="button" class="main" onClick={() => void write()}>
        {said.write}
      </button>
      <div role="status">
        {written?.path === undefined ? null : (
          <div class="box verdict usable">
            <p>{said.written(written.path)}</p>
            {written.next === undefined ? null : <CopyText text={written.next} label={said.next} />}
          </div>
        )}
      </div>
      <details>
        <summary>{said.rights}</summary>
        <p class="quiet">{said.rightsHint}</p>
        <Grants request={{}} hangsOn={JSON.stringify(state.entered)} linkText={texts.grants.link} />
      </details>
      <section>
        <p class="quiet">{said.endHint}</p>
        <button type="button" onClick={() => void end()}>
          {said.end}
        </button>
      </section>
      <StepEnd step="keep" />
    </>
  );
}

function LeftOut({ leftOut = [] }: KeepAnswer) {
  if (leftOut.length === 0) return null;
  return (
    <details>
      <summary>
        {said.leftOut} ({leftOut.length})
      </summary>
      <ul>
        {leftOut.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}
