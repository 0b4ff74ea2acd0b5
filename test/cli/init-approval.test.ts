import { afterEach, describe, expect, test } from "vitest";
import { hasTerminals, keys } from "./at-terminal.ts";
import { askForKey, begin, emulator, ended, leave, person, typeKeys } from "./connecting.ts";
import { configsOf } from "./run.ts";

const { enter, down, ctrlC } = keys;
afterEach(leave);

/** A clock that goes so fast that the first question comes after ten minutes: timers take as long as ever. */
const fastClock = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    "const now = performance.now.bind(performance); performance.now = () => 1000 * now();",
  )}`,
};

describe.skipIf(!hasTerminals)("a key that OVHcloud's customer is asked for", () => {
  test("is asked for again after it was refused, with the keys that are entered already", async () => {
    await begin({ ovhApproval: "refused" });
    await askForKey(configsOf(emulator).ovh);
    await person.answer(/refused on the page: there is no key.*● Ask for a key again.*└/s, enter);
    await person.answer(/credentialToken=\d+.*refused on the page.*What now\?.*└/s, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("is not there where nobody approves it in time", async () => {
    await begin({ ovhApproval: "never" }, fastClock);
    await askForKey(configsOf(emulator).ovh);
    await person.answer(/nobody approved the key within 600 s.*● Ask for a key again.*└/s, down, down, enter);
    await person.answer(/Which account.*└/s, ctrlC);
    expect(await ended()).toBe(130);
  });

  test("cannot be asked for with an application's keys that are wrong, until others are entered", async () => {
    await begin({ ovhApproval: "validated" });
    const { application_key = "", application_secret = "" } = configsOf(emulator).ovh;
    await askForKey({ application_key: application_key.split("").reverse().join(""), application_secret });
    await person.answer(/x .*◆ +What now\?.*└/s, down, enter);
    await typeKeys({ application_key, application_secret });
    await person.answer(/approved: the new key is entered.*3 of 6.*● Go on.*└/s, ctrlC);
    expect(await ended()).toBe(130);
  });
});
