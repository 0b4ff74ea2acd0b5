import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const [, sample = ""] = /```ts\n(import [\s\S]*?)```/.exec(readme) ?? [];

describe("the library's sample of the README", () => {
  let emulator: Emulator;
  let folder: string;
  beforeEach(async () => {
    emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 1 });
    folder = mkdtempSync(join(tmpdir(), "sample-"));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules/cloud-inventory-plugin"));
  });
  afterEach(async () => {
    await emulator.close();
    rmSync(folder, { recursive: true });
  });

  async function run() {
    const { environment } = emulator;
    const config = {
      endpoint: environment["OVH_ENDPOINT"],
      application_key: environment["OVH_APPLICATION_KEY"],
      application_secret: environment["OVH_APPLICATION_SECRET"],
      consumer_key: environment["OVH_CONSUMER_KEY"],
    };
    writeFileSync(join(folder, "sample.mjs"), `const config = ${JSON.stringify(config)};\n${sample}`);
    const child = spawn(process.execPath, ["sample.mjs"], { cwd: folder, env: { ...environment, HOME: folder } });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) child[name].on("data", (chunk) => (texts[name] += chunk));
    const status = await new Promise((resolve) => child.once("close", resolve));
    return { status, ...texts };
  }

  test("reads an account, and ends well", async () => {
    const { status, stdout, stderr } = await run();
    expect(stdout).toMatch(/^urn:v1:/m);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("ends as a failure where the inventory is not complete, with each reason", async () => {
    emulator.addFault({ match: /\/instance$/, status: 403, body: { message: "no" } });
    const { status, stdout, stderr } = await run();
    expect(stdout).toMatch(/^urn:v1:/m);
    expect(stderr).toMatch(/^ovh\.cloud\.instance \S+ GET \S+ is not granted /m);
    expect(status).toBe(1);
  });
});

test.each(["scw_scope", "CLOUD_INVENTORY_*"])("%s is found from the README", (word) => {
  const line = readme.split("\n\n").find((paragraph) => paragraph.includes(`\`${word}`)) ?? "";
  const links = [...line.matchAll(/\]\(([^)#]+)#([^)]+)\)/g)];
  const anchorsOf = (path: string) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, "")
        .replaceAll(" ", "-"),
    );
  expect(links.length).toBeGreaterThan(0);
  for (const [, path = "", anchor] of links) expect(anchorsOf(path)).toContain(anchor);
});
