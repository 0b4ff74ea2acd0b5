import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("what a host is told to do names config keys and pages; the command line and its wizard alone know its commands", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/^(hosts\/(cli|wizard)|bin|emulator)\//.test(file),
  );
  const withoutComments = (file: string): string =>
    readFileSync(join("src", file), "utf8").replace(/^\s*(\/?\*|\/\/).*$/gm, "");
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /`cloud-inventory [a-z]/.test(withoutComments(file)))).toEqual([]);
});
