import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type ConfigProblem, problemOf } from "../../src/config/config-problem.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";

type Said = Omit<ConfigProblem, "code" | "values">;

const keys = {
  application_key: "a1B2c3D4e5F6g7H8",
  application_secret: "0123456789abcdefghijklmnopqrstuv",
  consumer_key: "ZYXWVUTSRQPONMLKJIHGFEDCBA987654",
};
const ovh = { endpoint: "ovh-eu", ...keys };
const client = { client_id: "EU.0123456789abcdef", client_secret: "vutsrqponmlkjihgfedcba9876543210" };
const scaleway = {
  scw_project_id: "6170692e-7363-616c-6577-61792e636f6d",
  scw_access_key: "SCW0123456789ABCDEFG",
  scw_secret_key: "7363616c-6577-6573-6862-6f7579616161",
};

const dataPlatform = {
  project_subdomain: "my-shop",
  api_key: "0123456789abcdef",
  secret_key: "0123456789abcdefghijklmnopqrstuv",
};
const configs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ovh,
  scaleway,
  "ovh-data-platform": dataPlatform,
};

// What some keys are given with, where the config above has something else.
const together: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  client_id: { endpoint: "ovh-eu", client_secret: "a-client-secret" },
};

test.each(providerIds)("every example in the schema of %s is accepted", async (id) => {
  const { configSchema, problemsOf } = await loadProvider(id);
  const properties = Object.entries(configSchema["properties"] as Record<string, { examples?: readonly string[] }>);
  const examples = properties.flatMap(([key, property]) =>
    (property.examples ?? []).map((example) => ({ key, example })),
  );
  expect(examples.length).toBeGreaterThan(5);
  for (const { key, example } of examples) {
    expect(await problemsOf({ ...(together[key] ?? configs[id]), [key]: example }), `${key}: ${example}`).toEqual([]);
  }
});

describe("each problem has its key and the remediation", () => {
  test.each<[name: string, provider: string, raw: unknown, problems: readonly Said[]]>([
    ["nothing", "ovh", ovh, []],
    ["nothing, after trimming", "ovh", { ...ovh, endpoint: " ovh-eu\n", client_id: " " }, []],
    [
      "an array",
      "ovh",
      [ovh],
      [{ problem: "must be one JSON object of keys and string values", remediation: 'write it as {"key": "value"}' }],
    ],
    [
      "an unknown key",
      "ovh",
      { ...ovh, max_in_fligth: "" },
      [{ key: "max_in_fligth", problem: "is unknown here", remediation: "did you mean max_in_flight?" }],
    ],
    [
      "no string",
      "ovh",
      { ...ovh, max_in_flight: 4 },
      [{ key: "max_in_flight", problem: "is not a string", remediation: "write it in quotes; the config is flat" }],
    ],
    [
      "a missing key",
      "scaleway",
      { ...scaleway, scw_secret_key: "" },
      [{ key: "scw_secret_key", problem: "is missing", remediation: "add it" }],
    ],
    [
      "a key that another one needs",
      "scaleway",
      { ...scaleway, scw_scope: "organization" },
      [{ key: "scw_organization_id", problem: "is missing", remediation: "add it" }],
    ],
    [
      "an unknown value",
      "ovh",
      { ...ovh, endpoint: "ovh-fr" },
      [
        {
          key: "endpoint",
          problem: "is none of the known values",
          remediation: "use one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca",
        },
      ],
    ],
    [
      "a wrong form",
      "ovh",
      { ...ovh, max_in_flight: "0" },
      [
        {
          key: "max_in_flight",
          problem: "does not have the expected form",
          remediation: "it must be a whole number from 1 to 100, written as a string",
        },
      ],
    ],
    [
      "a wrong list",
      "ovh",
      { ...ovh, project_ids: "shop" },
      [
        {
          key: "project_ids",
          problem: "does not have the expected form",
          remediation: "it must hold project ids of 32 hexadecimal characters, not names",
        },
      ],
    ],
    [
      "no such kind",
      "ovh",
      { ...ovh, kinds: "*.volume,ovh.vloume" },
      [{ key: "kinds", problem: "names a kind that is not there", remediation: "docs/kinds.md lists them" }],
    ],
    [
      "a family of other providers",
      "ovh-data-platform",
      { ...dataPlatform, kinds: "storage,databases" },
      [
        {
          key: "kinds",
          problem: "names the family databases, of which nothing is here",
          remediation: "docs/kinds.md lists the others",
        },
      ],
    ],
    [
      "swapped keys",
      "scaleway",
      { ...scaleway, scw_project_id: scaleway.scw_secret_key },
      [
        {
          key: "scw_project_id",
          problem: "is the same as scw_secret_key: they seem to be swapped, or one was pasted twice",
          remediation: "compare it with what the provider shows",
        },
      ],
    ],
    [
      "no credential",
      "ovh",
      { endpoint: "ovh-eu" },
      [
        {
          problem: "no credential is given",
          remediation:
            "add application_key + application_secret + consumer_key, or client_id + client_secret, or access_token",
        },
      ],
    ],
    [
      "half a credential",
      "ovh",
      { endpoint: "ovh-eu", client_id: client.client_id },
      [
        {
          key: "client_secret",
          problem: "is missing",
          remediation: "add it, ovh-service-account is not whole with client_id alone",
        },
      ],
    ],
    [
      "two credentials",
      "ovh",
      { ...ovh, ...client },
      [
        {
          problem:
            "application_key, application_secret, consumer_key (ovh-application) and client_id, client_secret (ovh-service-account) exclude each other",
          remediation: "keep the keys of one kind and remove the others",
        },
      ],
    ],
    [
      "a credential and a stray key",
      "ovh",
      { ...ovh, client_id: client.client_id },
      [
        {
          problem:
            "application_key, application_secret, consumer_key (ovh-application) and client_id (ovh-service-account) exclude each other",
          remediation: "remove client_id",
        },
      ],
    ],
    [
      "a service account where there is none",
      "ovh",
      { ...client, endpoint: "kimsufi-eu" },
      [
        {
          key: "endpoint",
          problem:
            "does not go with client_id, client_secret, because Kimsufi and So you Start have no service accounts",
          remediation: "use ovh-eu, ovh-ca, ovh-us, or another kind of credential",
        },
      ],
    ],
  ])("%s", async (_name, provider, raw, problems) => {
    const found = await (await loadProvider(provider)).problemsOf(raw);
    expect(found.map(({ code: _code, values: _values, ...said }) => said)).toEqual(problems);
    // Whoever says it in words of their own has all that is needed: the code, and what is put in.
    expect(found.map(({ code, values, key }) => problemOf(code, values, key))).toEqual(found);
    for (const { problem, remediation } of found) expect(`${problem} ${remediation}`).not.toMatch(/\{\w+\}/);
  });
});

describe.each(providerIds)("whatever %s is given", (id) => {
  // Long enough, and of enough letters, that none occurs in a sentence of ours by chance.
  const value = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9]{12,40}$/),
    fc.uuid(),
    fc.bigInt({ min: 10n ** 14n }).map(String),
  );

  it("finds a problem exactly where opening would fail, and repeats no value", async () => {
    const definition = await loadProvider(id);
    const good = id === "ovh" ? { ...ovh, ...client, access_token: "0123456789abcdef.planted" } : scaleway;
    const raws = fc.tuple(
      fc.subarray(Object.entries(good)),
      fc.dictionary(fc.constantFrom(...definition.configKeys), value, { maxKeys: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(raws, async ([some, odd]) => {
        const raw = { ...Object.fromEntries(some), ...odd };
        const problems = await definition.problemsOf(raw);
        const opens = () => {
          const { provider, kindPatterns } = definition.open(raw, "config", { operator: {} });
          selectKinds(provider.kinds, kindPatterns);
        };
        if (problems.length === 0) opens();
        else expect(opens).toThrow();
        const said = JSON.stringify(problems);
        for (const [key, text] of Object.entries(raw))
          if (key !== "endpoint" || key in odd) expect(said).not.toContain(text);
      }),
      { numRuns: 300 },
    );
  });

  it("throws nothing", async () => {
    const definition = await loadProvider(id);
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true });
    await fc.assert(
      fc.asyncProperty(anything, async (raw) => {
        expect((await definition.problemsOf(raw)).length).toBeGreaterThan(0);
      }),
    );
  });
});
