// The annotations of a form in the words of rjsf: what is masked, examples, and a template that shows the groups.

/** Secrets are masked and identifiers are not; the first example stands in an empty field. */
export function uiSchemaOf(form) {
  const fields = Object.entries(form.keys).map(([key, { masked, suggestions }]) => [
    key,
    {
      ...(masked ? { "ui:widget": "password" } : {}),
      "ui:options": { autocomplete: "off", ...(suggestions ? { examples: suggestions } : {}) },
    },
  ]);
  return {
    "ui:submitButtonOptions": { submitText: "Save" },
    ...Object.fromEntries(fields),
  };
}

function ObjectFieldTemplate({ properties, registry }) {
  const { form, credential, values } = registry.formContext;
  return form.groups.map(({ id, title, advanced, keys }) => {
    const fields = properties.filter(({ name }) => keys.includes(name)).map(({ content }) => content);
    const pages = id === "credential" ? <Pages credential={credential} values={values} /> : null;
    if (advanced) {
      return (
        <details key={id}>
          <summary>{title}</summary>
          {fields}
        </details>
      );
    }
    return (
      <fieldset key={id}>
        <legend>{title}</legend>
        {pages}
        {fields}
      </fieldset>
    );
  });
}

/** Where the credential is made; a page may be for one endpoint alone, and may name a key of the config. */
function Pages({ credential, values }) {
  const { endpoint = "ovh-eu" } = values;
  const pages = credential.pages.filter((page) => page.endpoint === undefined || page.endpoint === endpoint);
  return pages.map(({ title, url }) => {
    const address = url.replace(/\{(\w+)\}/g, (_, key) => encodeURIComponent(values[key] ?? ""));
    return (
      <p key={url}>
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
      </p>
    );
  });
}

export const templates = { ObjectFieldTemplate };
