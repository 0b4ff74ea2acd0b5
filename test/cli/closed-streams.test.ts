import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { commandOf } from "../plakar/child.ts";
import { configsOf, eventsOf, placesOf, run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

const discover = ["discover", "--kinds", "scaleway.secret.*", "--format", "ndjson"];
const toFile = [...discover, "--output", "out.ndjson"];
const closed =
  "error: standard output is closed, or ignored in a way that looks the same; > /dev/null throws it away on purpose\n";

describe("a closed standard output", () => {
  test.each([
    ["discover"],
    ["discover", "--output", "/dev/stdout"],
    ["discover", "-o", "-"],
    ["kinds"],
    ["preflight"],
    ["validate"],
    ["rights", "--form", "link"],
    ["schema", "event"],
    ["manifest"],
    ["emulator"],
    ["credentials", "request"],
    ["help"],
    ["help", "discover"],
    ["completion", "bash"],
    ["kinds", "--help"],
    ["--version"],
  ])("is an error before the first request, of %s", async (...args) => {
    emulator.resetStatistics();
    const ended = await run(args, { environment: emulator.environment, redirect: ">&-" });
    expect(ended).toMatchObject({ code: 1, stderr: closed, files: {} });
    expect(emulator.statistics.requests).toBe(0);
  });

  test("is bad usage first, where it is both", async () => {
    const ended = await run(["kinds", "--jsno"], { redirect: ">&-" });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "--json"') });
  });

  test.each([
    { redirect: ">&-", name: "standard output" },
    { redirect: ">&- 2>&-", name: "both outputs" },
    { redirect: "<&- >&- 2>&-", name: "all three streams" },
  ])("loses nothing of a document that goes to a file, and nothing of $name goes into it", async ({ redirect }) => {
    const files = { "inventory.json": configsOf(emulator).scaleway };
    const args = [...toFile, "--config", "inventory.json"];
    // The config holds secrets, and is as it was at the end: nothing was written into what was opened.
    const ended = await run(args, { environment: placesOf(emulator), files, redirect });
    expect(ended).toMatchObject({ code: 0, stdout: "" });
    expect(eventsOf(ended.files["out.ndjson"]?.text ?? "").at(-1)).toMatchObject({ type: "finished", complete: true });
    expect(ended.files["inventory.json"]?.text).toBe(JSON.stringify(files["inventory.json"]));
    expect(Object.keys(ended.files)).toHaveLength(3);
  });

  test.each(["> /dev/null", "2>&-", "<&-"])("is not what %s is", async (redirect) => {
    const ended = await run(discover, { environment: emulator.environment, redirect });
    expect(ended.code).toBe(0);
    if (redirect !== "> /dev/null") expect(eventsOf(ended.stdout).at(-1)?.type).toBe("finished");
  });
});

test.each([">&-", "<&-", "<&- >&-"])("an executable of a control plane refuses %s", (redirect) => {
  const ended = spawnSync("sh", ["-c", `exec "$0" "$@" ${redirect}`, ...commandOf("scaleway")], { encoding: "utf8" });
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(ended.stderr).toMatch(/^error: standard input and output must be the pipes of a control plane\n/);
});
