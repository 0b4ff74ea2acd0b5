import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

const demo = join(import.meta.dirname, "..", "..", "..", "dist", "bin", "fleet-demo.js");

describe.skipIf(noPostgres !== undefined)("the demo of a fleet", () => {
  const postgres = usePostgres();

  it("finds no difference between what one process and what three workers read", async () => {
    const DATABASE_URL = await freshDatabase(postgres);
    const { code, stderr } = await runDemo({ DATABASE_URL });
    expect(stderr).toContain("diff between the two: no difference in 47 inventories\n");
    expect(stderr).toContain("47 complete, 1 incomplete, 1 misconfigured, 1 refused, 0 running");
    expect(stderr).not.toContain(" differ\n");
    expect(code).toBe(0);
  });

  it("says in one line that the database is not there", async () => {
    const { code, stderr } = await runDemo({ DATABASE_URL: "postgres://fleet@127.0.0.1:1/fleet" });
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(
      "error: the database of DATABASE_URL cannot be reached at 127.0.0.1:1 (ECONNREFUSED): check its host and port, and that it runs",
    );
    expect(code).toBe(1);
  });
});

function runDemo(
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [demo], { env }, (_, __, stderr) =>
      resolve({ code: child.exitCode, stderr }),
    );
  });
}
