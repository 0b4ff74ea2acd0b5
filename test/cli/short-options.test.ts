import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { eventsOf, run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

const discover = ["discover", "--kinds", "scaleway.secret.secret"];
const runIn = (args: readonly string[]) => run(args, { environment: emulator.environment });

describe("short options", () => {
  test.each([
    ["apart", ["-q", "-f", "ndjson", "-o", "out.ndjson"]],
    ["in one word", ["-qfndjson", "-oout.ndjson"]],
    ["short and long", ["--quiet", "-f", "ndjson", "--output=out.ndjson"]],
  ])("stand for the long ones: %s", async (_name, options) => {
    const ended = await runIn([...discover, ...options]);
    expect(ended).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(Object.keys(ended.files).toSorted()).toEqual(["out.ndjson", "out.ndjson.status.json"]);
    expect(eventsOf(ended.files["out.ndjson"]?.text ?? "").at(-1)).toMatchObject({ type: "finished", complete: true });
  });

  test("-o - is standard output, where the table is told once", async () => {
    const [toOutput, usual] = await Promise.all([runIn([...discover, "-o", "-"]), runIn(discover)]);
    const withoutTime = ({ stdout, ...ended }: typeof usual) => ({
      ...ended,
      stdout: stdout.replace(/, [\d.]+ s:/, ""),
    });
    expect(withoutTime(toOutput)).toEqual(withoutTime(usual));
    expect(toOutput).toMatchObject({ code: 0, stderr: "", files: {} });
  });

  test.each([
    ["--output", "--quiet"],
    ["-o", "-q"],
    ["--output", "--quite"],
    ["-o", "--x"],
    ["-o", "--"],
    ["--output", "-1"],
  ])("what is written like an option is never another's value: %s %s", async (option, word) => {
    const ended = await runIn([...discover, option, word]);
    expect(ended).toMatchObject({ code: 2, stdout: "", files: {} });
    expect(ended.stderr).toBe(
      `error: --output needs a value, and ${word} is written like an option (--output=${word} takes it)\n`,
    );
  });

  test("quiet or not, a run that lacks something says so beside its document", async () => {
    const args = [...discover, "-q", "-f", "ndjson", "-o", "out.ndjson"];
    const ended = await run(args, { environment: { ...emulator.environment, CLOUD_INVENTORY_MAX_BODY_MIB: "0.0001" } });
    expect(ended).toMatchObject({ code: 4, stdout: "", stderr: expect.stringContaining("Gaps: 3") });
  });

  test("a value in one word with its option may begin with a dash", async () => {
    const ended = await runIn([...discover, "-q", "-f", "ndjson", "--output=--x"]);
    expect(ended.code).toBe(0);
    expect(Object.keys(ended.files)).toContain("--x");
  });

  test("preflight takes -q too", async () => {
    const { code, stderr } = await runIn(["preflight", "--kinds", "scaleway.secret.secret", "-q"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
