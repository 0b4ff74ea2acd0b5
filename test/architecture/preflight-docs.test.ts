import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue, docsOf } from "../../src/preflight/catalogue.ts";

const page = readFileSync("docs/preflight.md", "utf8");

test("every check has a section, and every section a check", () => {
  const sections = [...page.matchAll(/^### (.+)$/gm)].map(([, id]) => id);
  expect(sections.toSorted()).toEqual(Object.keys(catalogue).toSorted());
});

test("the anchor is that of the section", () => {
  expect(docsOf("object-storage.key-pair")).toBe("docs/preflight.md#object-storagekey-pair");
});
