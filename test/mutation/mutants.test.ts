import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("every rule that the mutation check breaks is still where it is to be broken", () => {
  const script = fileURLToPath(new URL("../../scripts/mutation.js", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(Number(/^\d+/.exec(stdout)?.[0])).toBeGreaterThanOrEqual(40);
});
