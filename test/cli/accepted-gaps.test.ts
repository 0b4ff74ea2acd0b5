import { describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { never } from "../patience.ts";
import { configsOf, eventsOf, ofType, placesOf, run, startCloud } from "./run.ts";

const oneZoneDown: EmulatorOptions = { faults: [{ match: "/zones/fr-par-2/servers", status: 400, body: {} }] };
const everythingDown: EmulatorOptions = { faults: [{ match: /\/servers/, status: 400, body: {} }] };
const expired: EmulatorOptions = { scalewayKeyExpiresAt: "2020-01-01T00:00:00Z" };
const incomplete = "what is missing here may still exist; nothing may be deleted because of it.\n";

interface Case {
  readonly name: string;
  readonly cloud: EmulatorOptions;
  readonly config: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly code: number;
  /** Parts of the summary, in order. */
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "a gap that is accepted by kind and scope",
    cloud: oneZoneDown,
    config: { accepted_gaps: "scaleway.instance.server@*/fr-par-2" },
    code: 0,
    says: [
      "\nAccepted gaps: 1, ",
      "\n  1 failed: ",
      "\n    where: scaleway.instance.server in ",
      `: NOT COMPLETE, which is accepted: ${incomplete}`,
    ],
  },
  {
    name: "a gap beside the one that is accepted",
    cloud: oneZoneDown,
    config: { accepted_gaps: "scaleway.instance.server@*/fr-par-1" },
    code: 4,
    says: [
      "\nGaps: 1, ",
      "\n  1 failed: ",
      "\n    where: scaleway.instance.server in ",
      `: NOT COMPLETE: ${incomplete}`,
    ],
  },
  {
    name: "any gap, by on_incomplete",
    cloud: oneZoneDown,
    config: { on_incomplete: "accept" },
    code: 0,
    says: [
      "\nGaps: 1, ",
      "\n  1 failed: ",
      "\n    where: scaleway.instance.server in ",
      `: NOT COMPLETE, which is accepted: ${incomplete}`,
    ],
  },
  {
    name: "a run that reads nothing, whatever is accepted",
    cloud: everythingDown,
    config: { on_incomplete: "accept", accepted_gaps: "*" },
    code: 4,
    says: ["\nAccepted gaps: 10, ", `: NOT COMPLETE: ${incomplete}`],
  },
  {
    name: "a refused credential, whatever is accepted",
    cloud: expired,
    config: { on_incomplete: "accept", accepted_gaps: "*" },
    code: 3,
    says: ["\nGaps: 10, ", `: NOT COMPLETE: ${incomplete}`],
  },
  {
    name: "a deadline, whatever is accepted",
    cloud: { latencyMs: never },
    config: { on_incomplete: "accept", accepted_gaps: "*" },
    args: ["--deadline", "0.5"],
    code: 4,
    says: ["\nGaps: 10, ", `: NOT COMPLETE: ${incomplete}`],
  },
];

describe.concurrent("the exit status and the summary of", () => {
  test.each(cases)("$name", async ({ cloud, config, args = [], code, says }) => {
    const emulator = await startCloud(cloud);
    const settings = { ...configsOf(emulator).scaleway, kinds: "scaleway.instance.server", ...config };
    const ended = await run(["discover", "--config", "c.json", ...args], {
      environment: placesOf(emulator),
      files: { "c.json": settings },
    });
    await emulator.close();
    let rest = ended.stdout;
    for (const part of says) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
    expect(ended.code).toBe(code);
  });

  test("the events, which mark it and count it, and stay incomplete", async () => {
    const emulator = await startCloud(oneZoneDown);
    const config = { ...configsOf(emulator).scaleway, accepted_gaps: "*.server@*/fr-par-2" };
    const ended = await run(
      ["discover", "--config", "c.json", "--format", "ndjson", "--kinds", "scaleway.instance.*"],
      {
        environment: placesOf(emulator),
        files: { "c.json": config },
      },
    );
    await emulator.close();
    const events = eventsOf(ended.stdout);
    const marked = ofType(events, "scope").filter(({ accepted }) => accepted);
    expect(marked).toMatchObject([{ kind: "scaleway.instance.server", outcome: "failed", count: 0 }]);
    expect(ofType(events, "finished")).toMatchObject([{ complete: false, acceptedGaps: 1 }]);
    expect(ended.code).toBe(0);
  });
});
