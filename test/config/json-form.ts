import {
  type CombinatorRendererProps,
  createCombinatorRenderInfos,
  createDefaultValue,
  Generate,
  isAnyOfControl,
  type JsonFormsCore,
  type JsonSchema,
  rankWith,
} from "@jsonforms/core";
import { JsonForms, JsonFormsDispatch, withJsonFormsAnyOfProps } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { Ajv2020 } from "ajv/dist/2020.js";
import { createElement, Fragment, type ReactElement, useState } from "react";

/**
 * The choice of an `anyOf`, which the plain renderers lack: the rest of the schema, a list of titles, and the branch that is chosen. What was
 * typed is kept by the rule of JSON Forms' own renderer for Material (eclipsesource/jsonforms, MaterialAnyOfRenderer.tsx).
 */
function Choice({ schema, rootSchema, uischema, uischemas, path, data, handleChange }: CombinatorRendererProps) {
  const [selected, select] = useState(0);
  const { anyOf = [], ...rest } = schema;
  const branches = createCombinatorRenderInfos(anyOf, rootSchema, "anyOf", uischema, path, uischemas);
  const layout = Generate.uiSchema(rest, "VerticalLayout", undefined, rootSchema);
  const choose = (index: number): void => {
    const start = createDefaultValue(branches[index]?.schema ?? {}, rootSchema);
    if (data !== undefined && typeof data !== typeof start) handleChange(path, start);
    select(index);
  };
  const option = ({ label }: { label: string }, index: number) =>
    createElement("option", { key: index, value: index }, label);
  const branch = branches[selected];
  return createElement(
    Fragment,
    null,
    createElement(JsonFormsDispatch, { schema: rest, uischema: layout, path }),
    createElement(
      "select",
      {
        id: "choice",
        value: selected,
        onChange: (event: { readonly target: unknown }) => choose(Number(Object(event.target).value)),
      },
      branches.map(option),
    ),
    branch === undefined
      ? null
      : createElement(JsonFormsDispatch, { schema: branch.schema, uischema: branch.uischema, path }),
  );
}

const renderers = [
  ...vanillaRenderers,
  { tester: rankWith(10, isAnyOfControl), renderer: withJsonFormsAnyOfProps(Choice) },
];

/** A form that JSON Forms makes of a schema. */
export function jsonForm(
  schema: object,
  newDraft: boolean,
  show: (verdict: string, data: unknown) => void,
): ReactElement {
  let held: JsonFormsCore | undefined;
  const form = createElement(JsonForms, {
    schema: schema as JsonSchema,
    data: {},
    renderers,
    cells: vanillaCells,
    ...(newDraft ? { ajv: new Ajv2020({ allErrors: true, verbose: true, strict: false }) } : {}),
    // Its own `onChange` comes a moment later.
    middleware: (state, action, reduce) => {
      const next = reduce(state, action);
      if (next.data !== held?.data) show("", next.data);
      held = next;
      return next;
    },
  });
  const submit = (): void => {
    const errors = (held?.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
    show(errors.length === 0 ? "valid" : errors.join("\n"), held?.data);
  };
  return createElement(Fragment, null, form, createElement("button", { type: "submit", onClick: submit }, "Submit"));
}
