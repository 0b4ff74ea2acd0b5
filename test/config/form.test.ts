import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { validateConfig } from "../../src/index.ts";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";
import { pagesInChromium } from "../chromium.ts";
import { bundleFormPage, type ConfigForm, libraries, openForm } from "./form.ts";

type Values = Readonly<Record<string, string>>;

// What a key is given where its schema has no example: the credentials, and a place that is not the form's own default.
const written: Values = {
  endpoint: "ovh-ca",
  application_key: "a1B2c3D4e5F6g7H8",
  application_secret: "0123456789abcdefghijklmnopqrstuv",
  consumer_key: "ZYXWVUTSRQPONMLKJIHGFEDCBA987654",
  client_secret: "vutsrqponmlkjihgfedcba9876543210",
  access_token: "0123456789abcdef.0123456789",
  scw_access_key: "SCW0123456789ABCDEFG",
  scw_secret_key: "7363616c-6577-6573-6862-6f7579616161",
  api_key: "0123456789abcdef",
  secret_key: "0123456789abcdefghijklmnopqrstuv",
};

const openPage = pagesInChromium();
let script: string;
beforeAll(async () => {
  script = await bundleFormPage();
});

const forms = providerIds.flatMap((id) => libraries.map((library) => [id, library] as const));

describe.each(forms)("a form of the config of %s, in a browser, by %s", (id, library) => {
  const text = readFileSync(new URL(`../../schemas/${id}-config.schema.json`, import.meta.url), "utf8");
  const { properties }: { properties: Readonly<Record<string, Property>> } = JSON.parse(text);
  const values = Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, exampleOf(key, property)]),
  );
  const open = async (context: TestContext): Promise<ConfigForm> =>
    openForm(await openPage(context), script, text, library);

  it("keeps every typed value through every switch of the credential", async (context) => {
    const { credentials } = await loadProvider(id);
    const titles = credentials.length > 1 ? credentials.map(({ title }) => title) : [];
    const form = await open(context);
    const typed: Record<string, string> = {};
    const type = async (keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        await form.type(key, values[key] ?? "");
        typed[key] = values[key] ?? "";
      }
    };
    await type(Object.keys(values).filter((key) => !credentials.some(({ keys }) => keys.includes(key))));
    for (const { title, keys } of credentials) {
      if (titles.length > 0) await form.choose(title);
      expect(await form.data(), title).toEqual(typed);
      await type(keys);
      expect(await form.data(), title).toEqual(typed);
    }
    for (const title of [...titles, ...titles.toReversed(), ...titles]) {
      await form.choose(title);
      expect(await form.data(), title).toEqual(typed);
    }
    for (const [key, value] of Object.entries(typed)) expect(await form.shown(key), key).toBe(value);
    expect(form.complaints).toEqual([]);
  });

  it("takes and refuses what we do", async (context) => {
    const form = await open(context);
    const verdicts: boolean[] = [];
    for (const config of await configsOf(id, values)) {
      await form.fill(config);
      expect(await form.data()).toEqual(config);
      const errors = await form.submit();
      const { valid, problems } = await validateConfig(id, config);
      expect(errors.length === 0, JSON.stringify({ config, errors, problems })).toBe(valid);
      verdicts.push(valid);
    }
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
    expect(form.complaints).toEqual([]);
  });
});

interface Property {
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly default?: string;
}

function exampleOf(key: string, property: Property): string {
  return written[key] ?? property.examples?.[0] ?? property.enum?.[0] ?? "";
}

/** Good configs, one for each kind of credential, and what one change, or the keys of another kind, make of them. */
async function configsOf(id: string, values: Values): Promise<readonly Values[]> {
  const { credentials, configSchema } = await loadProvider(id);
  const properties = Object.entries(configSchema["properties"] as Readonly<Record<string, Property>>);
  const ofCredentials = credentials.flatMap(({ keys }) => keys);
  const without = (config: Values, keys: readonly string[]): Values =>
    Object.fromEntries(Object.entries(config).filter(([key]) => !keys.includes(key)));
  const changesOf = (whole: Values, [key, property]: [string, Property]): readonly Values[] => {
    if (property.enum !== undefined) return property.enum.map((word) => ({ ...whole, [key]: word }));
    return [without(whole, [key]), { ...whole, [key]: "!" }];
  };
  const wholes = credentials.map(({ keys }) =>
    without(
      values,
      ofCredentials.filter((key) => !keys.includes(key)),
    ),
  );
  const changed = wholes.flatMap((whole, index) =>
    properties
      // What is no key of a credential is the same beside each kind of them, but for a choice that depends on it.
      .filter(
        ([key, { enum: words }]) => index === 0 || words !== undefined || (ofCredentials.includes(key) && key in whole),
      )
      .flatMap((property) => changesOf(whole, property)),
  );
  const strays = wholes.flatMap((whole) =>
    ofCredentials.filter((key) => !(key in whole)).map((key) => ({ ...whole, [key]: values[key] ?? "" })),
  );
  return [...wholes, without(values, ofCredentials), values, ...changed, ...strays, ...wholes];
}
