import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { parseOptions } from "../../src/hosts/cli/arguments.ts";
import { emulatorCommand } from "../../src/hosts/cli/emulator-command.ts";
import { emulator } from "../../src/hosts/cli/verbs/emulator.ts";

/** The names of the variables that the command prints before it is interrupted. */
async function namesPrinted(args: readonly string[]): Promise<string[]> {
  const interrupt = new AbortController();
  let text = "";
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      if (text.includes("SCW_DEFAULT_ORGANIZATION_ID")) interrupt.abort();
      done();
    },
  });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = { stdout, stderr, environment: {}, signal: interrupt.signal };
  await emulatorCommand(parseOptions(args, emulator.options), terminal);
  expect(text).toMatch(/^# for --scope organization: export SCW_DEFAULT_ORGANIZATION_ID=[0-9a-f-]{36}$/m);
  return [...text.matchAll(/^export (\w+)=.+$/gm)].map(([, name]) => name ?? "");
}

describe("the emulator's lines", () => {
  test.each([
    { kind: "application", names: ["APPLICATION_KEY", "APPLICATION_SECRET", "CONSUMER_KEY"] },
    { kind: "service-account", names: ["CLIENT_ID", "CLIENT_SECRET"] },
    { kind: "access-token", names: ["ACCESS_TOKEN"] },
  ])("hold one OVHcloud credential: $kind", async ({ kind, names }) => {
    const printed = await namesPrinted(["--ovh-credential", kind]);
    expect(printed.filter((name) => /^OVH_(?!DATA_PLATFORM_)/.test(name))).toEqual(
      ["ENDPOINT", ...names].map((name) => `OVH_${name}`),
    );
    expect(printed).toContain("CLOUD_INVENTORY_OVH_TOKEN_URL");
    expect(printed).toEqual(expect.arrayContaining(["SCW_SECRET_KEY", "OVH_DATA_PLATFORM_SECRET_KEY"]));
  });
});

test.each(["ovh-credential", "ovh-approval", "ovh-batches"])("--%s takes a known word", async (option) => {
  await expect(namesPrinted([`--${option}`, "maybe"])).rejects.toThrow(`--${option} must be one of `);
});

test("--ovh-rule takes a method and a path", async () => {
  expect(await namesPrinted(["--ovh-rule", "GET /cloud/project"])).toContain("OVH_CONSUMER_KEY");
  await expect(namesPrinted(["--ovh-rule", "/cloud/project"])).rejects.toThrow(
    "--ovh-rule must be a method and a path",
  );
});

describe("what keeps the emulator from starting is named by its option", () => {
  test.each(["65536", "99999", "1.5"])("--port %s", async (port) => {
    const says = "--port must be a whole number from 0 to 65535";
    await expect(namesPrinted(["--port", port])).rejects.toMatchObject({ code: "INVALID_CONFIG", message: says });
  });

  test("a port that is taken", async () => {
    const { url, close } = await startEmulator({ ovhProjects: 1, scalewayProjects: 1 });
    onTestFinished(close);
    const { port } = new URL(url);
    const message = `--port: ${port} cannot be listened on (EADDRINUSE)`;
    await expect(namesPrinted(["--port", port])).rejects.toMatchObject({ code: "INVALID_CONFIG", message });
  });

  test("recordings that are missing or no JSON", async () => {
    const folder = mkdtempSync(join(tmpdir(), "replay-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const missing = join(folder, "missing");
    await expect(namesPrinted(["--replay", missing])).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: `--replay: ${missing} cannot be read (ENOENT)`,
    });
    writeFileSync(join(folder, "one.json"), "{");
    await expect(namesPrinted(["--replay", folder])).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: `--replay: ${folder} holds a .json file that is not JSON`,
    });
  });
});
