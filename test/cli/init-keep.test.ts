import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { hasTerminals, keys, type TerminalOptions } from "./at-terminal.ts";
import { begin, chooseOvhKeys, emulator, ended, leave, person, typeOvhKeys } from "./connecting.ts";
import { configsOf } from "./run.ts";

const { enter, down } = keys;
const clear = "\u0015";
const usual = "ovh-config.json";
afterEach(leave);

/** To the question for a file's name. */
async function beginToKeep(terminal?: TerminalOptions): Promise<void> {
  await begin({}, {}, terminal);
  await chooseOvhKeys();
  await typeOvhKeys(configsOf(emulator).ovh);
  await person.answer(/● Go on.*└/s, enter);
  await person.answer(/What shall be read\?.*└/s, enter);
  await person.answer(/● Try it.*└/s, down, enter);
  await person.answer(/How shall it be kept\?.*└/s, enter);
  await person.answer(/Name the kinds that are granted now.*└/s, enter);
}

describe.skipIf(!hasTerminals)("keeping the config", () => {
  test("asks before a file is replaced, and leaves it where it shall stay", async () => {
    await beginToKeep();
    writeFileSync(join(person.folder, usual), "of somebody else");
    await person.answer(/In which file\?.*└/s, enter);
    await person.answer(/ovh-config\.json is there already\. Replace it\?.*● No.*└/s, enter);
    await person.answer(/◆ +In which file\?.*└/s, clear, `other.json${enter}`);
    expect(await ended(["other.json"])).toBe(0);
    expect(person.files()[usual]?.text).toBe("of somebody else");
    expect(person.files()["other.json"]?.text).toContain("consumer_key");
  });

  test("replaces a file where that is wanted, for its owner alone", async () => {
    await beginToKeep();
    writeFileSync(join(person.folder, usual), "of yesterday", { mode: 0o644 });
    await person.answer(/In which file\?.*└/s, enter);
    await person.answer(/is there already\. Replace it\?.*└/s, "y");
    expect(await ended([usual])).toBe(0);
    expect(person.files()[usual]?.text).toContain("consumer_key");
    expect(person.files()[usual]?.mode).toBe(0o600);
  });

  test.each([
    [
      "a folder that is not there",
      "not-there/it.json",
      /the folder of not-there\/it\.json cannot be written \(ENOENT\)/,
    ],
    ["a place elsewhere", "../it.json", /path must name a file in \S+, where the wizard was started, or below/],
    ["a folder", "taken", /taken is there and is no plain file/],
  ])("says in one sentence that %s cannot be written, and takes another name", async (_what, name, sentence) => {
    await beginToKeep();
    mkdirSync(join(person.folder, "taken"));
    await person.answer(/In which file\?.*└/s, clear, `${name}${enter}`);
    if (name === "taken") await person.answer(/Replace it\?.*└/s, "y");
    await person.answer(joined(sentence, /.*● Give another name.*└/s), enter);
    await person.answer(/◆ +In which file\?.*└/s, enter);
    expect(await ended([usual])).toBe(0);
    expect(Object.keys(person.files())).toEqual([usual]);
  });

  test("leaves what was there, and nothing else, where the disk is full", async () => {
    await beginToKeep({ fileBlocks: 0 });
    writeFileSync(join(person.folder, usual), "of yesterday");
    await person.answer(/In which file\?.*└/s, enter);
    await person.answer(/is there already\. Replace it\?.*└/s, "y");
    await person.answer(joined(/could not be written to the end \(EFBIG\)/, /.*● Give another name.*└/s), down, enter);
    await person.answer(/How shall it be kept\?.*└/s, down, down, enter);
    expect(await ended()).toBe(0);
    expect(person.shown()).toContain("nothing was kept");
    expect(Object.entries(person.files()).map(([name, { text }]) => [name, text])).toEqual([[usual, "of yesterday"]]);
  });
});

/** One expression behind the other; blanks are where the terminal breaks lines, too. */
function joined(sentence: RegExp, rest: RegExp): RegExp {
  return new RegExp(sentence.source.replaceAll(" ", "[\\s│]+") + rest.source, "s");
}
