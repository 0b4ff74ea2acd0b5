// The page that form.test.ts types into: a form that @rjsf/core makes of a config's schema, with its own validator. It is
// bundled for a browser, and says in two outputs what the form holds and what submitting it came to.
import Form from "@rjsf/core";
import type { RJSFSchema } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

interface PagePart extends Element {
  textContent: string;
}
declare const document: { getElementById(id: string): PagePart };

const part = (id: string): PagePart => document.getElementById(id);
const schema: RJSFSchema = JSON.parse(part("schema").textContent);

function show(verdict: string, data: unknown): void {
  part("verdict").textContent = verdict;
  part("data").textContent = JSON.stringify(data ?? null);
}

const form = createElement(Form, {
  schema,
  validator,
  // What is required is the validator's to say, and not the browser's.
  noHtml5Validate: true,
  onChange: ({ formData }) => show("", formData),
  onSubmit: ({ formData }) => show("valid", formData),
  onError: (errors) => {
    part("verdict").textContent = errors.map(({ stack }) => stack).join("\n");
  },
});
createRoot(part("form")).render(form);
