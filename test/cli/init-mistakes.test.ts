import { afterEach, describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { hasTerminals, keys } from "./at-terminal.ts";
import {
  begin,
  chooseOvhKeys,
  chooseOvhWay,
  emulator,
  ended,
  leave,
  person,
  typeKeys,
  typeOvhKeys,
} from "./connecting.ts";
import { configsOf } from "./run.ts";

const { enter, down, ctrlC, ctrlD } = keys;
const clear = "\u0015";
afterEach(leave);

/** A sentence in words that the terminal may have broken anywhere. */
function says(words: string): RegExp {
  const escaped = words.replaceAll(/[.*+?()[\]\\]/g, "\\$&");
  return new RegExp(escaped.replaceAll(" ", "[\\s│└]+"));
}

const ovh = { application_key: "AbCdEfGh01234567", application_secret: "sEcReT7890123456sEcReT7890123456" };
const scaleway = { scw_access_key: "SCW0123456789ABCDEFG", scw_secret_key: "01234567-89ab-4cde-8f01-23456789abcd" };

async function chooseScalewayKey(): Promise<void> {
  await person.answer(/Which account.*└/s, down, enter);
  await person.answer(/Is it made already\?.*└/s, enter);
}

describe.skipIf(!hasTerminals)("a mistake", () => {
  test.each([
    ["nothing at all", "", "application_key is missing: add it"],
    ["the other cloud's key", scaleway.scw_secret_key, "it looks like an id or a secret key of Scaleway (a UUID)"],
    ["dots in place of it", "••••••••••••", "application_key is what a page shows in place of the value"],
    ["a variable's name", "$OVH_APPLICATION_KEY", "application_key is a place to be filled in"],
  ])("that is typed is said before the next question: %s", async (_what, typed, sentence) => {
    await begin();
    await chooseOvhKeys();
    await person.answer(/How do you want to.*└/s, down, enter);
    await person.answer(/\(application_key\).*└/s, `${typed}${enter}`);
    await person.answer(says(sentence), clear, ctrlC);
    expect(await ended()).toBe(130);
    expect(person.shown()).not.toMatch(/\(application_secret\)/);
  });

  test("that may be none is kept where it is entered twice: a key that seems cut off", async () => {
    await begin();
    await chooseOvhKeys();
    await person.answer(/How do you want to.*└/s, down, enter);
    await typeKeys({ application_key: ovh.application_key });
    await person.answer(/\(application_secret\)/, `${ovh.application_secret.slice(0, 27)}${enter}`);
    await person.answer(
      says("It seems to be cut off: copy it again, to its end Enter again keeps it.".replace("It", "it")),
      enter,
    );
    await person.answer(/◆[^◆]*\(consumer_key\)/, ctrlC);
    expect(await ended()).toBe(130);
  });

  test.each([
    [
      "two families mixed",
      `OVH_APPLICATION_KEY=${ovh.application_key}\nOVH_APPLICATION_SECRET=${ovh.application_secret}\nOVH_CLIENT_ID=EU.0123456789abcdef\n`,
      "exclude each other: keep the keys of one kind and remove the others",
    ],
    [
      "the other cloud's keys",
      `SCW_ACCESS_KEY=${scaleway.scw_access_key}\nSCW_SECRET_KEY=${scaleway.scw_secret_key}\n`,
      "the text holds keys of Scaleway, not of OVHcloud: choose Scaleway, or paste the keys of OVHcloud",
    ],
    ["a text without a key", "lorem ipsum", "no key of OVHcloud was found in the text"],
    ["nothing", "", "no key of OVHcloud was found in the text"],
  ])("that is pasted is said, and no key is taken unsaid: %s", async (_what, pasted, sentence) => {
    await begin();
    await chooseOvhKeys();
    await person.answer(/How do you want to.*└/s, enter);
    await person.answer(/Paste it now/, `\u001b[200~${pasted}\u001b[201~`);
    await person.answer(says(sentence), ctrlC);
    expect(await ended()).toBe(130);
  });

  test("is none where keys are typed with quotes and blanks, or pasted with the line ends of another system", async () => {
    await begin();
    const { application_key, application_secret, consumer_key } = configsOf(emulator).ovh;
    await chooseOvhKeys();
    await person.answer(/How do you want to.*└/s, down, enter);
    await typeKeys({ application_key: `  ${application_key} `, application_secret: `"${application_secret}"` });
    await typeKeys({ consumer_key: `'${consumer_key}' ` });
    await person.answer(/OVHcloud accepts it.*○ Enter another key.*└/s, down, down, enter);
    await person.answer(/How do you want to.*└/s, enter);
    const lines = `OVH_APPLICATION_KEY = "${application_key}" \r\nOVH_APPLICATION_SECRET='${application_secret}'\r\n\r\n`;
    await person.answer(/Paste it now/, `${lines}OVH_CONSUMER_KEY=${consumer_key}\r\n`, ctrlD);
    await person.answer(/\(consumer_key\): entered.*OVHcloud accepts it.*● Go on.*└/s, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("is another place than the account's", async () => {
    await begin();
    await chooseOvhWay(1);
    await person.answer(/Is it made already\?.*└/s, enter);
    await person.answer(/How do you want to.*└/s, down, enter);
    await person.answer(/\(client_id\)/, `CA.0123456789abcdef${enter}`);
    await person.answer(says("looks like one of ovh-ca, and ovh-eu is chosen"), clear, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("is a project's name in place of its id, and a project that is somebody else's", async () => {
    await begin();
    const { scw_access_key, scw_secret_key } = configsOf(emulator).scaleway;
    await chooseScalewayKey();
    await person.answer(/How do you want to.*└/s, down, enter);
    await typeKeys({ scw_access_key, scw_secret_key });
    await person.answer(/○ Another, by its id.*└|◆ +Project.*└/s, down, enter);
    await person.answer(/\(scw_project_id\)/, `production${enter}`);
    await person.answer(/scw_project_id does not have the expected form/, clear);
    await person.answer(/scw_project_id/, `11111111-1111-4111-8111-111111111111${enter}`);
    await person.answer(/3 of 6.*not usable: see what failed above.*└/s, ctrlC);
    expect(await ended()).toBe(130);
    expect(person.shown()).toMatch(/x .*project/);
  });

  test.each<[string, EmulatorOptions, RegExp]>([
    ["was never approved", { ovhCredential: { status: "pendingValidation" } }, /x .*(approved|validated)/],
    ["has ended", { ovhCredential: { status: "expired", expiration: "2020-01-01T00:00:00Z" } }, /x .*(expired|ended)/],
    ["is bound to another address", { ovhCredential: { allowedIPs: ["192.0.2.1/32"] } }, /192\.0\.2\.1/],
    ["reads too much", {}, /! the key reads the whole account: "GET \/\*"/],
  ])("is a key that %s", async (_what, options, sentence) => {
    await begin(options);
    await chooseOvhKeys();
    await typeOvhKeys(configsOf(emulator).ovh);
    await person.answer(sentence);
    await person.answer(/◆ +What now\?.*└/s, ctrlC);
    expect(await ended()).toBe(130);
  });
});
