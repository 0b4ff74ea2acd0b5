import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openKeyboard } from "../../src/hosts/cli/init/keyboard.ts";
import { brokenLines } from "../../src/hosts/cli/init/screen.ts";

test("the keyboard drops what nobody asked for and Escape, and hands Ctrl-C on", async () => {
  const source = Object.assign(new PassThrough(), { raw: [] as boolean[], setRawMode: (_isRaw: boolean) => {} });
  source.setRawMode = (isRaw) => void source.raw.push(isRaw);
  let interrupts = 0;
  const keyboard = openKeyboard(source, () => {
    interrupts += 1;
  });
  const type = async (text: string): Promise<void> => {
    source.write(text);
    await new Promise(setImmediate);
  };
  await type("a secret that was pasted too late");
  const heard: string[] = [];
  const { stop } = keyboard.listen((text) => heard.push(text));
  for (const text of ["\u001b", "\u001b[B", "x\u0003y", "z"]) await type(text);
  stop();
  await type("more of it");
  expect(heard).toEqual(["\u001b[B", "z"]);
  expect(interrupts).toBe(1);
  keyboard.close();
  await type("\u0003");
  expect(interrupts).toBe(1);
  expect(source.raw).toEqual([true, false]);
});

test.each([
  ["", 20, [""]],
  ["one two three", 7, ["one two", "three"]],
  ["a https://example.org/a-long-link b", 10, ["a", "https://example.org/a-long-link", "b"]],
])("%j in lines of %i", (text, width, lines) => {
  expect(brokenLines(text, width)).toEqual(lines);
});
