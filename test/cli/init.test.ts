import { afterEach, describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { requestCredential } from "../../src/index.ts";
import { operatorOf } from "../module/open.ts";
import { hasTerminals, keys } from "./at-terminal.ts";
import {
  askForKey,
  begin,
  chooseOvhKeys,
  emulator,
  ended,
  expectComplete,
  hidden,
  leave,
  person,
  sitDownWithCredentials,
  tryAndKeep,
  typeOvhKeys,
} from "./connecting.ts";
import { configsOf, planted, run } from "./run.ts";

const { enter, down, space, ctrlC } = keys;
afterEach(leave);

describe.skipIf(!hasTerminals)("in a real terminal (needs script of util-linux)", () => {
  test("says which right of an OVHcloud key is missing, shows the grant, and ends with a complete run of a better key", async () => {
    const rules = ["/cloud/project", "/cloud/project/*", "/dedicated/nasha", "/dedicated/nasha/*", "/storage/netapp"];
    const more = [
      "/storage/netapp/*",
      "/dedicatedCloud",
      "/dedicatedCloud/*",
      "/vps",
      "/vps/*",
      "/hosting/*",
      "/auth/*",
    ];
    const ovhRules = [...rules, ...more].map((path) => ({ method: "GET", path }));
    await begin({ ovhRules, ovhApproval: "validated" });
    const { ovh } = configsOf(emulator);
    const { endpoint, application_key, application_secret } = ovh;
    const asking = { endpoint, application_key, application_secret };
    const better = await requestCredential("ovh", asking, { operator: operatorOf(emulator), onApproval: () => {} });
    const betterKey = planted(better.config()["consumer_key"] ?? "");
    hidden.push(betterKey);

    await chooseOvhKeys();
    await typeOvhKeys(ovh);
    await person.answer(/needs GET \/dedicated\/server.*● Show what has to be granted.*└/s, enter);
    await person.answer(
      /createToken\/\?\S*GET=\/dedicated\/server&.*in another form\?.*○ Access rules.*└/s,
      down,
      enter,
    );
    await person.answer(/Access rules of a consumer key:.*GET \/dedicated\/server.*● Go on.*└/s, enter);
    await person.answer(/What now\?.*○ Enter another key.*└/s, down, down, enter);
    await typeOvhKeys({ ...ovh, consumer_key: betterKey });
    await person.answer(/usable: everything that was chosen can be read/);
    await tryAndKeep();
    expect(await ended(["ovh-config.json"])).toBe(0);
    expect(person.shown()).toMatch(/Next:[│\s]*cloud-inventory discover --config \S+ovh-config\.json/);
    const kept = JSON.parse(person.files()["ovh-config.json"]?.text ?? "");
    expect(kept).toMatchObject({
      ...asking,
      consumer_key: betterKey,
      kinds: expect.stringMatching(/ovh\.dedicated-server/),
    });
    expect(Object.keys(person.files())).toEqual(["ovh-config.json"]);
    await expectComplete("ovh-config.json");
  });

  test("connects Scaleway with a pasted block, a project by its name, and shows the lines that make a key", async () => {
    const scalewayRules: EmulatorOptions["scalewayRules"] = [
      { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
      { permissionSets: ["ProjectReadOnly", "IAMReadOnly"], scope: "organization" },
    ];
    await begin({ scalewayRules });
    const { scaleway } = configsOf(emulator);
    await person.answer(/Which account.*└/s, down, enter);
    await person.answer(/Is it made already\?.*└/s, down, enter);
    await person.answer(/be able to read\?.*└/s, enter);
    await person.answer(/scw iam application create.*scw iam policy create.*another form\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, enter);
    const block = `export SCW_ACCESS_KEY="${scaleway["scw_access_key"]}"\r\n\r\nSCW_SECRET_KEY=${scaleway["scw_secret_key"]}\r\n`;
    await person.answer(/Paste it now/, `\u001b[200~${block}\u001b[201~`);
    await person.answer(/Access key \(scw_access_key\): entered.*Secret key \(scw_secret_key\): entered/s);
    await person.answer(/◆ +Project.*└/s, enter);
    await person.answer(/● Go on.*└/s, enter);
    await person.answer(/What shall be read\?.*└/s, enter);
    await person.answer(/Further projects.*└/s, down, enter);
    await person.answer(/◆ +Further projects.*◻|☐.*└/s, space, enter);
    await person.answer(/requests, as few as there can be.*● Check the credential for this.*└/s, enter);
    await person.answer(/usable: everything that was chosen can be read.*● Try it.*└/s, enter);
    await person.answer(/What the provider protects.*● Keep it.*└/s, enter);
    await person.answer(/How shall it be kept\?.*└/s, down, enter);
    await person.answer(/Name the kinds that are granted now.*└/s, enter);
    await person.answer(/In which file\?.*└/s, enter);
    expect(await ended(["scaleway.env"])).toBe(0);
    const { text = "", mode } = person.files()["scaleway.env"] ?? {};
    expect(mode).toBe(0o600);
    expect(text).toContain(`export SCW_SECRET_KEY='${scaleway["scw_secret_key"]}'`);
    expect(text).toMatch(/scw_project_ids = [0-9a-f-]{36}/);
  });

  test("offers the environment's credential by the names of its variables, and shows none of it", async () => {
    await begin();
    sitDownWithCredentials();
    await person.answer(/● OVHcloud, the credential in the environment.*OVH_APPLICATION_KEY.*└/s, enter);
    await person.answer(/3 of 6.*usable: everything that was chosen can be read/s);
    await tryAndKeep();
    expect(await ended(["ovh-config.json"])).toBe(0);
    await expectComplete("ovh-config.json");
  });

  test("says while they are typed which keys are the wrong ones", async () => {
    await begin();
    const { ovh } = configsOf(emulator);
    await chooseOvhKeys();
    await person.answer(/How do you want to.*└/s, down, enter);
    await person.answer(/Application key \(application_key\)/, `${ovh["application_secret"]}${enter}`);
    await person.answer(/application_key has 32 characters, as application secrets/, "\u0015");
    await person.answer(/Application key \(application_key\)/, `${ovh["application_key"]}${enter}`);
    await person.answer(/Application secret/, `${ovh["application_key"]}${enter}`);
    await person.answer(/application_secret .*\S/, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("exchanges swapped keys of Scaleway that were pasted", async () => {
    await begin();
    const { scaleway } = configsOf(emulator);
    await person.answer(/Which account.*└/s, down, enter);
    await person.answer(/Is it made already\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, enter);
    const text = `SCW_ACCESS_KEY=${scaleway["scw_secret_key"]}\rSCW_SECRET_KEY=${scaleway["scw_access_key"]}\rSCW_DEFAULT_PROJECT_ID=${scaleway["scw_project_id"]}`;
    await person.answer(/Paste it now/, text, keys.ctrlD);
    await person.answer(/scw_access_key and scw_secret_key seem to be swapped\. Exchange them\?/, enter);
    await person.answer(/usable: everything that was chosen can be read.*● Go on/s, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("has a key made that is approved on OVHcloud's page", async () => {
    await begin({ ovhApproval: "validated" });
    await askForKey(configsOf(emulator).ovh);
    await person.answer(/Approve it on this page.*https:\/\/www\.ovh\.example\/auth\/\?credentialToken=\d+.*approved/s);
    await person.answer(/usable: everything that was chosen can be read/);
    await tryAndKeep();
    expect(await ended(["ovh-config.json"])).toBe(0);
    await expectComplete("ovh-config.json");
  });

  test("has no colour where none is wanted, and is readable in 40 columns", async () => {
    await begin({}, { NO_COLOR: "1" }, { size: "cols 40 rows 20" });
    await chooseOvhKeys();
    await typeOvhKeys(configsOf(emulator).ovh);
    await person.answer(/● Go on.*└/s, ctrlC);
    expect(await ended()).toBe(130);
    const colours = person
      .written()
      .split("\u001b")
      .filter((part) => /^\[(3[0-7]|9[0-7])m/.test(part));
    expect(colours).toEqual([]);
    const own = person
      .shown()
      .split(/[\r\n]+/)
      .filter((line) => /^│ {2}[+!x ] /.test(line));
    expect(own.length).toBeGreaterThan(5);
    for (const line of own) expect(line.length).toBeLessThanOrEqual(40);
  });
});

test("says what to use where there is no terminal", async () => {
  const ended = await run(["init"]);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toMatch(
    /^error: init asks questions.*no terminal here: use rights, validate, preflight and discover/,
  );
});
