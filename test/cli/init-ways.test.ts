import { afterEach, describe, expect, test } from "vitest";
import { hasTerminals, keys } from "./at-terminal.ts";
import {
  begin,
  chooseOvhWay,
  emulator,
  ended,
  expectComplete,
  leave,
  person,
  tryAndKeep,
  typeKeys,
} from "./connecting.ts";
import { configsOf } from "./run.ts";

const { enter, down } = keys;
afterEach(leave);

describe.skipIf(!hasTerminals)("each way to sign in, from nothing to a config that runs complete", () => {
  test("a service account of OVHcloud, with the policy that it needs and no form of another credential", async () => {
    await begin();
    const { client_id, client_secret } = emulator.credentials.ovhServiceAccount;
    await chooseOvhWay(1);
    await person.answer(/Is it made already\?.*└/s, down, enter);
    await person.answer(/be able to read\?.*└/s, enter);
    await person.answer(/oauth2-CLIENT_ID.*"action": .*another form\?.*● Go on.*└/s, enter);
    expect(person.shown()).not.toMatch(/Access rules of|createToken|--narrow/);
    await person.answer(/How do you want to enter it\?.*└/s, down, enter);
    await typeKeys({ client_id, client_secret });
    await person.answer(/3 of 6.*OVHcloud accepts it: ovh-service-account/s);
    await tryAndKeep();
    expect(await ended(["ovh-config.json"])).toBe(0);
    expect(JSON.parse(person.files()["ovh-config.json"]?.text ?? "")).toMatchObject({
      endpoint: "ovh-eu",
      client_id,
      client_secret,
    });
    // IAM tells of these by their lists alone, so nobody can promise them.
    expect(person.shown()).toMatch(/left out: ovh\.nasha\.partition/);
    await expectComplete("ovh-config.json");
  });

  test("an access token of OVHcloud", async () => {
    await begin();
    const { access_token } = emulator.credentials.ovhAccessToken;
    await chooseOvhWay(2);
    await person.answer(/Is it made already\?.*└/s, enter);
    await typeKeys({ access_token: `Bearer ${access_token}` });
    await person.answer(/token alone,\s+without\s+`Bearer`/, "\u0015");
    await person.answer(/access_token/, `${access_token}${enter}`);
    await person.answer(/3 of 6.*OVHcloud accepts it: ovh-access-token/s);
    await tryAndKeep();
    expect(await ended(["ovh-config.json"])).toBe(0);
    expect(JSON.parse(person.files()["ovh-config.json"]?.text ?? "")).toMatchObject({
      endpoint: "ovh-eu",
      access_token,
    });
    await expectComplete("ovh-config.json");
  });

  test("an API key of the Data Platform, made on the page of the project", async () => {
    await begin();
    const { project_subdomain, api_key, secret_key } = configsOf(emulator)["ovh-data-platform"];
    await person.answer(/Which account.*└/s, down, down, enter);
    await person.answer(/Is it made already\?.*└/s, down, enter);
    await person.answer(/be able to read\?.*└/s, enter);
    await typeKeys({ project_subdomain });
    await person.answer(
      /https:\/\/emulated-project\.eu\.dataplatform\.ovh\.net\/.*How do you want to.*└/s,
      down,
      enter,
    );
    await typeKeys({ api_key, secret_key });
    await person.answer(/3 of 6.*usable: everything that was chosen can be read/s);
    await tryAndKeep();
    expect(await ended(["ovh-data-platform-config.json"])).toBe(0);
    expect(JSON.parse(person.files()["ovh-data-platform-config.json"]?.text ?? "")).toMatchObject({
      project_subdomain,
      api_key,
      secret_key,
    });
    await expectComplete("ovh-data-platform-config.json");
  });
});
