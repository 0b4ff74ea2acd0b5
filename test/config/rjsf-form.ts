import Form from "@rjsf/core";
import validator, { customizeValidator } from "@rjsf/validator-ajv8";
import { Ajv2020 } from "ajv/dist/2020.js";
import { createElement, type ReactElement } from "react";

/** A form that @rjsf/core makes of a schema. */
export function rjsfForm(
  schema: object,
  newDraft: boolean,
  show: (verdict: string, data: unknown) => void,
): ReactElement {
  let held: unknown;
  return createElement(Form, {
    schema,
    validator: newDraft ? customizeValidator({ AjvClass: Object(Ajv2020) }) : validator,
    // What is required is the validator's to say, and not the browser's.
    noHtml5Validate: true,
    onChange: ({ formData }) => {
      held = formData;
      show("", formData);
    },
    onSubmit: ({ formData }) => show("valid", formData),
    onError: (errors) => show(errors.map(({ stack }) => stack).join("\n"), held),
  });
}
