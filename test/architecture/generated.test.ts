import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("keeps schemas/, docs/kinds.md and the executables as `npm run generate` writes them", () => {
  const script = fileURLToPath(new URL("../../scripts/generate/write.js", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect({ differ: stdout, wrong: stderr, status }).toEqual({ differ: "", wrong: "", status: 0 });
});
