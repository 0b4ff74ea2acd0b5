import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../docs/fields.md", import.meta.url), "utf8");

// Programs of others hang on these names. What is added is accepted by `--update`; what is gone needs a new number of the format.
test("the fields of snapshots, comparisons and coverages keep their names", async () => {
  const sections = page.split(/^#{2,3} /m).slice(1);
  const names = sections.flatMap((section) => {
    const title = section.slice(0, section.indexOf("\n")).replaceAll("`", "");
    return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => `${title} ${name}`);
  });
  expect(names.length).toBeGreaterThan(80);
  await expect(`${names.join("\n")}\n`).toMatchFileSnapshot("fields.txt");
});
