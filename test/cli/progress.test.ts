import { spawn, spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { createProgress, type ProgressTime } from "../../src/hosts/cli/progress.ts";
import { progressLines, type Work } from "../../src/hosts/cli/progress-lines.ts";
import type { Terminal } from "../../src/hosts/cli/terminal.ts";
import { builtFile } from "../built.ts";
import { patienceMs } from "../patience.ts";
import { fakeEnd, fakeProgress, fakeStart } from "./fake-events.ts";
import { run, startCloud } from "./run.ts";

interface Look {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Time that stands still until a test moves it. */
function stoppedTime(): ProgressTime & { pass(milliseconds: number): void } {
  let nowMs = 0;
  const timers = new Set<{ dueMs: number; readonly everyMs: number; readonly call: () => void }>();
  return {
    now: () => nowMs,
    every(everyMs, call) {
      const timer = { dueMs: nowMs + everyMs, everyMs, call };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass(milliseconds) {
      for (const endMs = nowMs + milliseconds; nowMs < endMs; ) {
        nowMs = Math.min(endMs, ...[...timers].map(({ dueMs }) => dueMs));
        for (const timer of timers) {
          if (timer.dueMs > nowMs) continue;
          timer.dueMs += timer.everyMs;
          timer.call();
        }
      }
    },
  };
}

function watched({ environment = {}, ...look }: Look, isQuiet = false) {
  const stderr = Object.assign(new PassThrough({ highWaterMark: 16 * 1024 * 1024 }), look);
  const terminal: Terminal = { environment, stdout: new PassThrough(), stderr, signal: new AbortController().signal };
  const time = stoppedTime();
  const screen = createScreen();
  const written = (): string => String(stderr.read() ?? "");
  return {
    progress: createProgress(terminal, { isQuiet, time }),
    time,
    resize: (columns: number) => Object.assign(stderr, { columns }),
    /** What was written since the last look. */
    written,
    /** The lines that stand on the terminal. */
    screen: () => screen.show(written()),
  };
}

/** What was written, with a sign that can be seen where a terminal's command begins. */
function legible(text: string): string {
  return text.replaceAll("\u001b", "␛");
}

/** As much of a terminal as progress makes use of. */
function createScreen() {
  const lines = [""];
  let row = 0;
  return {
    show(text: string): readonly string[] {
      for (const [part] of legible(text).matchAll(/␛\[\d*[A-Za-z]|\r|\n|[^␛\r\n]+/g)) {
        if (part === "\n") lines[++row] ??= "";
        else if (part === "␛[J") lines.splice(row, lines.length, "");
        else if (/^␛.*A$/.test(part)) row -= Number(part.slice(2, -1));
        else if (/^[^␛\r]/.test(part)) lines[row] += part;
      }
      return [...lines];
    },
  };
}

describe("on a terminal", () => {
  test("names whose answer asked to wait, where there is room for it", () => {
    const { progress, time, screen } = watched({ isTTY: true, columns: 130, rows: 24 });
    progress.show(fakeStart("scaleway", []));
    progress.show({ ...fakeProgress("scaleway", 1, 4, 12_000), waitingFor: "GET /instance/v1/zones/fr-par-1/servers" });
    time.pass(1_000);
    expect(screen()).toEqual([
      "scaleway  25 %  1/4 scopes  10 resources  2 requests  0:01  waiting 11 s  as GET /instance/v1/zones/fr-par-1/servers was told",
    ]);
  });

  test("has a line for each inventory, with the share of the known scopes and the time", () => {
    const { progress, time, screen } = watched({ isTTY: true, columns: 100, rows: 24 });
    for (const inventory of ["ovh", "scaleway", "ovh-data-platform"]) progress.show(fakeStart(inventory, []));
    time.pass(65_000);
    progress.show(fakeProgress("ovh", 19, 40));
    progress.show(fakeProgress("scaleway", 1, 300, 12_000));
    time.pass(1_000);
    expect(screen()).toEqual([
      "ovh                    47 %  19/40 scopes  190 resources  38 requests  1:06",
      "scaleway                0 %  1/300 scopes   10 resources   2 requests  1:06  waiting 11 s",
      "ovh-data-platform  starting    0/0 scopes                  0 requests  1:06",
    ]);
    progress.show(fakeEnd("ovh", 40, 66_500));
    time.pass(3_600_000);
    expect(screen()).toEqual([
      "ovh                    done  40/40 scopes  400 resources  80 requests     1:06",
      "scaleway                0 %  1/300 scopes   10 resources   2 requests  1:01:06",
      "ovh-data-platform  starting    0/0 scopes                  0 requests  1:01:06",
    ]);
    progress.end();
    expect(screen()).toEqual([""]);
    time.pass(60_000);
    expect(screen()).toEqual([""]);
  });

  test("is drawn by the second where nothing is heard, and ten times a second at most where much is", () => {
    const { progress, time, written, screen } = watched({ isTTY: true, columns: 100, rows: 24 });
    for (let done = 0; done < 1000; done += 1) {
      progress.show(fakeProgress("scaleway", done, 1000));
      time.pass(1);
    }
    expect(written().match(/scopes/g)?.length).toBeLessThanOrEqual(11);
    time.pass(2_000);
    expect(screen()).toEqual(["scaleway  99 %  999/1000 scopes  9990 resources  1998 requests  0:03"]);
  });

  test("goes back over what a narrower terminal has broken into more lines", () => {
    const { progress, time, written, resize } = watched({ isTTY: true, columns: 100, rows: 24 });
    progress.show(fakeProgress("ovh", 5, 10));
    time.pass(1_000);
    progress.show(fakeProgress("scaleway", 5, 10));
    time.pass(1_000);
    written();
    resize(40);
    time.pass(1_000);
    // Two lines of some sixty columns are four of forty.
    expect(written()).toBe("\r\u001b[3A\u001b[Jovh       50 %  5/10 scopes  0:03\nscaleway  50 %  5/10 scopes  0:03");
  });

  test("follows a preflight by its requests", () => {
    const { progress, time, screen } = watched({ isTTY: true, columns: 100, rows: 24 });
    const traffic = { requests: 0 };
    progress.follow("scaleway", () => ({ ...traffic, waitingMs: 0 }));
    traffic.requests = 7;
    time.pass(2_000);
    expect(screen()).toEqual(["scaleway  checking  7 requests  0:02"]);
    progress.ended("scaleway");
    time.pass(1_000);
    expect(screen()).toEqual(["scaleway  done  7 requests  0:02"]);
  });

  test("has the colours of who waits and who has ended, unless nobody wants them", () => {
    const paintedBy = (environment: NodeJS.ProcessEnv): string => {
      const { progress, time, written } = watched({ isTTY: true, columns: 100, rows: 24, environment });
      progress.show(fakeEnd("ovh"));
      progress.show(fakeProgress("scaleway", 1, 2, 60_000));
      time.pass(1_000);
      return legible(written());
    };
    expect(paintedBy({})).toMatch(/␛\[2movh .*␛\[22m\n␛\[33mscaleway .*␛\[39m$/);
    expect(paintedBy({ NO_COLOR: "1" })).not.toMatch(/␛\[\d+m/);
  });
});

describe("as much as there is room for", () => {
  const work = { waitingMs: 0, elapsedMs: 60_000, isFinished: false };
  const works: readonly Work[] = [
    { ...work, inventory: "ovh", scopes: { done: 40, known: 40 }, resources: 400, requests: 80, isFinished: true },
    { ...work, inventory: "scaleway", scopes: { done: 5, known: 10 }, resources: 50, requests: 10, waitingMs: 11_000 },
    { ...work, inventory: "ovh-data-platform", scopes: { done: 0, known: 0 }, requests: 0 },
  ];
  test.each([
    { columns: 80, rows: 24, first: "ovh                    done  40/40 scopes  400 resources  1:00", lines: 3 },
    { columns: 70, rows: 24, first: "ovh                    done  40/40 scopes  1:00", lines: 3 },
    { columns: 50, rows: 24, first: "ovh                    done  1:00", lines: 3 },
    {
      columns: 90,
      rows: 3,
      first: "scaleway 50 % 5/10 scopes waiting 11 s | ovh-data-platform starting 0/0 scopes | 1:00",
      lines: 1,
    },
    { columns: 80, rows: 3, first: "scaleway 50 % waiting 11 s | ovh-data-platform starting | 1:00", lines: 1 },
    { columns: 60, rows: 3, first: "scaleway 50 % | ovh-data-platform starting | 1:00", lines: 1 },
    { columns: 40, rows: 24, first: "90 %, 1:00", lines: 1 },
    { columns: 8, rows: 24, first: "1:00", lines: 1 },
    { columns: 3, rows: 24, first: undefined, lines: 0 },
  ])("in $columns columns and $rows rows, with nothing cut off", ({ columns, rows, first, lines }) => {
    const shown = progressLines(works, 60_000, { columns, rows });
    expect(shown[0]).toBe(first);
    expect(shown).toHaveLength(lines);
    for (const line of shown) expect(line.length).toBeLessThan(columns);
  });

  test.each([
    { of: "is at work with every known scope read", isFinished: false, says: "99 %" },
    { of: "has ended", isFinished: true, says: "done" },
  ])("what $of is $says, alone and all together", ({ isFinished, says }) => {
    const scopes = { done: 40, known: 40 };
    const all = ["ovh", "scaleway"].map(
      (inventory): Work => ({ ...work, inventory, scopes, requests: 80, isFinished }),
    );
    expect(progressLines(all, 60_000, { columns: 80, rows: 24 })[0]).toMatch(new RegExp(`^ovh +${says} `));
    expect(progressLines(all, 60_000, { columns: 15, rows: 24 })).toEqual([`${says}, 1:00`]);
  });

  test("is not done before all have ended", () => {
    const one: Work = { ...work, inventory: "ovh", scopes: { done: 40, known: 40 }, requests: 80, isFinished: true };
    const all = [one, { ...one, inventory: "scaleway", isFinished: false }];
    expect(progressLines(all, 60_000, { columns: 15, rows: 24 })).toEqual(["99 %, 1:00"]);
  });

  test("shows every inventory that still works in each terminal that has room for its name", () => {
    for (let columns = 52; columns < 130; columns += 1) {
      for (const rows of [2, 3, 24]) {
        const text = progressLines(works, 60_000, { columns, rows }).join("\n");
        expect(text).toMatch(/scaleway +50 %/);
        expect(text).toMatch(/ovh-data-platform +starting/);
      }
    }
  });
});

describe("without a terminal", () => {
  const log =
    "progress after 0:30: ovh 47 %, 19/40 scopes, 190 resources, 38 requests; scaleway starting, 0/0 scopes, 0 requests\n";

  test("is a line every thirty seconds, until the end", () => {
    const { progress, time, written } = watched({});
    progress.show(fakeProgress("ovh", 19, 40));
    progress.show(fakeStart("scaleway", []));
    time.pass(29_999);
    expect(written()).toBe("");
    time.pass(1);
    expect(written()).toBe(log);
    progress.show(fakeEnd("ovh", 40));
    time.pass(30_000);
    expect(written()).toMatch(/^progress after 1:00: ovh done, 40\/40 scopes, .*\n$/);
    progress.end();
    time.pass(60_000);
    expect(written()).toBe("");
  });

  test("is the same on a terminal that cannot go back", () => {
    const { progress, time, written } = watched({ isTTY: true, columns: 100, rows: 24, environment: { TERM: "dumb" } });
    progress.show(fakeProgress("ovh", 19, 40));
    progress.show(fakeStart("scaleway", []));
    time.pass(30_000);
    expect(written()).toBe(log);
  });

  test("says so where nothing is known yet", () => {
    const { time, written } = watched({});
    time.pass(30_000);
    expect(written()).toBe("progress after 0:30: nothing is read yet\n");
  });
});

test.each([{ isTTY: true, columns: 100, rows: 24 }, {}])("--quiet is for none (%o)", (look) => {
  const { progress, time, written } = watched(look, true);
  progress.show(fakeProgress("ovh", 19, 40));
  time.pass(120_000);
  progress.clear();
  progress.end();
  expect(written()).toBe("");
});

/** Runs the built program in a terminal of its own, made by util-linux; what it wrote to both streams comes together. */
function inTerminal(args: string, environment: Readonly<Record<string, string>>, size: string): Promise<string> {
  const program = `${process.execPath} ${builtFile("bin/cloud-inventory.js")}`;
  const command = `stty ${size}; exec ${program} ${args}`;
  const env = { PATH: process.env["PATH"], CLOUD_INVENTORY_STATE_DIR: "off", TERM: "xterm", ...environment };
  const child = spawn("script", ["-qec", command, "/dev/null"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs.child);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  return new Promise((resolve) => {
    child.once("close", () => {
      clearTimeout(timer);
      resolve(legible(text));
    });
  });
}

const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;
const kinds = "--kinds scaleway.secret.*,ovh.cloud.volume";

describe.skipIf(!hasScript)("in a real terminal (needs script of util-linux)", () => {
  test.each([
    {
      verb: `discover ${kinds}`,
      size: "cols 120 rows 30",
      draws: /scaleway +(\d+ %|done) +\d+\/\d+ scopes +\d+ resources +\d+ requests +0:\d\d/,
    },
    { verb: `discover ${kinds}`, size: "cols 12 rows 30", draws: /\d+ %, 0:\d\d/ },
    { verb: `preflight ${kinds}`, size: "cols 120 rows 30", draws: /(ovh|scaleway) +checking +\d+ requests +0:\d\d/ },
  ])("$verb draws, takes it away, and prints in colour ($size)", async ({ verb, size, draws }) => {
    const emulator = await startCloud({ latencyMs: 400 });
    const [colourful, quiet] = await Promise.all([
      inTerminal(verb, emulator.environment, size),
      inTerminal(`${verb} --quiet`, { ...emulator.environment, NO_COLOR: "1" }, size),
    ]);
    await emulator.close();
    expect(colourful).toMatch(draws);
    const drawn = colourful.lastIndexOf("␛[J");
    expect(drawn).toBeGreaterThan(-1);
    // What stays begins where the last drawing was.
    const page = colourful.slice(drawn + 3);
    expect(page).not.toMatch(draws);
    expect(page).toMatch(/^.*(KIND|: scaleway-api-key|: ovh-application)/);
    expect(page).toMatch(/␛\[32m(completed|pass +)␛\[39m/);
    expect(quiet).not.toContain("␛");
    expect(quiet).not.toMatch(draws);
  });
});

test("a run whose errors go to a file tells nothing of its progress before thirty seconds", async () => {
  const emulator = await startCloud();
  const ended = await run(["discover", "--kinds", "scaleway.secret.*"], { environment: emulator.environment });
  await emulator.close();
  expect(ended).toMatchObject({ code: 0, stderr: "" });
});
