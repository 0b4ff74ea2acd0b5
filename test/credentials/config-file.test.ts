import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ConfigFile, readConfigFile, resolveReferences, warningsOf } from "../../src/credentials/config-file.ts";
import { InventoryError } from "../../src/inventory/errors.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "config-file-"));
  path = join(folder, "inventory.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string, mode = 0o600): void => {
  writeFileSync(path, text);
  chmodSync(path, mode);
};
const refused = (message: string) => new InventoryError("INVALID_CONFIG", message);

describe("a config file", () => {
  test("is one JSON object, whatever its values", () => {
    write('{"a": "1", "b": {"c": 2}}');
    expect(readConfigFile(path)).toEqual({ path, values: { a: "1", b: { c: 2 } }, open: false });
  });

  test.each(["[]", "null", '"text"', "1", "true"])("is not %s", (text) => {
    write(text);
    expect(() => readConfigFile(path)).toThrow(refused(`${path} is not a JSON object of keys and string values`));
  });

  test.each([
    ["", 1, 1],
    ["{", 1, 2],
    ["{'secret': 'planted'}", 1, 2],
    ['{"secret": planted}', 1, 12],
    ['{\r\n  "secret": "planted",\r\n}\r\n', 3, 1],
    ['{\n  "secret": "planted"\n  "other": "planted"\n}', 3, 3],
    ['{\n  "secret": "planted\n}', 2, 21],
    ["secret=planted", 1, 1],
    ['\ufeff{"secret": "planted"}}', 1, 22],
  ])("is not JSON: %j, from line %i, column %i on", (text, line, column) => {
    write(text);
    let thrown: unknown;
    try {
      readConfigFile(path);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(
      refused(
        `${path} is not JSON at line ${line}, column ${column}; a config is one object of keys and string values`,
      ),
    );
    // The parser's own error quotes the file, so it is not even kept for a debugger.
    expect(thrown).not.toHaveProperty("cause");
  });

  test.each<[name: string, bytes: Buffer]>([
    ["UTF-8 with a byte order mark", Buffer.from('\ufeff{"a": "1"}')],
    ["UTF-16, as a shell on Windows writes it", Buffer.from('\ufeff{"a": "1"}', "utf16le")],
    ["UTF-16 in the other order", Buffer.from('\ufeff{"a": "1"}', "utf16le").swap16()],
  ])("may be %s", (_name, bytes) => {
    writeFileSync(path, bytes, { mode: 0o600 });
    expect(readConfigFile(path).values).toEqual({ a: "1" });
  });

  test("that is missing or a folder is named with the system's code", () => {
    expect(() => readConfigFile(path)).toThrow(refused(`${path} cannot be read (ENOENT)`));
    expect(() => readConfigFile(folder)).toThrow(refused(`${folder} cannot be read (EISDIR)`));
  });

  test("is at most 1 MiB", () => {
    const largest = `{}${" ".repeat(1024 * 1024 - 2)}`;
    write(largest);
    expect(readConfigFile(path).values).toEqual({});
    write(`${largest} `);
    expect(() => readConfigFile(path)).toThrow(refused(`${path} is larger than 1 MiB`));
  });

  test.each([
    [0o600, false],
    [0o400, false],
    [0o640, true],
    [0o604, true],
    [0o620, true],
  ])("of mode %o is open to others: %s", (mode, open) => {
    write("{}", mode);
    expect(readConfigFile(path).open).toBe(open);
  });
});

describe("a warning about other readers", () => {
  const file = (values: ConfigFile["values"], open = true): ConfigFile => ({ path: "it.json", values, open });
  const warning = ["it.json holds secrets and can be read by others; chmod 600 closes it"];
  test.each([
    { name: "a secret that is open", given: file({ key: "secret" }), warnings: warning },
    { name: "a secret beside a reference", given: file({ key: "env:KEY", other: "secret" }), warnings: warning },
    { name: "a secret that is closed", given: file({ key: "secret" }, false), warnings: [] },
    { name: "references alone", given: file({ key: "env:KEY", other: "file:/run/secret" }), warnings: [] },
    { name: "options alone", given: file({ kinds: "*", key: "" }), warnings: [] },
  ])("$name", ({ given, warnings }) => {
    expect(warningsOf(given, ["key", "other"])).toEqual(warnings);
  });
});

describe("references", () => {
  const resolve = (values: ConfigFile["values"], environment: NodeJS.ProcessEnv = {}) =>
    resolveReferences({ path: "it.json", values, open: false }, environment);

  test("are replaced by what they point to; all else stays as it is", () => {
    writeFileSync(join(folder, "secret"), "from a file\n");
    const values = {
      a: "env:NAME",
      b: `file:${join(folder, "secret")}`,
      c: "plain",
      d: 4,
      e: "environment",
      f: ["env:NAME"],
    };
    expect(resolve(values, { NAME: "from a variable" })).toEqual({
      ...values,
      a: "from a variable",
      b: "from a file",
    });
  });

  test("are resolved once: what a variable holds is a value", () => {
    expect(resolve({ a: "env:NAME" }, { NAME: "env:OTHER", OTHER: "secret" })).toEqual({ a: "env:OTHER" });
  });

  test.skipIf(!existsSync("/dev/zero"))("to a file without an end are refused (needs /dev/zero)", () => {
    const says = "it.json: some_key refers to a file that is larger than 1 MiB";
    expect(() => resolve({ some_key: "file:/dev/zero" })).toThrow(refused(says));
  });

  test.each([
    ["env:NOT_SET", "refers to an environment variable that is not set"],
    ["env:EMPTY", "refers to an environment variable that is not set"],
    ["env:", "refers to an environment variable that is not set"],
    ["file:/no/such/file", "refers to a file that cannot be read"],
    ["file:", "refers to a file that cannot be read"],
  ])("to nothing are named by their key: %s", (value, says) => {
    expect(() => resolve({ some_key: value }, { EMPTY: "" })).toThrow(refused(`it.json: some_key ${says}`));
  });
});
