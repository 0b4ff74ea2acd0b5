import { expect, test } from "vitest";
import { parseRule } from "../../src/providers/ovh/preflight/access-rules.ts";
import { ruleAuthority } from "../../src/providers/ovh/preflight/authority.ts";

test("a rule that a thousand projects lack is looked for in all of them once", () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => index.toString(16).padStart(32, "0"));
  let looks = 0;
  const projects = Object.assign([...ids], {
    some(matches: (id: string) => boolean) {
      looks += 1;
      return ids.some(matches);
    },
  });
  const authority = ruleAuthority([parseRule("GET /cloud/project")], projects);
  for (const id of ids) expect(authority.regionList(id)).toMatchObject({ status: "missing" });
  expect(looks).toBe(1);
});

test("a rule that some projects have is missing by the project's id in the others", () => {
  const [one, two] = ["1".repeat(32), "2".repeat(32)];
  const authority = ruleAuthority([parseRule(`GET /cloud/project/${one}/region`)], [one, two]);
  expect(authority.regionList(one)).toMatchObject({ status: "granted" });
  expect(authority.regionList(two).missing).toEqual([`GET /cloud/project/${two}/region`]);
});
