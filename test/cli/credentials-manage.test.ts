import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { main } from "../../src/hosts/cli/main.ts";
import { askOvh, jsonOf } from "../emulator/clients.ts";
import { configsOf, placesOf, run, startCloud } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  emulator = await startCloud({ ovhApproval: "validated", ...options });
  return emulator;
}

const keys = () => jsonOf<number[]>(askOvh(emulator, "/me/api/credential"));

describe("credentials list", () => {
  test("says which key is yours, when each was used and ends, and leaves none behind", async () => {
    await start({ ovhCredential: { expiration: "2999-01-01T00:00:00Z" } });
    const ended = await run(["credentials", "list"], { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 0, files: {} });
    const lines = ended.stdout.split("\n").map((line) => line.split(/ {2,}/));
    expect(lines[0]).toEqual(["id", "yours", "status", "application", "last used", "expires", "rights"]);
    expect(lines[1]).toEqual([
      "700000001",
      "yes",
      "validated",
      "inventory",
      expect.any(String),
      "2999-01-01",
      "GET /*",
    ]);
    expect(lines[2]?.slice(-3)).toEqual(["2023-04-30", "2023-05-01", "GET /*"]);
    expect(ended.stderr).toMatch(/^https:\/\/www\.ovh\.example\/auth\//m);
    expect(ended.stderr).not.toMatch(/DELETE/);
    expect(await keys()).toEqual([700000001, 600000001]);
  });

  test("prints JSON, of a config that has lost its key too", async () => {
    await start();
    const { consumer_key: _lost, ...config } = configsOf(emulator).ovh;
    const ended = await run(["credentials", "list", "--json", "--config", "ovh.json"], {
      environment: placesOf(emulator),
      files: { "ovh.json": config },
    });
    expect(ended.code).toBe(0);
    const { inventory, credentials } = JSON.parse(ended.stdout);
    expect([inventory, credentials.map(({ id }: { id: string }) => id)]).toEqual(["ovh", ["700000001", "600000001"]]);
    expect(ended.notes.join("\n")).toMatch(/^note: which one is yours is not known: the config has no consumer_key$/m);
  });
});

describe("credentials revoke", () => {
  test("ends the config's own key with --yes, and asks for no approval", async () => {
    await start({ ovhApproval: "never" });
    const ended = await run(["credentials", "revoke", "--yes"], { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 0, stdout: "", stderr: "revoked\n" });
    expect((await askOvh(emulator, "/auth/currentCredential")).status).toBe(403);
  });

  test("ends another key by its id", async () => {
    await start();
    const ended = await run(["credentials", "revoke", "600000001", "--yes"], { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 0, stdout: "" });
    expect(ended.stderr).toMatch(/DELETE \/me\/api\/credential\/\*/);
    expect(await keys()).toEqual([700000001]);
  });

  test.each([
    { answer: "yes\n", code: 0, says: /revoked$/, left: 403 },
    { answer: "y\n", code: 130, says: /nothing was revoked$/, left: 200 },
  ])("asks on a terminal, and takes $answer for what it is", async ({ answer, code, says, left }) => {
    await start();
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    for (const stream of [stdin, stderr]) Object.assign(stream, { isTTY: true });
    stdin.end(answer);
    const terminal = {
      environment: emulator.environment,
      stdin,
      stdout,
      stderr,
      signal: new AbortController().signal,
    };
    expect(await main(["credentials", "revoke"], terminal)).toBe(code);
    const text = String(stderr.read());
    expect(text).toMatch(/^Revoke the key of environment\? Nothing opens with it afterwards\.$/m);
    expect(text.trimEnd()).toMatch(says);
    expect((await askOvh(emulator, "/auth/currentCredential")).status).toBe(left);
  });
});

describe("credentials asks nobody", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["where nobody confirms", ["revoke"], /no terminal to ask on: --yes confirms it$/],
    [
      "about Scaleway's keys",
      ["list", "--provider", "scaleway"],
      /^error: Scaleway lists and revokes no credentials here: .*scw iam api-key/,
    ],
    ["for an option of another word", ["list", "--narrow"], /^error: --narrow does not go with credentials list$/],
    [
      "for a word too many",
      ["list", "700000001"],
      /^error: unknown argument "700000001": credentials list takes no further word$/,
    ],
  ])("%s", async (_name, args, says) => {
    await start();
    const ended = await run(["credentials", ...args], { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr.trimEnd()).toMatch(says);
    expect(emulator.statistics.requests).toBe(0);
  });
});
