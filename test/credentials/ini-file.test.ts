import { expect, test } from "vitest";
import { readIni } from "../../src/credentials/ini-file.ts";
import { patienceMs } from "../patience.ts";

/** The values of each section. */
const valuesOf = (text: string) =>
  Object.fromEntries(
    readIni(text).sections.map(({ name, entries }) => [
      name,
      Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    ]),
  );

test.each([
  ["spaces and tabs", "[a]\n\tkey \t=  some value \n", "some value"],
  ["a colon", "[a]\nkey: value\n", "value"],
  ["the end of a line of Windows", "[a]\r\nkey=value\r\n", "value"],
  ["the end of a line of old", "[a]\rkey=value\r", "value"],
  ["no end of the last line", "[a]\nkey=value", "value"],
  ["double quotes", '[a]\nkey = "value"\n', "value"],
  ["single quotes", "[a]\nkey = 'value'\n", "value"],
  ["a comment", "[a]\nkey = value ; a comment\n", "value"],
  ["another comment", "[a]\nkey = value # a comment\n", "value"],
  ["quotes and a comment", '[a]\nkey = "value" ; a "comment"\n', "value"],
  ["the sign of a comment in quotes", '[a]\nkey = "a;b#c" # a comment\n', "a;b#c"],
  ["a second sign", "[a]\nkey = a=b\n", "a=b"],
  ["an end of a line that is none in such a file", "[a]\nkey = a\u2028b ; c\u2028d\n", "a\u2028b"],
  ["nothing", "[a]\nkey =\n", ""],
  ["nothing but a comment", "[a]\nkey = ; the key\n", ""],
  ["empty quotes", '[a]\nkey = ""\n', ""],
])("a value with %s", (_name, text, value) => {
  expect(valuesOf(text)).toEqual({ a: { key: value } });
});

test("the names of sections may hold anything but their end, and spaces around", () => {
  expect(valuesOf("[ https://eu.api.ovh.com/1.0 ] ; a comment\nkey=v\n[__proto__]\nkey=w\n")).toEqual(
    Object.fromEntries([
      ["https://eu.api.ovh.com/1.0", { key: "v" }],
      ["__proto__", { key: "w" }],
    ]),
  );
});

test("each entry has its line, a section that stands twice is one, and lines that say nothing are known", () => {
  const text = "above=1\n; a comment\n[a]\n# another\nkey=1\n\n[b]\nwhat is this\n[a]\nother=2\n";
  expect(readIni(text)).toEqual({
    sections: [
      { name: "", entries: [{ key: "above", value: "1", line: 1 }] },
      {
        name: "a",
        entries: [
          { key: "key", value: "1", line: 5 },
          { key: "other", value: "2", line: 10 },
        ],
      },
      { name: "b", entries: [] },
    ],
    unread: [8],
  });
});

/** As much as a file may hold. */
const most = 1024 * 1024;

test.each([
  ["entries", "a=\n"],
  ["entries of one section", "[a]\na=\n"],
  ["sections", "[a]\n"],
  ["blanks in a line without a sign", " ", "a"],
  ["blanks before the sign", " ", "a", "= b"],
  ["signs", "="],
  ["quotes", '"', "a = ", "b"],
  ["quotes between blanks", '" ', "a = ", "b"],
  ["signs of a comment, and an end of line that is none", '";', 'a = "', "\u2028b"],
])(
  "the largest file, of nothing but %s, is read without a hang",
  { timeout: patienceMs.test },
  (_name, part, before = "", behind = "") => {
    const text = before + part.repeat((most - before.length - behind.length) / part.length) + behind;
    const { sections, unread } = readIni(text);
    expect(sections.length + unread.length).toBeGreaterThan(0);
  },
);

test("thousands of entries come out as they went in", () => {
  const entries = Array.from({ length: 5000 }, (_, index) => ({
    key: `key ${index}`,
    value: `${index}`,
    line: index + 1,
  }));
  const text = entries.map(({ key, value }) => `${key}${" ".repeat(Number(value) % 7)}=${value}`).join("\n");
  expect(readIni(text)).toEqual({ sections: [{ name: "", entries }], unread: [] });
});
