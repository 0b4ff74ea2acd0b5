import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { builtFile } from "../built.ts";
import { planted, run } from "../cli/run.ts";
import { patienceMs, patiently } from "../patience.ts";
import { clientOf, ownFolder } from "./wizard.ts";

interface Running {
  readonly child: ChildProcess;
  readonly said: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
  readonly folder: string;
  readonly temporary: string;
}

/** The built program in a folder of its own, with a temporary folder of its own. */
function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const folder = ownFolder();
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  const env = { PATH: "/nowhere", HOME: folder, TMPDIR: temporary, CLOUD_INVENTORY_STATE_DIR: "off", ...environment };
  const child = spawn(process.execPath, [builtFile("bin/cloud-inventory.js"), "wizard", ...words], {
    cwd: folder,
    env,
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return { child, said, ended, folder, temporary };
}

async function linkOf({ said }: Running): Promise<string> {
  await vi.waitUntil(() => said.stdout.endsWith("\n"), patiently);
  return said.stdout.trim();
}

/** An opener that notes what it was called with, where everybody on the machine could read it too, and what it found. */
function plantOpener(script: string): string {
  const folder = ownFolder();
  for (const name of ["xdg-open", "open"]) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const keys = {
  application_key: planted("plantedAppKey012"),
  application_secret: planted("plantedApplicationSecret01234567"),
  consumer_key: planted("plantedConsumerKey01234567890123"),
};

describe("cloud-inventory wizard", () => {
  it("prints the link where no browser is wanted, and ends at Ctrl-C with nothing left", async () => {
    const running = start(["--no-open"]);
    const link = await linkOf(running);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    expect(running.said.stderr).not.toContain(link.split("#")[1]);
    const client = clientOf(link);
    await client.call("choose", { inventory: "ovh" });
    await client.call("enter", { values: keys });
    running.child.kill("SIGINT");
    expect(await running.ended).toBe(0);
    expect(readdirSync(running.folder)).toEqual(["tmp"]);
    expect(readdirSync(running.temporary)).toEqual([]);
    expect(running.said.stderr).toContain("the wizard has ended, and forgot what was entered");
  });

  it("keeps what was typed out of its arguments, its output and every file but the one that is kept", async () => {
    const running = start(["--no-open"]);
    const client = clientOf(await linkOf(running));
    await client.call("choose", { inventory: "ovh" });
    await client.call("enter", { pasted: JSON.stringify(keys) });
    await client.call("keep", { form: "config", path: "ovh.json" });
    const line = readFileSync(`/proc/${running.child.pid}/cmdline`, "utf8");
    await client.call("end", {});
    expect(await running.ended).toBe(0);
    expect(readdirSync(running.folder).toSorted()).toEqual(["ovh.json", "tmp"]);
    expect(readdirSync(running.temporary)).toEqual([]);
    const written = [line, running.said.stderr, running.said.stdout, ...client.heard].join("\n");
    expect(Object.values(keys).filter((secret) => written.includes(secret))).toEqual([]);
    expect(JSON.parse(readFileSync(join(running.folder, "ovh.json"), "utf8"))).toEqual(keys);
  });

  it("opens a browser on a private file that leads to the page, and on no argument with the token", async () => {
    const notes = ownFolder();
    // The shell's own words alone: its search path holds nothing.
    const opener = plantOpener(`echo "$@" > ${notes}/arguments
while read -r line; do echo "$line"; done < "$1" > ${notes}/page
echo > ${notes}/done`);
    const running = start([], { PATH: opener });
    await vi.waitUntil(() => existsSync(join(notes, "done")), patiently);
    const file = readFileSync(join(notes, "arguments"), "utf8").trim();
    const [, link = ""] = /url=(http:[^"]+)"/.exec(readFileSync(join(notes, "page"), "utf8")) ?? [];
    const client = clientOf(link);
    expect(file.startsWith(running.temporary)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, "..")).mode & 0o777).toBe(0o700);
    expect(client.token).toMatch(/^[\w-]{43}$/);
    const read = (name: string): string => readFileSync(name, "utf8");
    const shown = [file, read(`/proc/${running.child.pid}/cmdline`), running.said.stdout, running.said.stderr];
    expect(shown.join("\n")).not.toContain(client.token);
    await client.call("state", {});
    await vi.waitUntil(() => readdirSync(running.temporary).length === 0, patiently);
    running.child.kill("SIGINT");
    expect(await running.ended).toBe(0);
    expect(running.said.stdout).toBe("");
  });

  it("removes that file at its end, where no page has come", async () => {
    const running = start([], { PATH: plantOpener("exit 0") });
    await vi.waitUntil(() => running.said.stderr.includes("a browser was asked"), patiently);
    expect(readdirSync(running.temporary)).toHaveLength(1);
    running.child.kill("SIGINT");
    expect(await running.ended).toBe(0);
    expect(readdirSync(running.temporary)).toEqual([]);
  });

  it.each([
    { name: "none is there", path: () => "/nowhere" },
    { name: "it fails", path: () => plantOpener("exit 3") },
  ])("prints the link where a browser cannot be opened: $name", async ({ path }) => {
    const running = start([], { PATH: path() });
    const client = clientOf(await linkOf(running));
    expect(readdirSync(running.temporary)).toEqual([]);
    expect(await client.call("state", {})).toHaveProperty("folder", running.folder);
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
  });

  it("ends while it waits for an opener that never ends", async () => {
    const notes = ownFolder();
    const opener = plantOpener(`echo $$ > ${notes}/started; while :; do read -r line < ${notes}; done`);
    const running = start([], { PATH: opener });
    const idOf = (): number => Number(readFileSync(join(notes, "started"), { encoding: "utf8", flag: "a+" }));
    await vi.waitUntil(() => idOf() > 0, patiently);
    // A detached opener outlives the program, as a browser does.
    onTestFinished(() => void process.kill(idOf(), "SIGKILL"));
    running.child.kill("SIGINT");
    expect(await running.ended).toBe(0);
    expect(readdirSync(running.temporary)).toEqual([]);
  });

  it("ends when nothing was asked for long, and forgets", async () => {
    const running = start(["--no-open", "--idle", "0.001"]);
    expect(await running.ended).toBe(0);
    expect(running.said.stderr).toContain("nothing was asked for 0.001 minutes");
  });

  it("says that a port is in use, and what to do", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const ended = await run(["wizard", "--no-open", "--port", String(port)]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`--port: ${port} cannot be listened on (EADDRINUSE); --port 0 takes a free one`);
  });

  it.each([
    { words: ["--port", "70000"], says: "--port must be a whole number from 0 to 65535" },
    { words: ["--idle", "0"], says: "--idle must be a number of minutes above 0" },
    { words: ["--idle", "soon"], says: "--idle must be a number" },
    { words: ["--folder", "nowhere"], says: "--folder: " },
    { words: ["--folder", "a.txt"], says: "is no folder" },
    { words: ["--noopen"], says: "--no-open" },
  ])("refuses $words", async ({ words, says }) => {
    const ended = await run(["wizard", ...words], { files: { "a.txt": "" }, withinMs: patienceMs.child });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(says);
  });
});
