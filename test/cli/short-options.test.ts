import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { eventsOf, run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

const discover = ["discover", "--kinds", "scaleway.secret.*"];
const runIn = (args: readonly string[]) => run(args, { environment: emulator.environment });

describe("short options", () => {
  test.each([
    ["apart", ["-q", "-f", "ndjson", "-o", "out.ndjson"]],
    ["in one word", ["-qfndjson", "-oout.ndjson"]],
    ["short and long", ["--quiet", "-f", "ndjson", "--output=out.ndjson"]],
  ])("stand for the long ones: %s", async (_name, options) => {
    const ended = await runIn([...discover, ...options]);
    expect(ended).toMatchObject({ code: 0, stdout: "" });
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

  test("an option is never another's value", async () => {
    const ended = await runIn([...discover, "--output", "--quiet"]);
    expect(ended).toMatchObject({ code: 2, stdout: "", files: {} });
    expect(ended.stderr).toBe("error: --output needs a value, and --quiet is an option\n");
    expect(await runIn([...discover, "-o", "-q"])).toMatchObject({ code: 2, files: {} });
  });

  test("preflight takes -q too", async () => {
    const { code, stderr } = await runIn(["preflight", "--kinds", "scaleway.secret.*", "-q"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
