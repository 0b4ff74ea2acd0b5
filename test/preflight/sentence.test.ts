import { expect, test } from "vitest";
import { sentence } from "../../src/preflight/sentence.ts";

test("a sentence keeps what it was built from, lists whole", () => {
  const regions = ["a", "b", "c", "d", "e", "f"];
  expect(sentence`no project has the region ${{ regions }} in ${{ projects: 2 }} projects`).toEqual({
    text: "no project has the region a, b, c, d, e and 1 more in 2 projects",
    template: "no project has the region {regions} in {projects} projects",
    values: { regions, projects: 2 },
  });
});

test("a sentence in a sentence gives it its values, and what is left out leaves nothing", () => {
  const place = sentence`in ${{ places: 3 }} places`;
  expect(sentence`${{ kind: "x" }} ${place} is granted${undefined}`).toEqual({
    text: "x in 3 places is granted",
    template: "{kind} in {places} places is granted",
    values: { kind: "x", places: 3 },
  });
});

test("a value that looks like a place is no place", () => {
  expect(sentence`named ${{ name: "{name}" }}`).toMatchObject({ text: "named {name}", template: "named {name}" });
});
