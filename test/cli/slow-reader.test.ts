import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { never, patiently } from "../patience.ts";
import { configsOf, eventsOf, ofType, parseCsv, placesOf, run, startCloud } from "./run.ts";

const volumes = "scaleway.block.volume";
const args = (format: string) => ["discover", "--kinds", volumes, "--format", format, "--config", "inventory.json"];

function optionsOf(emulator: Emulator) {
  const config = { ...configsOf(emulator).scaleway, max_requests_per_minute: "0" };
  return { environment: placesOf(emulator), files: { "inventory.json": config } };
}

/** Waits until a cloud is asked nothing more: nothing is in flight, and nothing came since the look before. */
async function untilNothingIsAsked({ exitCode }: ChildProcess, { statistics }: Emulator): Promise<number> {
  let before = 0;
  const isStill = async (): Promise<boolean> => {
    const [asked] = [before, await sleep(300)];
    before = statistics.requests;
    return asked > 0 && asked === before;
  };
  await vi.waitUntil(async () => exitCode !== null || (await isStill()), patiently);
  return before;
}

// What is sorted is read to its end first, whoever reads it.
test.each([
  ["ndjson", "stops the reading of the cloud", 150],
  ["csv", "stops nothing", 1_000],
  ["json", "stops nothing", 1_000],
] as const)("a reader of %s that pauses %s, and loses nothing", async (format, _what, most) => {
  const emulator = await startCloud({ zones: 10, resources: { [volumes]: 2000 } });
  let askedInPause = 0;
  const ended = await run(args(format), {
    ...optionsOf(emulator),
    meanwhile: async (child) => {
      child.stdout?.pause();
      askedInPause = await untilNothingIsAsked(child, emulator);
      child.stdout?.resume();
    },
  });
  const { requests } = emulator.statistics;
  await emulator.close();
  expect(ended.code).toBe(0);
  expect(countOf(format, ended.stdout)).toBe(20_000);
  // Two hundred full pages, and a look behind the last of each of ten zones.
  expect(requests).toBeGreaterThanOrEqual(210);
  expect(askedInPause).toBeLessThan(most);
});

function countOf(format: string, document: string): number {
  if (format === "ndjson") return ofType(eventsOf(document), "resource").length;
  if (format === "csv") return parseCsv(document).length - 1;
  return JSON.parse(document).resources.length;
}

test("a reader sees each line while the run waits for the next answer", async () => {
  // One zone answers; no further answer comes, so that nothing but the idle process can write.
  const emulator = await startCloud({ resources: { [volumes]: 3 }, faults: [{ match: /fr-par-2/, delayMs: never }] });
  const ended = await run(args("ndjson"), {
    ...optionsOf(emulator),
    meanwhile: async (child) => {
      let text = "";
      child.stdout?.on("data", (more: string) => {
        text += more;
      });
      const lines = () =>
        text.split("\n").filter((line) => line.startsWith('{"type":"resource"') && line.endsWith("}"));
      // The ends of the nine zones that answer too: a run that is stopped before one has not read it.
      const isRead = () => lines().length === 3 && text.split('"type":"scope"').length - 1 === 9;
      await vi.waitUntil(() => child.exitCode !== null || isRead(), patiently);
      child.kill("SIGINT");
    },
  });
  await emulator.close();
  expect(ended.code).toBe(130);
  const events = eventsOf(ended.stdout);
  expect(ofType(events, "scope").filter(({ outcome }) => outcome === "failed")).toHaveLength(1);
  expect(events.at(-1)?.type).toBe("finished");
});
