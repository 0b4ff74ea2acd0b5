import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { builtFile } from "../built.ts";
import { patiently } from "../patience.ts";
import { eventsOf, ofType, startCloud } from "./run.ts";

const program = builtFile("bin/cloud-inventory.js");

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leftovers-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  rmSync(folder, { recursive: true, force: true });
});

/** A run that writes `out.ndjson`; several may write the same. */
function start(emulator: Emulator, kinds = "scaleway.secret.secret"): ChildProcess {
  const args = [program, "discover", "--kinds", kinds, "--format", "ndjson", "--output", "out.ndjson"];
  const off = { CLOUD_INVENTORY_STATE_DIR: "off" };
  const env = { PATH: process.env["PATH"], HOME: folder, ...off, ...emulator.environment };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: "ignore" });
  children.push(child);
  return child;
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await endOf(child);
}

const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".part"));
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

/** Waits until a run has its own file and waits for the cloud. */
async function waitForPart(child: ChildProcess, emulator: Emulator): Promise<void> {
  const isThere = () => parts().some((name) => name.includes(`.${child.pid}.`)) && emulator.statistics.inFlight > 0;
  await vi.waitUntil(() => child.exitCode !== null || isThere(), patiently);
}

test("killed runs leave one hidden file, whatever their number, and the next run removes it", async () => {
  const silent = await startCloud({ latencyMs: 600_000 });
  for (let run = 0; run < 3; run += 1) {
    const child = start(silent);
    await waitForPart(child, silent);
    await killed(child);
    silent.resetStatistics();
    expect(parts()).toHaveLength(1);
  }
  await silent.close();
  const emulator = await startCloud();
  expect(await endOf(start(emulator))).toBe(0);
  await emulator.close();
  expect(readdirSync(folder).toSorted()).toEqual(["out.ndjson", "out.ndjson.status.json"]);
});

test("what nobody touched for long is removed though a process has its number now; what is touched stays", async () => {
  const silent = await startCloud({ latencyMs: 600_000 });
  const child = start(silent);
  await waitForPart(child, silent);
  await killed(child);
  await silent.close();
  const left = parts()[0] ?? "";
  const ofThisTest = left.replace(`.${child.pid}.`, `.${process.pid}.`);
  const elsewhere = ".out.ndjson.00000000.1.part";
  renameSync(join(folder, left), join(folder, ofThisTest));
  writeFileSync(join(folder, elsewhere), "another machine's");
  const emulator = await startCloud();
  expect(await endOf(start(emulator))).toBe(0);
  expect(parts().toSorted()).toEqual([elsewhere, ofThisTest].toSorted());
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const name of parts()) utimesSync(join(folder, name), longAgo, longAgo);
  expect(await endOf(start(emulator))).toBe(0);
  await emulator.close();
  expect(parts()).toEqual([]);
});

test("a name that merely looks alike, and what a planted link points to, stay", async () => {
  const names = [".out.ndjson.part", ".out.ndjson.notes.part", ".other.ndjson.00000000.1.part", "kept"];
  for (const name of names) writeFileSync(join(folder, name), "kept");
  const link = ".out.ndjson.00000000.2.part";
  symlinkSync("kept", join(folder, link));
  const emulator = await startCloud();
  expect(await endOf(start(emulator))).toBe(0);
  await emulator.close();
  for (const name of names) expect(read(name)).toBe("kept");
});

test("two runs to one file: each document is whole, the one that ends last stays, and the status is its own", async () => {
  const emulator = await startCloud();
  // Answers once it is told to.
  const slow = await startCloud({ latencyMs: 600_000 });
  const [first, second] = [start(slow, "scaleway.instance.server"), start(emulator, "scaleway.secret.secret")];
  await waitForPart(first, slow);
  expect(await endOf(second)).toBe(0);
  expect(parts().filter((name) => name.includes(`.${first.pid}.`))).toHaveLength(1);
  expect(kindsRead()).toEqual(["scaleway.secret.secret"]);
  const third = start(emulator, "scaleway.instance.volume");
  const fourth = start(emulator, "scaleway.instance.snapshot");
  expect([await endOf(third), await endOf(fourth)]).toEqual([0, 0]);
  expect(["scaleway.instance.volume", "scaleway.instance.snapshot"]).toContain(kindsRead().join());
  expect(await endOf(start(emulator))).toBe(0);
  expectOwnStatus();
  // Cancelled at last, it leaves what the others wrote.
  first.kill("SIGINT");
  expect(await endOf(first)).toBe(130);
  expectOwnStatus();
  expect(parts()).toEqual([]);
  await Promise.all([emulator.close(), slow.close()]);
});

function kindsRead(): readonly string[] {
  return ofType(eventsOf(read("out.ndjson")), "started").flatMap(({ kinds }) => kinds);
}

function expectOwnStatus(): void {
  expect(existsSync(join(folder, "out.ndjson.status.json"))).toBe(true);
  const { document } = JSON.parse(read("out.ndjson.status.json"));
  expect(document.sha256).toBe(createHash("sha256").update(read("out.ndjson")).digest("hex"));
}
