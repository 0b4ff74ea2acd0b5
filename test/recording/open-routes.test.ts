import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fileName } from "../../src/recording/recording-file.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The open routes of docs/unproven.md: what its first column says, and its third. */
const rows = [...read("docs/unproven.md").matchAll(/^\| (`GET [^|]*?) \| [^|]* \| ([^|]*?) \|$/gm)].map(
  ([, routes = "", files = ""]) => ({ routes, files }),
);

test("the issue template asks for just the routes that are open", () => {
  const asked = [...read(".github/ISSUE_TEMPLATE/never-seen-live.md").matchAll(/^- \[ \] (`GET .*)$/gm)].map(
    ([, line]) => line,
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(asked).toEqual(rows.map(({ routes }) => routes));
});

test("each open route is named with the file that a recording has for it", () => {
  for (const { routes, files } of rows) {
    const expected = [...routes.matchAll(/`GET ([^`]+)`/g)].map(([, route = ""]) => fileName({ method: "GET", route }));
    const named = [...files.matchAll(/`[\w-]+\/([^`]+)`/g)].map(([, name]) => name);
    expect(named).toEqual(
      expected.map((name) =>
        name.replace("…", "*").replace(/REGION\.json$/, routes.includes("…") ? "REGION_*.json" : "REGION.json"),
      ),
    );
  }
});
