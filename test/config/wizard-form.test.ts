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

  it("masks what is secret and shows what only names a credential, none of which is ever printed", async () => {
    const { secretKeys, configForm } = await loadProvider(id);
    const marked = Object.entries(schema.properties ?? {})
      .filter(([, property]) => (property as RJSFSchema).writeOnly)
      .map(([key]) => key);
    const identifiers = ["application_key", "scw_access_key", "api_key"].filter((key) => secretKeys.includes(key));
    expect(identifiers).toHaveLength(1);
    expect([...identifiers, ...marked].sort()).toEqual([...secretKeys].sort());
    expect(Object.keys(configForm.keys).filter((key) => configForm.keys[key]?.masked)).toEqual(marked);
  });

  it("has a title for every key, and every key in one group", async () => {
    const { configForm, configKeys } = await loadProvider(id);
    for (const key of configKeys) {
      const title = configForm.keys[key]?.title ?? "";
      expect(title, key).toMatch(/^[A-Z][^_]+$/);
      expect(page).toContain(title.replaceAll("'", "&#x27;"));
    }
    const grouped = configForm.groups.flatMap(({ keys }) => keys);
    expect(grouped).toEqual(Object.keys(schema.properties ?? {}));
    expect([...grouped].sort()).toEqual([...configKeys].sort());
    for (const { purpose, pages } of configForm.credentials) {
      expect(purpose).not.toBe("");
      expect(pages.length).toBeGreaterThan(0);
      for (const { url } of pages) expect(url).toMatch(/^https:/);
    }
  });

  it("demands what is required, and nothing else", () => {
    const demanded = [...page.matchAll(/<(?:input|select)[^>]*name="root_(\w+)"[^>]*>/g)].filter(([tag]) =>
      / required/.test(tag),
    );
    expect(demanded.map(([, key]) => key).sort()).toEqual([...(schema.required ?? [])].sort());
  });
});
