import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import { OvhConfig } from "../../src/providers/ovh/config.ts";
import { endpointNames } from "../../src/providers/ovh/endpoints.ts";
import { ScalewayConfig } from "../../src/providers/scaleway/config.ts";

const ovh = {
  endpoint: "ovh-eu",
  application_key: "a1B2c3D4e5F6g7H8",
  application_secret: "0123456789abcdefghijklmnopqrstuv",
  consumer_key: "ZYXWVUTSRQPONMLKJIHGFEDCBA987654",
};
const serviceAccount = {
  endpoint: "ovh-ca",
  client_id: "EU.0123456789abcdef",
  client_secret: "vutsrqponmlkjihgfedcba9876543210",
};
const accessToken = { endpoint: "ovh-us", access_token: "a-token.of_29~characters+/x==" };
const scaleway = {
  scw_project_id: "6170692e-7363-616c-6577-61792e636f6d",
  scw_access_key: "SCW0123456789ABCDEFG",
  scw_secret_key: "7363616c-6577-6573-6862-6f7579616161",
};

/** What a config is refused with, `name: ` cut off. */
function refusalOf(schema: typeof OvhConfig | typeof ScalewayConfig, raw: unknown): string {
  try {
    readConfig<unknown>(schema, raw, "name");
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(InventoryError);
    expect(thrown).toMatchObject({ code: "INVALID_CONFIG" });
    expect(thrown).not.toHaveProperty("cause");
    return (thrown as InventoryError).message.replace(/^name: /, "");
  }
  throw new Error("the config was accepted");
}

describe("what is read", () => {
  test("strings become what the provider needs", () => {
    const raw = {
      ...ovh,
      project_ids: `${"a".repeat(32)}, ${"b".repeat(32)}`,
      kinds: "*.volume , ovh.*",
      max_in_flight: "12",
    };
    expect(readConfig(OvhConfig, raw, "name")).toEqual({
      settings: {
        ...ovh,
        project_ids: ["a".repeat(32), "b".repeat(32)],
        kinds: ["*.volume", "ovh.*"],
        max_in_flight: 12,
      },
      notices: [],
    });
  });

  test.each([
    ["a service account", serviceAccount],
    ["an access token, at an endpoint without service accounts too", { ...accessToken, endpoint: "kimsufi-ca" }],
  ])("another kind of credential: %s", (_name, raw) => {
    expect(readConfig(OvhConfig, { ...raw, consumer_key: " " }, "name").settings).toEqual({ ...raw, project_ids: [] });
  });

  test("empty values count as absent, in options and in required keys alike", () => {
    const { settings } = readConfig(ScalewayConfig, { ...scaleway, kinds: "", scw_project_ids: " \n" }, "name");
    expect(settings).toEqual({ ...scaleway, scw_project_ids: [] });
    expect(refusalOf(ScalewayConfig, { ...scaleway, scw_access_key: "\t" })).toBe("scw_access_key is missing");
  });

  test("white space around values is removed, and said by key", () => {
    const raw = { ...ovh, endpoint: " ovh-eu", consumer_key: `${ovh.consumer_key}\r\n` };
    const { settings, notices } = readConfig(OvhConfig, raw, "name");
    expect(settings).toMatchObject(ovh);
    expect(notices).toEqual([
      "name: white space around endpoint was removed",
      "name: white space around consumer_key was removed",
    ]);
  });

  test.each([
    ["absent", {}],
    ["empty", { endpoint: "" }],
    ["blank", { endpoint: " " }],
  ])("an endpoint that is %s is ovh-eu, as a form sends it that has no field for it", (_how, given) => {
    const { endpoint: _endpoint, ...keys } = ovh;
    expect(readConfig(OvhConfig, { ...keys, ...given }, "name").settings.endpoint).toBe("ovh-eu");
  });

  test("a file with the prototype's name among its keys is no way around the schema", () => {
    const raw = JSON.parse('{"__proto__": {"endpoint": "ovh-eu"}, "constructor": "x"}') as unknown;
    expect(refusalOf(OvhConfig, raw)).toMatch(
      /^unknown key "__proto__".*unknown key "constructor".*no credential is given/,
    );
  });
});

describe("what is refused", () => {
  const swapped =
    "scw_project_id is the same as scw_secret_key: they seem to be swapped, or one was pasted twice: compare it with what the provider shows";
  const noServiceAccounts =
    "endpoint does not go with client_id, client_secret, because Kimsufi and So you Start have no service accounts: use ovh-eu, ovh-ca, ovh-us, or another kind of credential";
  const { scw_secret_key: secret } = scaleway;
  test.each<[name: string, schema: typeof OvhConfig | typeof ScalewayConfig, raw: unknown, says: string]>([
    ["no object", OvhConfig, null, "must be one JSON object of keys and string values"],
    ["an array", OvhConfig, [ovh], "must be one JSON object of keys and string values"],
    ["a text", ScalewayConfig, "scw_secret_key", "must be one JSON object of keys and string values"],
    [
      "a key of another inventory",
      OvhConfig,
      { ...ovh, ...scaleway },
      'unknown key "scw_project_id"; unknown key "scw_access_key"; unknown key "scw_secret_key"',
    ],
    [
      "a value that is no string",
      OvhConfig,
      { ...ovh, consumer_key: 12345678 },
      "consumer_key must be a string in quotes; the config is flat",
    ],
    [
      "nothing but a key",
      ScalewayConfig,
      { scw_access_key: scaleway.scw_access_key },
      "scw_project_id is missing; scw_secret_key is missing",
    ],
    ["one key pasted twice", ScalewayConfig, { ...scaleway, scw_project_id: secret }, swapped],
    ["the same in capitals", ScalewayConfig, { ...scaleway, scw_project_id: secret.toUpperCase() }, swapped],
    [
      "the secret key in a list",
      ScalewayConfig,
      { ...scaleway, scw_project_ids: `${scaleway.scw_project_id},${secret}` },
      swapped.replace("scw_project_id", "scw_project_ids"),
    ],
    [
      "a number out of range",
      OvhConfig,
      { ...ovh, max_in_flight: "101" },
      "max_in_flight must be a whole number from 1 to 100, written as a string",
    ],
    [
      "a number that overflows",
      OvhConfig,
      { ...ovh, max_in_flight: "9".repeat(400) },
      "max_in_flight must be a whole number from 1 to 100, written as a string",
    ],
    [
      "no credential",
      OvhConfig,
      { endpoint: "ovh-eu", client_id: " " },
      "no credential is given: add application_key + application_secret + consumer_key, or client_id + client_secret, or access_token",
    ],
    [
      "a part of one kind beside another",
      OvhConfig,
      { ...ovh, client_id: "EU.0123456789abcdef" },
      "application_key, application_secret, consumer_key (ovh-application) and client_id (ovh-service-account) exclude each other: remove client_id",
    ],
    [
      "two whole kinds",
      OvhConfig,
      { ...serviceAccount, ...accessToken },
      "client_id, client_secret (ovh-service-account) and access_token (ovh-access-token) exclude each other: keep the keys of one kind and remove the others",
    ],
    [
      "parts of three kinds, and another problem",
      OvhConfig,
      { endpoint: "ovh-eu", consumer_key: "x", client_secret: "y", access_token: "z".repeat(8), max_in_flight: "0" },
      "consumer_key must be 8 to 64 letters and digits, as OVHcloud showed it; client_secret must be the client secret of 8 to 256 characters, as OVHcloud showed it; max_in_flight must be a whole number from 1 to 100, written as a string; consumer_key (ovh-application) and client_secret (ovh-service-account) and access_token (ovh-access-token) exclude each other: remove consumer_key, client_secret",
    ],
    [
      "a part of one kind, at an endpoint that is none",
      OvhConfig,
      { endpoint: "ovh-fr", client_id: "EU.0123456789abcdef" },
      `endpoint must be one of ${endpointNames.join(", ")}; client_secret is missing; endpoint does not go with client_id, because Kimsufi and So you Start have no service accounts: use ovh-eu, ovh-ca, ovh-us, or another kind of credential`,
    ],
    ["a service account of Kimsufi", OvhConfig, { ...serviceAccount, endpoint: "kimsufi-eu" }, noServiceAccounts],
    [
      "a service account of So you Start",
      OvhConfig,
      { ...serviceAccount, endpoint: "soyoustart-ca" },
      noServiceAccounts,
    ],
    [
      "an endpoint in other letters",
      OvhConfig,
      { ...ovh, endpoint: "OVH-EU" },
      "endpoint must be one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca",
    ],
  ])("%s", (_name, schema, raw, says) => {
    expect(refusalOf(schema, raw)).toBe(says);
  });
});

describe("a malformed value", () => {
  const ofOvh = "must be 8 to 64 letters and digits, as OVHcloud showed it";
  const ofClient = "must be the client secret of 8 to 256 characters, as OVHcloud showed it";
  const ofList = "must be kinds separated by commas";
  test.each([
    ["application_key", "with a space", ofOvh],
    ["application_secret", "short", ofOvh],
    ["application_secret", 'quoted"secret', ofOvh],
    ["consumer_key", "0".repeat(65), ofOvh],
    ["consumer_key", "line\nbreak-0123456789", ofOvh],
    ["client_id", "EU.0123 456789abcdef", "must be the service account's client id, such as EU. and 16 characters"],
    ["client_secret", '"quoted-secret"', ofClient],
    ["client_secret", "short", ofClient],
    ["access_token", "Bearer abcdefghijklmnop", "must be the token alone, without `Bearer` and without spaces"],
    ["access_token", "a=token=in=the=middle", "must be the token alone, without `Bearer` and without spaces"],
    ["endpoint", "a-secret-in-the-wrong-field", `must be one of ${endpointNames.join(", ")}`],
    ["project_ids", "production", "must hold project ids of 32 hexadecimal characters, not names"],
    ["scw_access_key", "SCWlowercase000000000", "must be SCW followed by 17 capital letters and digits"],
    [
      "scw_secret_key",
      "7363616c-6577-6573-6862",
      "must be the secret key of the API key (a UUID); it looks like a UUID that was cut off",
    ],
    ["scw_project_id", "my project", "must be a project's id (a UUID), not its name"],
    ["scw_project_ids", "production,staging", "must hold project ids (UUIDs), not names"],
    ["kinds", "*,,", ofList],
    ["kinds", ",", ofList],
    ["max_in_flight", "0", "must be a whole number from 1 to 100, written as a string"],
    ["max_requests_per_minute", "1e3", "must be a whole number from 0 to 1000000, written as a string"],
    ["max_requests_per_minute", "-1", "must be a whole number from 0 to 1000000, written as a string"],
  ])("of %s: %j", (key, value, says) => {
    const ofOne = [ovh, serviceAccount, accessToken].find((config) => key in config) ?? ovh;
    const [schema, good] = key in ScalewayConfig.shape ? [ScalewayConfig, scaleway] : [OvhConfig, ofOne];
    expect(refusalOf(schema, { ...good, [key]: value })).toBe(`${key} ${says}`);
  });
});

describe("whatever is given", () => {
  // Long enough, and of enough letters, that none occurs in a sentence of ours by chance.
  const word = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/);
  const uuid = fc.uuid();
  const text = fc.oneof(
    word,
    uuid,
    fc.tuple(word, word).map((pair) => pair.join(",")),
    fc.tuple(word, fc.string({ unit: "binary" })).map((pair) => pair.join("")),
    fc.tuple(uuid, fc.constantFrom("", " ", "\n")).map(([id, space]) => `${space}${id}${space}`),
  );
  const value = fc.oneof(
    { weight: 5, arbitrary: text },
    fc.array(text),
    fc.dictionary(word, text),
    fc.bigInt({ min: 10n ** 14n, max: 10n ** 15n }).map(Number),
    fc.constantFrom(null, true, undefined, Number.NaN),
  );
  const schemas = [
    { name: "OVHcloud", schema: OvhConfig, good: ovh },
    { name: "OVHcloud with a service account", schema: OvhConfig, good: serviceAccount },
    { name: "Scaleway", schema: ScalewayConfig, good: scaleway },
  ] as const;

  function textsIn(given: unknown): string[] {
    if (given === null || given === undefined || typeof given === "boolean") return [];
    if (typeof given === "object") return Object.values(given).flatMap(textsIn);
    return [String(given), ...String(given).split(",")].map((part) => part.trim()).filter((part) => part.length >= 8);
  }

  test.each(schemas)("$name: it is read, or refused by an InventoryError that repeats no value", ({ schema, good }) => {
    const keys = fc.constantFrom(...Object.keys(schema.shape));
    const raws = fc.tuple(fc.subarray(Object.entries(good)), fc.dictionary(keys, value));
    fc.assert(
      fc.property(raws, ([some, odd]) => {
        const raw = { ...Object.fromEntries(some), ...odd };
        try {
          const { notices } = readConfig<unknown>(schema, raw, "name");
          expect(textsIn(raw).filter((secret) => notices.join("\n").includes(secret))).toEqual([]);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(InventoryError);
          const said = JSON.stringify(thrown) + String((thrown as Error).stack);
          expect(textsIn(raw).filter((secret) => said.includes(secret))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(schemas)("$name: nothing but an InventoryError is ever thrown", ({ schema }) => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }), (raw) => {
        try {
          readConfig<unknown>(schema, raw, "name");
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(InventoryError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(schemas)("$name: white space changes the notices and nothing else", ({ schema, good }) => {
    const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(space, space), { minLength: 4, maxLength: 4 }), (spaces) => {
        const padded = Object.entries(good).map(([key, entry], index) => {
          const [before = "", after = ""] = spaces[index] ?? [];
          return [key, before + entry + after] as const;
        });
        const { settings, notices } = readConfig<unknown>(schema, Object.fromEntries(padded), "name");
        expect(settings).toEqual(readConfig<unknown>(schema, good, "name").settings);
        const changed = padded.filter(([key, entry]) => entry !== (good as Record<string, string>)[key]);
        expect(notices).toEqual(changed.map(([key]) => `name: white space around ${key} was removed`));
      }),
    );
  });
});
