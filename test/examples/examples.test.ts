import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("the examples run", () => {
  let emulator: Emulator;
  let folder: string;
  beforeAll(async () => {
    emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 1, scalewayProjects: 1 });
    folder = mkdtempSync(join(tmpdir(), "examples-"));
    // A host that has installed the package.
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules/cloud-inventory-plugin"));
    for (const name of ["node-host.js", "nightly-job.sh"]) {
      writeFileSync(join(folder, name), readFileSync(join(root, "examples", name)), { mode: 0o755 });
    }
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  });
  afterAll(async () => {
    await emulator.close();
    rmSync(folder, { recursive: true });
  });

  function run(command: string, args: readonly string[], more: Record<string, string> = {}) {
    const env = { PATH: process.env["PATH"], HOME: folder, ...emulator.environment, ...more };
    const child = spawn(command, args, { cwd: folder, env });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    return new Promise<{ status: number | null; output: string }>((resolve) =>
      child.on("close", (status) => resolve({ status, output })),
    );
  }

  it("as a Node host", async () => {
    const { environment } = emulator;
    const config = {
      scw_project_id: environment["SCW_DEFAULT_PROJECT_ID"],
      scw_access_key: environment["SCW_ACCESS_KEY"],
      scw_secret_key: environment["SCW_SECRET_KEY"],
    };
    writeFileSync(join(folder, "config.json"), JSON.stringify(config));
    const { status, output } = await run(process.execPath, ["node-host.js", "scaleway", "config.json"]);
    expect(output).toMatch(/^inventories: ovh, scaleway, ovh-data-platform\n\d+ resources, complete\n$/);
    expect(status).toBe(0);
    writeFileSync(join(folder, "config.json"), JSON.stringify({ ...config, scw_project_id: "shop" }));
    const refused = await run(process.execPath, ["node-host.js", "scaleway", "config.json"]);
    expect(refused).toMatchObject({ status: 2, output: expect.stringContaining("scw_project_id does not have") });
  });

  it("as a shell job", async () => {
    const command = `${process.execPath} ${join(root, "dist/bin/cloud-inventory.js")}`;
    const { status, output } = await run("sh", ["nightly-job.sh", "snapshot.ndjson"], { CLOUD_INVENTORY: command });
    expect(output).toMatch(/\ncomplete, or short of accepted gaps alone\n$/);
    expect(status).toBe(0);
    const lines = readFileSync(join(folder, "snapshot.ndjson"), "utf8").trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ type: "finished", complete: true });
  });
});
