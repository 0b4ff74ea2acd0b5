import Form from "@rjsf/core";
import {
  configForms,
  credentialSchema,
  recognise,
  sentenceOf,
  tidyValues,
  validateConfig,
} from "cloud-inventory-plugin/browser";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { templates, uiSchemaOf } from "./layout.jsx";
import { validatorOf } from "./validator.js";

const inventories = Object.values(configForms);

function Wizard() {
  const [inventory, setInventory] = useState("ovh");
  const form = configForms[inventory];
  const [kind, setKind] = useState(form.credentials[0].kind);
  const [values, setValues] = useState({});
  const [pasted, setPasted] = useState([]);
  const [saved, setSaved] = useState();
  const credential = form.credentials.find((one) => one.kind === kind) ?? form.credentials[0];

  function choose(id, chosenKind = configForms[id].credentials[0].kind) {
    setInventory(id);
    setKind(chosenKind);
    setSaved(undefined);
  }

  function paste(text) {
    const found = recognise(text, inventory);
    setPasted(text.trim() === "" ? [] : found.problems.map((problem) => sentenceOf(inWords(problem, found.inventory))));
    if (found.inventory !== undefined) choose(found.inventory, found.credential);
    setValues((earlier) => ({ ...(found.inventory === inventory ? earlier : {}), ...found.values }));
  }

  function save({ formData }) {
    // A config holds the keys of one credential: what was typed for another one stays in the form.
    const { properties } = credentialSchema(credential.kind);
    const config = Object.fromEntries(Object.entries(tidyValues(formData)).filter(([key]) => key in properties));
    if (validateConfig(inventory, config).valid) setSaved(Object.keys(config));
  }

  return (
    <>
      <h1>Connect an account</h1>
      <label>
        Provider{" "}
        <select value={inventory} onChange={({ target }) => choose(target.value)}>
          {inventories.map(({ inventory: id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Credential{" "}
        <select value={credential.kind} onChange={({ target }) => setKind(target.value)}>
          {form.credentials.map(({ kind: id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p>{credential.purpose}</p>
      <label>
        Paste all keys at once <textarea rows={3} onChange={({ target }) => paste(target.value)} />
      </label>
      <ul aria-live="polite">
        {pasted.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form
        key={credential.kind}
        schema={credentialSchema(credential.kind)}
        uiSchema={uiSchemaOf(form)}
        formContext={{ form, credential, values }}
        templates={templates}
        validator={validatorOf(inventory)}
        formData={values}
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData }) => {
          setValues(formData);
          setSaved(undefined);
        }}
        onBlur={() => setValues(tidyValues)}
        onSubmit={save}
      />
      <output>{saved && `Valid. To be kept: ${saved.join(", ")}`}</output>
    </>
  );
}

/** The problem with its key called as the form calls it. */
function inWords(problem, inventory) {
  const title = configForms[inventory]?.keys[problem.key]?.title;
  return title === undefined ? problem : { ...problem, key: title };
}

createRoot(document.getElementById("wizard")).render(<Wizard />);
