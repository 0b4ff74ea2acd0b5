import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFleetProgress } from "../../src/hosts/cli/fleet/progress.ts";
import type { Terminal } from "../../src/hosts/cli/terminal.ts";
import { never } from "../patience.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { atTerminal, hasTerminals, keys } from "./at-terminal.ts";
import { configsOf, placesOf, startCloud } from "./run.ts";

describe("how far a fleet is", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Tells of a fleet of three, of which two have ended after 40 seconds. */
  function told(stream: { isTTY?: boolean; columns?: number }, environment = {}, isQuiet = false) {
    const stderr = Object.assign(new PassThrough({ encoding: "utf8" }), stream);
    const terminal: Terminal = { environment, stdout: new PassThrough(), stderr, signal: new AbortController().signal };
    const progress = createFleetProgress(terminal, 3, { isQuiet });
    const written = (): string => String(stderr.read() ?? "").replaceAll("\r\u001b[K", "<");
    vi.advanceTimersByTime(1_000);
    const atFirst = written();
    for (const state of ["complete", "refused"] as const) progress.settled({ state });
    vi.advanceTimersByTime(39_000);
    const later = written();
    progress.end();
    vi.advanceTimersByTime(100_000);
    return { atFirst, later, atLast: written() };
  }

  it("is a line that is drawn anew each second on a terminal, and taken away at the end", () => {
    const { atFirst, later, atLast } = told({ isTTY: true, columns: 80 });
    expect(atFirst).toBe("<0 of 3 inventories, 0 not complete, 1 s");
    const drawn = later.split("<").slice(1);
    expect(drawn).toHaveLength(39);
    expect(drawn.at(-1)).toBe("2 of 3 inventories, 1 not complete, 40 s");
    expect(atLast).toBe("<");
  });

  it("fits into one line of a narrow terminal", () => {
    expect(told({ isTTY: true, columns: 20 }).atFirst).toBe("<0 of 3 inventories,");
  });

  it.each([
    ["no terminal", {}, {}],
    ["a terminal that cannot draw", { isTTY: true }, { TERM: "dumb" }],
  ])("is a line every 30 seconds on %s", (_, stream, environment) => {
    expect(told(stream, environment)).toEqual({
      atFirst: "",
      later: "2 of 3 inventories, 1 not complete, 30 s\n",
      atLast: "",
    });
  });

  it("is not told where nobody wants it", () => {
    expect(told({ isTTY: true }, {}, true)).toEqual({ atFirst: "", later: "", atLast: "" });
  });
});

it.runIf(hasTerminals)("fleet run draws it on a terminal, and leaves nothing of it", async () => {
  const cloud = await startCloud({ latencyMs: never });
  const folder = newFolder();
  mkdirSync(join(folder, "acme"));
  for (const name of ["prod", "test"]) {
    writeFileSync(join(folder, "acme", `${name}.json`), JSON.stringify(configsOf(cloud).ovh), { mode: 0o600 });
  }
  const terminal = atTerminal(`fleet run ${folder} --snapshots snapshots`, placesOf(cloud));
  await terminal.answer(/0 of 2 inventories, 0 not complete, \d+ s/, keys.ctrlC);
  expect(await terminal.end()).toBe(130);
  const drawn = terminal.written().lastIndexOf("of 2 inventories, ");
  expect(terminal.written().slice(drawn)).toContain("\r\u001b[K");
  terminal.close();
  await cloud.close();
});
