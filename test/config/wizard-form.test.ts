import { readFileSync } from "node:fs";
import rjsf from "@rjsf/core";
import type { RJSFSchema } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";

describe.each(providerIds)("a wizard's form made of the config schema of %s", (id) => {
  const schema: RJSFSchema = JSON.parse(
    readFileSync(new URL(`../../schemas/${id}-config.schema.json`, import.meta.url), "utf8"),
  );
  const page = renderToStaticMarkup(createElement(rjsf, { schema, validator }));

  it.each(Object.entries(schema.properties ?? {}))("has a field for %s, and says what it is", (key, property) => {
    expect(page).toMatch(new RegExp(`<(input|select)[^>]*name="root_${key}"`));
    const { description } = property as RJSFSchema;
    expect(page).toContain(`${description}`.replaceAll("'", "&#x27;"));
  });

  it("knows which fields hold a secret, from the schema as from the manifest", async () => {
    const marked = Object.entries(schema.properties ?? {}).filter(([, property]) => (property as RJSFSchema).writeOnly);
    expect(marked.map(([key]) => key)).toEqual((await loadProvider(id)).secretKeys);
    expect(marked.length).toBeGreaterThan(0);
  });

  it("demands what is required, and nothing else", () => {
    const demanded = [...page.matchAll(/<(?:input|select)[^>]*name="root_(\w+)"[^>]*>/g)].filter(([tag]) =>
      / required/.test(tag),
    );
    expect(demanded.map(([, key]) => key).sort()).toEqual([...(schema.required ?? [])].sort());
  });
});
