import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import * as browser from "../../src/browser.ts";
import { validateConfig } from "../../src/index.ts";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";

const schemaFile = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8"));

describe("the entry for browsers", () => {
  it("is at most 25 kB packed where a bundler takes all of it, and needs neither Node nor code that is made on the way", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: 'export * from "cloud-inventory-plugin/browser";',
        resolveDir: new URL(".", import.meta.url).pathname,
      },
      alias: { "cloud-inventory-plugin/browser": new URL("../../src/browser.ts", import.meta.url).pathname },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      logLevel: "warning",
    });
    const [file] = outputFiles;
    expect(gzipSync(file?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(25_000);
    expect(file?.text).not.toMatch(/\beval\(|new Function\b|\brequire\(|\bprocess\.|\bBuffer\b|from ?"/);
  });

  it.each(providerIds)("holds the schemas of %s, and what goes beside them, as the files do", async (id) => {
    expect(browser.configSchemas[id]).toEqual(schemaFile(`${id}-config.schema.json`));
    expect(browser.configForms[id]).toEqual(schemaFile(`${id}-config.form.json`));
    for (const { kind } of (await loadProvider(id)).credentials)
      expect(browser.credentialSchema(kind)).toEqual(schemaFile(`${kind}-config.schema.json`));
  });

  it("holds the sentences as the file does", () => {
    expect(browser.sentences).toEqual(schemaFile("config-sentences.json"));
  });

  it("names the nearest of an inventory or a credential that is unknown", () => {
    expect(() => browser.validateConfig("ovhh", {})).toThrow('did you mean "ovh"?');
    expect(() => browser.credentialSchema("scaleway-key")).toThrow('did you mean "scaleway-api-key"?');
    expect(() => browser.recognise("", "constructor")).toThrow("unknown inventory");
  });
});

describe.each(providerIds)("a config of %s", (id) => {
  const properties = Object(browser.configSchemas[id]?.["properties"]);
  const keys = Object.keys(properties);
  const uuid = "7363616c-6577-6573-6862-6f7579616161";
  const examples = Object.values(properties).flatMap((property) => [
    ...(Object(property).examples ?? []),
    ...(Object(property).enum ?? []),
  ]);
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...examples) },
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9]{16}$|^[A-Za-z0-9]{32}$/) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        uuid,
        "SCW0123456789ABCDEFG",
        "fr-pra",
        " ",
        "ovh.vloume",
        "AKIAABCDEFGHIJKLMNOP",
      ),
    },
    { weight: 1, arbitrary: fc.anything() },
  );
  const family = fc.constantFrom(...(browser.configForms[id]?.credentials ?? []));
  const configs = fc
    .tuple(
      family.chain(({ keys: ofFamily }) => fc.record(Object.fromEntries(ofFamily.map((key) => [key, value])))),
      fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, fc.string()), value, { maxKeys: 4 }),
    )
    .map(([credential, rest]) => ({ ...rest, ...credential }));

  it("is judged as the library judges it, in the same words", async () => {
    const verdicts = { valid: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(configs, async (config) => {
        const verdict = browser.validateConfig(id, config);
        expect(verdict).toEqual(await validateConfig(id, config));
        verdicts[verdict.valid ? "valid" : "refused"] += 1;
      }),
      { numRuns: 400 },
    );
    expect(verdicts.refused).toBeGreaterThan(20);
  });

  it("is of use while it is typed: nothing is said of what is missing, and no value is repeated", () => {
    expect(browser.checkValues(id, {})).toEqual([]);
    const secret = fc.stringMatching(/^[A-Za-z0-9+/]{12,40}$/);
    const typed = fc.dictionary(fc.constantFrom(...keys.filter((key) => key !== "endpoint")), secret);
    fc.assert(
      fc.property(typed, (values) => {
        const problems = browser.checkValues(id, values);
        expect(problems.filter(({ code }) => code.startsWith("missing"))).toEqual([]);
        for (const text of Object.values(values)) expect(JSON.stringify(problems)).not.toContain(text);
      }),
    );
  });
});

test("a key that seems to be cut off is only a doubt", () => {
  const whole = {
    endpoint: "ovh-eu",
    application_key: "a1B2c3D4e5F6g7H8",
    consumer_key: "ZYXWVUTSRQPONMLKJIHGFEDCBA987654",
  };
  const config = { ...whole, application_secret: "0123456789abcdefghijklmnopq" };
  expect(browser.validateConfig("ovh", config).valid).toBe(true);
  expect(browser.checkValues("ovh", config)).toMatchObject([
    { code: "cut-off", key: "application_secret", isDoubt: true },
  ]);
  expect(browser.checkValues("ovh", { endpoint: "ovh-uk" })).toMatchObject([{ code: "not-a-choice" }]);
  expect(browser.checkValues("ovh", { endpoint: "ovh-uk" })).not.toMatchObject([{ isDoubt: true }]);
});
