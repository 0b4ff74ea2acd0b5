import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { configForms, recognise, sentenceOf } from "../../src/browser.ts";

const application = {
  application_key: "a1B2c3D4e5F6g7H8",
  application_secret: "0123456789abcdefghijklmnopqrstuv",
  consumer_key: "ZYXWVUTSRQPONMLKJIHGFEDCBA987654",
};
const client = { client_id: "EU.0123456789abcdef", client_secret: "vutsrqponmlkjihgfedcba9876543210" };
const scaleway = {
  scw_project_id: "6170692e-7363-616c-6577-61792e636f6d",
  scw_access_key: "SCW0123456789ABCDEFG",
  scw_secret_key: "7363616c-6577-6573-6862-6f7579616161",
};
const { scw_access_key: access, scw_secret_key: secret, scw_project_id: project } = scaleway;

describe("a text with keys", () => {
  test.each<[name: string, text: string, inventory: string, values: Readonly<Record<string, string>>]>([
    [
      "lines of a shell, with a byte order mark and CR LF",
      `\ufeffexport OVH_ENDPOINT=ovh-ca\r\nexport OVH_APPLICATION_KEY="${application.application_key}"\r\nexport OVH_APPLICATION_SECRET='${application.application_secret}'\r\nOVH_CONSUMER_KEY=${application.consumer_key} # mine\r\n`,
      "ovh",
      { endpoint: "ovh-ca", ...application },
    ],
    [
      "several on one line of a shell",
      `export SCW_ACCESS_KEY=${access}; export SCW_SECRET_KEY=${secret}; export OTHER=x\n`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "options of a command",
      `docker run -e SCW_ACCESS_KEY=${access} -e "SCW_SECRET_KEY=${secret}" image`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "a sentence of a mail",
      `Access key: ${access}, Secret key: ${secret}`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "labels with what they are called in short",
      `Application Key (AK)\n${application.application_key}\nCopy\nApplication Secret (AS): ${application.application_secret}\nConsumer Key (CK)\n${application.consumer_key}\n`,
      "ovh",
      application,
    ],
    [
      "labels of several words, and the buttons beside them",
      `Access key ID\n${access}\nCopy\nSecret key\nCopy\n${secret}\n`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "the middle of JSON",
      `  "applicationKey": "${application.application_key}",\n  "applicationSecret": "${application.application_secret}",\n  "consumerKey": "${application.consumer_key}"\n`,
      "ovh",
      application,
    ],
    [
      "JSON on one line, with a comma too many",
      `{"scw_access_key": "${access}", "scw_secret_key": "${secret}",}`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "JSON with lists and numbers",
      JSON.stringify({ ...client, project_ids: ["a".repeat(32), "b".repeat(32)], max_in_flight: 8 }),
      "ovh",
      { ...client, project_ids: `${"a".repeat(32)},${"b".repeat(32)}`, max_in_flight: "8" },
    ],
    [
      "PowerShell and setx",
      `$env:SCW_ACCESS_KEY = "${access}"\nset SCW_SECRET_KEY=${secret}\n`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "a provider's block of Terraform",
      `provider "scaleway" {\n  access_key = "${access}"\n  secret_key = "${secret}"\n  project_id = "${project}"\n}\n`,
      "scaleway",
      scaleway,
    ],
    [
      "JSON of a command line",
      JSON.stringify({ access_key: access, secret_key: secret, default_project_id: project, description: null }),
      "scaleway",
      scaleway,
    ],
    [
      "JSON that lost its end",
      `{\n  "clientId": "${client.client_id}",\n  "clientSecret": "${client.client_secret}",\n  "iden`,
      "ovh",
      client,
    ],
    [
      "variables of a container",
      JSON.stringify([
        { name: "SCW_ACCESS_KEY", value: access },
        { name: "SCW_SECRET_KEY", value: secret },
      ]),
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "ovh.conf",
      `[default]\nendpoint=ovh-us\n\n[ovh-eu]\napplication_key=aaaaaaaaaaaaaaaa\n[ovh-us]\n; mine\napplication_key=${application.application_key}\napplication_secret = ${application.application_secret}\nconsumer_key=${application.consumer_key}\n`,
      "ovh",
      { endpoint: "ovh-us", ...application },
    ],
    [
      "config.yaml with a profile that is chosen",
      `access_key: SCWAAAAAAAAAAAAAAAAA\nsecret_key: ${project}\nactive_profile: work\nprofiles:\n  home:\n    access_key: SCWBBBBBBBBBBBBBBBBB\n  work:\n    access_key: ${access}\n    secret_key: ${secret}\n    default_project_id: ${project}\n    default_region: fr-par\n`,
      "scaleway",
      scaleway,
    ],
    [
      "what a page shows after a key was made",
      `Application name\ninventory\nApplication description\nfor the backup\n\nApplication key\n${application.application_key}\nApplication secret\n${application.application_secret}\nConsumer Key\n${application.consumer_key}\n`,
      "ovh",
      application,
    ],
    [
      "a table of a page",
      `Access Key ID\t${access}\nSecret key\t${secret}\nExpiration\tNever\n`,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "names and values with colons",
      `AK: ${application.application_key}\nAS: ${application.application_secret}\nCK: ${application.consumer_key}`,
      "ovh",
      application,
    ],
    [
      "typographic quotes and blanks",
      `Access key: “${access}”\u00a0\nSecret key:\u200b ${secret} `,
      "scaleway",
      { scw_access_key: access, scw_secret_key: secret },
    ],
    [
      "the Data Platform's keys",
      `OVH_DATA_PLATFORM_SUBDOMAIN=my-shop\nOVH_DATA_PLATFORM_API_KEY=0123456789abcdef\nOVH_DATA_PLATFORM_SECRET_KEY=0123456789abcdefghij\n`,
      "ovh-data-platform",
      { project_subdomain: "my-shop", api_key: "0123456789abcdef", secret_key: "0123456789abcdefghij" },
    ],
  ])("is read from %s", (_name, text, inventory, values) => {
    expect(recognise(text)).toMatchObject({ inventory, values, problems: [] });
  });

  it("names the kind of credential that it holds", () => {
    expect(recognise(`client_id=${client.client_id}`).credential).toBe("ovh-service-account");
  });
});

describe("a mistake is said in words", () => {
  const said = (text: string, inventory?: string): string =>
    recognise(text, inventory).problems.map(sentenceOf).join("\n");
  const { application_key: key, application_secret: appSecret, consumer_key: consumer } = application;

  test.each<[name: string, text: string, inventory: string | undefined, words: RegExp]>([
    [
      "swapped keys of OVHcloud",
      `AK=${appSecret}\nAS=${key}\nCK=${consumer}`,
      "ovh",
      /application_key looks like the application secret .*swapped with application_secret\? Exchange/,
    ],
    [
      "swapped keys of Scaleway",
      `SCW_ACCESS_KEY=${secret}\nSCW_SECRET_KEY=${access}`,
      "scaleway",
      /scw_access_key .*the secret key \(a UUID\): swapped with scw_secret_key\?[\s\S]*scw_secret_key .*swapped with scw_access_key\?/,
    ],
    ["a secret of Scaleway cut off", `SCW_SECRET_KEY=${secret.slice(0, 20)}`, undefined, /a UUID that was cut off/],
    ["an access key cut off", `SCW_ACCESS_KEY=${access.slice(0, 15)}`, undefined, /an access key that was cut off/],
    [
      "a secret of OVHcloud cut off",
      `AS=${appSecret.slice(0, 25)}`,
      undefined,
      /has 25 characters, and all that are known have 32: it seems to be cut off/,
    ],
    [
      "two families",
      `AK=${key}\nAS=${appSecret}\nclient_id=${client.client_id}`,
      "ovh",
      /application_key, application_secret \(ovh-application\) and client_id \(ovh-service-account\) exclude each other/,
    ],
    [
      "another region's client",
      `endpoint=ovh-ca\nclient_id=${client.client_id}\nclient_secret=${client.client_secret}`,
      "ovh",
      /client_id looks like one of ovh-eu, and ovh-ca is chosen/,
    ],
    [
      "the other cloud's keys",
      `SCW_ACCESS_KEY=${access}\nSCW_SECRET_KEY=${secret}`,
      "ovh",
      /keys of Scaleway, not of OVHcloud: choose Scaleway/,
    ],
    [
      "the other cloud's key under the right name",
      `AK=${access}`,
      "ovh",
      /application_key looks like an access key of Scaleway/,
    ],
    ["a key of AWS", `SCW_ACCESS_KEY=AKIAABCDEFGHIJKLMNOP`, undefined, /an access key of AWS/],
    [
      "two clouds",
      `OVH_APPLICATION_KEY=${key}\nSCW_ACCESS_KEY=${access}`,
      undefined,
      /keys of OVHcloud and Scaleway|keys of Scaleway and OVHcloud/,
    ],
    [
      "dots in place of a secret",
      `Access key\n${access}\nSecret key\n••••••••••••`,
      undefined,
      /scw_secret_key is what a page shows in place of the value/,
    ],
    ["a place to be filled in", `SCW_SECRET_KEY=<secret-key>`, undefined, /place to be filled in/],
    [
      "a login of OpenStack",
      "export OS_AUTH_URL=https://auth.example/v3\nexport OS_USERNAME=user-x",
      "ovh",
      /the login of an OpenStack user: .*make a key for OVHcloud/,
    ],
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc", "ovh", /a private key/],
    ["nothing at all", "hello there", "scaleway", /no key of Scaleway was found in the text: .*SCW_ACCESS_KEY=…/],
    ["several sections without a choice", `[ovh-eu]\nAK=${key}\n[ovh-ca]\nAK=${key}\n`, "ovh", /holds 2 sets of keys/],
    ["a key that stands there twice", `AK=${key}\nAK=b1B2c3D4e5F6g7H8\n`, "ovh", /application_key stands there twice/],
  ])("%s", (_name, text, inventory, words) => {
    expect(said(text, inventory)).toMatch(words);
  });
});

describe("whatever is pasted", () => {
  it("throws nothing, and repeats nothing of it", () => {
    const lines = fc.array(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc
          .tuple(
            fc.constantFrom("AK", "SCW_SECRET_KEY", "client_id", "[x]", "x"),
            fc.constantFrom("=", ": ", "\t", "\n"),
            fc.string(),
          )
          .map((parts) => parts.join("")),
      ),
    );
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom("\n", "\r\n", " "),
        fc.constantFrom(undefined, ...Object.keys(configForms)),
        (parts, end, wanted) => {
          const { values, problems } = recognise(parts.join(end), wanted);
          const words = JSON.stringify(problems);
          for (const value of Object.values(values)) if (value.length > 12) expect(words).not.toContain(value);
        },
      ),
      { numRuns: 500 },
    );
  });

  const shapes: Readonly<Record<string, (entries: readonly (readonly [string, string])[]) => string>> = {
    shell: (entries) => entries.map(([name, value]) => `export ${name}="${value}"`).join("\r\n"),
    plain: (entries) => entries.map(([name, value]) => `${name}=${value}`).join("\n"),
    yaml: (entries) => `\ufeff---\n${entries.map(([name, value]) => `${name}: ${value}`).join("\n")}`,
    ini: (entries) => `[keys]\n${entries.map(([name, value]) => `${name} = ${value} ; note`).join("\n")}`,
    json: (entries) => JSON.stringify({ keys: Object.fromEntries(entries) }, null, 2),
    page: (entries) => entries.map(([name, value]) => `${name}\n${value}\n`).join("\n"),
    table: (entries) => entries.map(([name, value]) => `${name}\t${value}`).join("\n"),
  };
  it.each(Object.keys(shapes))("is found again in any order and under any of its names: %s", (shape) => {
    const form = configForms["ovh"];
    const arbitrary = fc.record({
      application_key: fc.stringMatching(/^[A-Za-z0-9]{16}$/),
      application_secret: fc.stringMatching(/^[A-Za-z0-9]{32}$/),
      consumer_key: fc.stringMatching(/^[A-Za-z0-9]{32}$/),
    });
    const named = arbitrary.chain((values) =>
      fc
        .tuple(
          ...Object.entries(values).map(([key, value]) =>
            fc.constantFrom(...(form?.keys[key]?.names ?? [])).map((name) => [name, value] as const),
          ),
        )
        .chain((entries) => fc.shuffledSubarray(entries, { minLength: 3 }))
        .map((entries) => ({ values, entries })),
    );
    fc.assert(
      fc.property(named, ({ values, entries }) => {
        expect(recognise(shapes[shape]?.(entries) ?? "").values).toEqual(values);
      }),
    );
  });

  it("takes no time that grows faster than the text", () => {
    const odd = [
      "a ".repeat(100_000),
      `${'"'.repeat(100_000)}=`,
      `k=${" ".repeat(150_000)}x`,
      `k="${'" '.repeat(60_000)}`,
      "[".repeat(200_000),
      "{".repeat(200_000),
    ];
    for (const text of odd) expect(recognise(text).values).toEqual({});
  });
});
