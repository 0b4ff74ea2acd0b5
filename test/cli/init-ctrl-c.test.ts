import { afterEach, describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { hasTerminals, keys } from "./at-terminal.ts";
import { askForKey, begin, chooseOvhKeys, emulator, ended, leave, person, typeOvhKeys } from "./connecting.ts";
import { configsOf } from "./run.ts";

const { enter, down, escapeKey, ctrlC } = keys;
afterEach(leave);

describe.skipIf(!hasTerminals)("in a real terminal (needs script of util-linux)", () => {
  test.each<[string, EmulatorOptions, () => Promise<void>]>([
    ["the provider is asked for", {}, () => person.answer(/Which account.*└/s, down, escapeKey + ctrlC)],
    [
      "a key is typed",
      {},
      async () => {
        await chooseOvhKeys();
        await person.answer(/How do you want to.*└/s, down, enter);
        const key = configsOf(emulator).ovh["application_secret"] ?? "";
        await person.answer(/Application key \(application_key\)/, key, ctrlC);
      },
    ],
    [
      "a block is pasted",
      {},
      async () => {
        await chooseOvhKeys();
        await person.answer(/How do you want to.*└/s, enter);
        const key = configsOf(emulator).ovh["application_secret"] ?? "";
        await person.answer(/Paste it now/, `OVH_APPLICATION_SECRET=${key}`);
        await person.answer(/\d+ characters/, ctrlC);
      },
    ],
    [
      "an approval is waited for",
      { ovhApproval: "never" },
      async () => {
        await askForKey(configsOf(emulator).ovh);
        await person.answer(/waiting for the approval/, ctrlC);
      },
    ],
    [
      "the credential is checked",
      { latencyMs: 2000 },
      async () => {
        await chooseOvhKeys();
        await typeOvhKeys(configsOf(emulator).ovh);
        await person.answer(/checking/, ctrlC);
      },
    ],
    [
      "the choice is made",
      {},
      async () => {
        await chooseOvhKeys();
        await typeOvhKeys(configsOf(emulator).ovh);
        await person.answer(/● Go on.*└/s, enter);
        await person.answer(/What shall be read\?.*└/s, ctrlC);
      },
    ],
    [
      "the account is read",
      { latencyMs: 400 },
      async () => {
        await chooseOvhKeys();
        await typeOvhKeys(configsOf(emulator).ovh);
        await person.answer(/● Go on.*└/s, enter);
        await person.answer(/What shall be read\?.*└/s, enter);
        await person.answer(/● Try it: read the account once.*└/s, enter);
        await person.answer(/\d+ requests +0:\d\d/, ctrlC);
      },
    ],
    [
      "a name for the file is asked for",
      {},
      async () => {
        await chooseOvhKeys();
        await typeOvhKeys(configsOf(emulator).ovh);
        await person.answer(/● Go on.*└/s, enter);
        await person.answer(/What shall be read\?.*└/s, enter);
        await person.answer(/● Try it: read the account once.*└/s, down, enter);
        await person.answer(/How shall it be kept\?.*└/s, enter);
        await person.answer(/Name the kinds that are granted now.*└/s, enter);
        await person.answer(/In which file\?.*└/s, ctrlC);
      },
    ],
  ])("ends at Ctrl-C while %s, and leaves nothing behind", async (_when, options, reach) => {
    await begin(options);
    await reach();
    expect(await ended()).toBe(130);
    expect(person.shown()).toMatch(/ended; nothing was kept\s*$/);
    expect(person.shown()).not.toContain("cancelled");
    // The terminal is as it was: its cursor shows, and no marks around pastes are asked for.
    expect(person.written().lastIndexOf("\u001b[?25h")).toBeGreaterThan(person.written().lastIndexOf("\u001b[?25l"));
    expect(person.written().lastIndexOf("\u001b[?2004l")).toBeGreaterThanOrEqual(
      person.written().lastIndexOf("\u001b[?2004h"),
    );
    expect(person.files()).toEqual({});
  });
});
