import { describe, expect, test } from "vitest";
import type { Profile, ProfileSurroundings } from "../../src/credentials/sources.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import { readOvhProfile } from "../../src/providers/ovh/profile.ts";
import { readScalewayProfile } from "../../src/providers/scaleway/profile.ts";

const surroundings = (
  files: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv = {},
): ProfileSurroundings => ({ home: "/home/me", environment, readText: (path) => files[path] });

/** A profile without where its keys stand, which tests of their own hold. */
const saidBy = ({ places: _places, lacks: _lacks, ...profile }: Profile = { path: "", values: {}, notices: [] }) =>
  profile;

const conf = (key: string): string =>
  `[default]\nendpoint=ovh-ca\n; a comment\n[ovh-eu]\napplication_key=other\n[ovh-ca]\napplication_key=${key}\nunknown=x\n` +
  `application_secret = "quoted"\nconsumer_key= spaced \n`;

describe("ovh.conf", () => {
  test("holds the keys in the section that its default endpoint names", () => {
    expect(readOvhProfile(surroundings({ "/home/me/.ovh.conf": conf("mine") }))).toEqual({
      path: "/home/me/.ovh.conf",
      values: { endpoint: "ovh-ca", application_key: "mine", application_secret: "quoted", consumer_key: "spaced" },
      places: {
        application_key: { key: "application_key", line: 7 },
        application_secret: { key: "application_secret", line: 9 },
        consumer_key: { key: "consumer_key", line: 10 },
      },
      notices: [],
    });
  });

  test("is looked for here, at home, then on the machine", () => {
    const files: Record<string, string> = {
      "ovh.conf": conf("here"),
      "/home/me/.ovh.conf": conf("home"),
      "/etc/ovh.conf": conf("machine"),
    };
    for (const path of Object.keys(files)) {
      expect(readOvhProfile(surroundings(files))?.path).toBe(path);
      delete files[path];
    }
    expect(readOvhProfile(surroundings(files))).toBeUndefined();
  });

  test.each([
    ["", {}],
    ["[default]\nendpoint=ovh-eu\n", { endpoint: "ovh-eu" }],
    ["[default]\nendpoint=ovh-eu\n[ovh-eu]\napplication_key[]=a\napplication_key[]=b\n", { endpoint: "ovh-eu" }],
    [
      "[default]\nendpoint=ovh-us\n[ovh-us]\nclient_id=i\nclient_secret=s\n",
      { endpoint: "ovh-us", client_id: "i", client_secret: "s" },
    ],
    ["[default]\nendpoint=ovh-eu\n[ovh-eu]\naccess_token=t\n", { endpoint: "ovh-eu", access_token: "t" }],
    // Two kinds in one file are both handed on: the config's own check names them.
    [
      "[default]\nendpoint=ovh-eu\n[ovh-eu]\napplication_key=k\naccess_token=t\n",
      { endpoint: "ovh-eu", application_key: "k", access_token: "t" },
    ],
    ["\u0000\ufffd not an INI [[[", {}],
    // The exact spelling comes first, in any order.
    [
      "[default]\nendpoint=ovh-us\n[ovh-us]\naccess_token=t\nAccess_Token=u\n[OVH-US]\naccess_token=v\n",
      { endpoint: "ovh-us", access_token: "t" },
    ],
    [
      "[default]\nendpoint=ovh-us\n[OVH-US]\naccess_token=v\n[ovh-us]\nAccess_Token=u\naccess_token=t\n",
      { endpoint: "ovh-us", access_token: "t" },
    ],
  ])("of %j holds %j", (text, values) => {
    expect(saidBy(readOvhProfile(surroundings({ "ovh.conf": text })))).toEqual({
      path: "ovh.conf",
      values,
      notices: [],
    });
  });
});

describe("an ovh.conf that names no endpoint", () => {
  const keyed = "[ovh-eu]\naccess_token=t\n";

  test.each([keyed, `[default]\nendpoint =\n${keyed}`, "[OVH-EU]\naccess_token=t\n"])(
    "has its keys where the endpoint is that a config takes without one: %j",
    (text) => {
      const found = saidBy(readOvhProfile(surroundings({ "ovh.conf": text })));
      expect(found).toEqual({ path: "ovh.conf", values: { access_token: "t" }, notices: [] });
    },
  );

  test("is read so only once no farther file names one", () => {
    const files = { "ovh.conf": keyed, "/etc/ovh.conf": "[default]\nendpoint=ovh-ca\n[ovh-ca]\naccess_token=u\n" };
    const values = { endpoint: "ovh-ca", access_token: "u" };
    expect(saidBy(readOvhProfile(surroundings(files)))).toEqual({ path: "/etc/ovh.conf", values, notices: [] });
  });

  test("says which keys it leaves aside", () => {
    const notice = "no endpoint is chosen, so ovh-eu is read; there are keys in [ovh-eu], [ovh-us] of ovh.conf";
    const found = saidBy(readOvhProfile(surroundings({ "ovh.conf": `${keyed}[ovh-us]\naccess_token=u\n` })));
    expect(found).toEqual({ path: "ovh.conf", values: { access_token: "t" }, notices: [notice] });
  });
});

describe("an ovh.conf whose keys no endpoint leads to", () => {
  test.each([
    // Keys without a default endpoint are found, so that the missing endpoint is what the message is about.
    ["[ovh-ca]\napplication_key=k\n", "[ovh-ca]"],
    ["[default]\nendpoint=\n[ovh-eu]\napplication_key=\n[ovh-us]\naccess_token=t\n", "[ovh-us]"],
    // One that is named where nothing reads it is not passed over for another.
    ["endpoint=ovh-ca\n[ovh-eu]\napplication_key=k\n", "[ovh-eu]"],
    ["[default]\nend_point=ovh-ca\n[ovh-eu]\napplication_key=k\n", "[ovh-eu]"],
  ])("says so: %j", (text, named) => {
    const problem = `no endpoint is chosen: set OVH_ENDPOINT, or endpoint in the section [default]; there are keys in ${named} of ovh.conf`;
    const found = readOvhProfile(surroundings({ "ovh.conf": text }));
    expect(found).toEqual({ path: "ovh.conf", values: {}, problem, notices: [] });
  });

  test("does not hide a farther file that says which", () => {
    const files = { "ovh.conf": "[ovh-eu]\naccess_token=t\n", "/etc/ovh.conf": "[default]\nendpoint=ovh-eu\n" };
    const values = { endpoint: "ovh-eu", access_token: "t" };
    expect(saidBy(readOvhProfile(surroundings(files)))).toEqual({ path: "ovh.conf", values, notices: [] });
  });

  test("is refused where the endpoint is none, even one that every object has", () => {
    const read = () =>
      readOvhProfile(surroundings({ "ovh.conf": "[default]\nendpoint=__proto__\n[__proto__]\naccess_token=t\n" }));
    expect(read).toThrow(/^ovh\.conf: endpoint in \[default\] \(line 2\) must be one of ovh-eu, [a-z, -]+$/);
  });

  test("is not looked for in a farther file once the nearer ones have said all: that one may be its owner's alone", () => {
    const readText = (path: string) => {
      if (path === "/etc/ovh.conf") throw new Error("opened");
      return path === "ovh.conf" ? conf("mine") : undefined;
    };
    const found = readOvhProfile({ ...surroundings({}), readText });
    expect(found?.values).toMatchObject({ application_key: "mine" });
  });
});

describe("config.yaml", () => {
  const path = "/home/me/.config/scw/config.yaml";
  const text = `
access_key: top-access
secret_key: top-secret
default_project_id: top-project
default_region: fr-par
profiles:
  work: {secret_key: work-secret, default_project_id: work-project}
  other: {access_key: other-access}
  broken: text
`;
  const top = { scw_access_key: "top-access", scw_secret_key: "top-secret", scw_project_id: "top-project" };
  const work = { scw_access_key: "top-access", scw_secret_key: "work-secret", scw_project_id: "work-project" };

  test.each([
    { name: "the top level", text, values: top },
    { name: "the active profile over it", text: `${text}active_profile: work\n`, values: work },
    { name: "SCW_PROFILE first", text: `${text}active_profile: other\n`, profile: "work", values: work },
    { name: "SCW_PROFILE unset by an empty value", text, profile: "", values: top },
    {
      name: "texts as they stand there, but no empty ones",
      text: "access_key: 012\nsecret_key:\ndefault_project_id: ~\n",
      values: { scw_access_key: "012" },
    },
    { name: "the organization", text: "default_organization_id: org\n", values: { scw_organization_id: "org" } },
  ])("$name", ({ text: given, profile, values }) => {
    const environment = profile === undefined ? {} : { SCW_PROFILE: profile };
    const found = readScalewayProfile(surroundings({ [path]: given }, environment));
    expect(saidBy(found)).toEqual({ path, values, notices: [] });
  });

  test.each([
    ...["2024", "true", "1e3", "0x1F", "010", "2024-01-01", "1_000", "'null'", '"~"', "constructor"].map((name) => ({
      active: name,
      project: "work-project",
    })),
    ...["~", "null", "", '""', "' '", "default"].map((name) => ({ active: name, project: "top-project" })),
  ])("names its active profile as the text stands there: $active", ({ active, project }) => {
    const key = active === "" || active === "~" || active === "null" ? "work" : active;
    const profiles = `profiles:\n  ${key}: {default_project_id: work-project}\n`;
    const given = `default_project_id: top-project\nactive_profile: ${active}\n${profiles}`;
    const values = { scw_project_id: project };
    expect(readScalewayProfile(surroundings({ [path]: given }))).toMatchObject({ path, values });
  });

  test("is looked for where the variables say, each before the next", () => {
    const environment: NodeJS.ProcessEnv = { SCW_CONFIG_PATH: "/my/config", XDG_CONFIG_HOME: "/xdg" };
    const files = { "/my/config": text, "/xdg/scw/config.yaml": text, [path]: text };
    for (const [variable, place] of [
      ["SCW_CONFIG_PATH", "/my/config"],
      ["XDG_CONFIG_HOME", "/xdg/scw/config.yaml"],
      ["", path],
    ] as const) {
      expect(readScalewayProfile(surroundings(files, environment))?.path).toBe(place);
      environment[variable] = "";
    }
    expect(readScalewayProfile(surroundings({}))).toBeUndefined();
  });

  test("names an API URL that it ignores, wherever that stands", () => {
    const notices = [`${path}: api_url is ignored; CLOUD_INVENTORY_SCALEWAY_URL says where the API is`];
    const inProfile = `${text}  urls: {api_url: "https://example.invalid"}\nactive_profile: urls\n`;
    for (const given of [`${text}api_url: https://example.invalid\n`, inProfile.replace("  broken: text\n", "")]) {
      expect(readScalewayProfile(surroundings({ [path]: given }))?.notices).toEqual(notices);
    }
  });

  const noProfile = `${path} has no profile of the name it or SCW_PROFILE asks for`;
  const noYaml = `${path} is not YAML`;
  const noMapping = `${path} is not a YAML mapping`;
  test.each([
    { given: `${text}active_profile: missing\n`, says: noProfile },
    { given: `${text}active_profile: broken\n`, says: noProfile },
    { given: `${text}active_profile: constructor\n`, says: noProfile },
    { given: `${text}active_profile: __proto__\n`, says: noProfile },
    { given: `${text}active_profile: Work\n`, says: noProfile },
    { given: "secret_key: [planted]\n", says: `${path}: secret_key must be a text` },
    { given: "secret_key: [planted\n", says: `${noYaml} at line 2, column 1` },
    { given: "secret_key: planted\n  access_key: x\n", says: `${noYaml} at line 1, column 13` },
    { given: "secret_key: planted\nsecret_key: twice\n", says: `${noYaml} at line 2, column 1` },
    { given: 'secret_key: "planted', says: `${noYaml} at line 1, column 21` },
    { given: `a: &a [${"x,".repeat(50)}]\nb: &b [${"*a,".repeat(50)}]\nc: [${"*b,".repeat(50)}]\n`, says: noYaml },
    { given: "- planted", says: noMapping },
    { given: "planted", says: noMapping },
  ])("$given is refused without a word of it", ({ given, says }) => {
    const read = () => readScalewayProfile(surroundings({ [path]: given }));
    expect(read).toThrow(new InventoryError("INVALID_CONFIG", says));
  });
});
