import { Writable } from "node:stream";
import type { ParsedOptions } from "cloud-inventory-plugin/fleet";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logFormat, logged, openLog } from "../src/operations/json-log.ts";
import { terminalOf } from "./terminal.ts";

const environment = { DATABASE_URL: "postgres://fleet:p%40ss-word@db.example/fleet" };
const ids = { customer: "acme", name: "prod", night: "2026-11-26T02:00:00.000Z" };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 2), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("writes a JSON object a line, with the ids of the run", () => {
  const { terminal, stderr } = terminalOf(environment);
  const log = openLog(terminal, "json");
  log.info("started");
  const ofRun = log.of(ids).of({ runId: "12" });
  ofRun.warning("one\ntwo");
  ofRun.error('a "quoted" word');
  const time = "2026-11-26T02:00:00.000Z";
  expect(
    stderr()
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { time, level: "info", message: "started" },
    { time, level: "warning", message: "one\ufffdtwo", ...ids, runId: "12" },
    { time, level: "error", message: 'a "quoted" word', ...ids, runId: "12" },
  ]);
});

it("writes text for people", () => {
  const { terminal, stderr } = terminalOf(environment);
  const log = openLog(terminal, "text");
  log.info("started");
  log.of(ids).error("refused\u001b[31m");
  expect(stderr()).toBe("started\nerror: acme/prod: refused\ufffd[31m\n");
});

it.each<[string | undefined, boolean, "json" | "text"]>([
  [undefined, true, "text"],
  [undefined, false, "json"],
  ["json", true, "json"],
  ["text", false, "text"],
])("with --log %s on a terminal (%s) is %s", (given, isTTY, format) => {
  expect(logFormat(optionsOf(given), terminalOf({}, { isTTY }).terminal)).toBe(format);
});

it("refuses other formats", () => {
  expect(() => logFormat(optionsOf("xml"), terminalOf({}).terminal)).toThrow("--log must be json or text");
});

it.each<NodeJS.ProcessEnv>([
  environment,
  { DATABASE_URL: "postgres://db.example/fleet?sslmode=require&password=p%40ss-word" },
  { PGPASSWORD: "p@ss-word" },
])("never writes the database's password (%#)", (own) => {
  const { terminal, stderr } = terminalOf(own);
  const log = openLog(terminal, "json");
  log.error(`cannot reach ${own["DATABASE_URL"]}: p@ss-word was refused`);
  logged(terminal, log).stderr.write("error: it is p@ss-word\n");
  expect(stderr()).not.toMatch(/ss-word/);
  expect(stderr().match(/…/g)?.length).toBeGreaterThanOrEqual(2);
});

it("writes no line of any length", () => {
  const { terminal, stderr } = terminalOf({});
  openLog(terminal, "json").info("x".repeat(1_000_000));
  expect(stderr().length).toBeLessThan(5_000);
});

it("makes lines of what a run says for people, whole or in parts", async () => {
  const { terminal, stderr } = terminalOf({});
  const { stderr: ofRun } = logged(terminal, openLog(terminal, "json").of(ids));
  ofRun.write("warning: no memory\nerr");
  ofRun.write("or: refused\n\nnote: 3 left");
  await new Promise<void>((resolve) => ofRun.end(resolve));
  expect(
    stderr()
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { level: "warning", message: "no memory", ...ids },
    { level: "error", message: "refused", ...ids },
    { level: "info", message: "3 left", ...ids },
  ]);
});

function optionsOf(log: string | undefined): ParsedOptions {
  return { argument: undefined, words: [], has: () => log !== undefined, one: () => log, all: () => [] };
}

it("waits for no reader: lines are left out while too much is unread, and how many is said", () => {
  const read: string[] = [];
  let readOn = (): void => {};
  const stderr = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      read.push(String(chunk));
      readOn = done;
    },
  });
  const log = openLog({ stderr, environment }, "text");
  for (let line = 0; line < 100_000; line += 1) log.info(`line ${line}: ${"x".repeat(80)}`);
  expect(stderr.writableLength).toBeLessThan(2 * 1024 * 1024);
  while (stderr.writableLength > 0) readOn();
  const kept = read.length;
  expect(kept).toBeGreaterThan(1_000);
  log.info("read again");
  while (stderr.writableLength > 0) readOn();
  expect(read.slice(kept)).toEqual([
    `warning: lines of this log that nobody read in time, and that are left out: ${100_000 - kept}\n`,
    "read again\n",
  ]);
});
