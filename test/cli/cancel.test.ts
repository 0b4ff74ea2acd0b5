import { describe, expect, test, vi } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { never, patiently } from "../patience.ts";
import { eventsOf, ofType, run, startCloud } from "./run.ts";

const kinds = ["ovh.cloud.project", "ovh.cloud.volume", "scaleway.instance.server", "scaleway.object.bucket"];
const discover = ["discover", "--kinds", kinds.join()];
// No answer comes within the test's patience: a run that ends at all has aborted its open requests.
const silent: EmulatorOptions = { latencyMs: never };
const cancelled = { code: "CANCELLED", reason: "the run was cancelled" };

describe.concurrent.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test("ends the run at once: each scope and the footer say CANCELLED", async () => {
    const emulator = await startCloud(silent);
    const args = [...discover, "--format", "ndjson"];
    const ended = await run(args, {
      environment: emulator.environment,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.inFlight > 5, patiently);
        child.kill(signal);
      },
    });
    await emulator.close();
    const events = eventsOf(ended.stdout);
    const finished = ofType(events, "finished");
    expect(finished.map(({ inventory }) => inventory).toSorted()).toEqual(["ovh", "scaleway"]);
    for (const footer of finished) expect(footer).toMatchObject({ complete: false, ...cancelled });
    expect(events.at(-1)?.type).toBe("finished");
    const scopes = ofType(events, "scope");
    expect(new Set(scopes.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const scope of scopes) expect(scope).toMatchObject({ outcome: "failed", count: 0, ...cancelled });
    expect(ended.stderr).toMatch(/^0 resources,/m);
    expect(ended.code).toBe(130);
  });
});

describe.concurrent("an interrupted run", () => {
  test("keeps and prints what it had", async () => {
    // OVHcloud answers, Scaleway does not.
    const emulator = await startCloud({ faults: [{ match: /^\/(instance|block|$|\?)/, delayMs: never }] });
    const ended = await run([...discover, "--format", "ndjson"], {
      environment: emulator.environment,
      meanwhile: async (child) => {
        let text = "";
        child.stdout?.on("data", (more: string) => {
          text += more;
        });
        const isRead = () => text.includes('{"type":"scope","inventory":"ovh","kind":"ovh.cloud.project"');
        await vi.waitUntil(
          () => child.exitCode !== null || (isRead() && emulator.statistics.inFlight >= 10),
          patiently,
        );
        child.kill("SIGINT");
      },
    });
    await emulator.close();
    expect(ofType(eventsOf(ended.stdout), "resource").map(({ resource }) => resource.kind)).toContain(
      "ovh.cloud.project",
    );
    expect(ended.stderr).toMatch(/^ovh\.cloud\.project +1 +1 {2}completed$/m);
    expect(ended.stderr).toMatch(/^scaleway\.instance\.server +0 +10 {2}failed$/m);
    expect(ended.stderr).toMatch(/^scaleway\.object\.bucket +0 +4 {2}failed$/m);
    expect(ended.stderr).toMatch(/^ {2}14 failed: the run was cancelled$/m);
    expect(ended.stderr).toMatch(/NOT COMPLETE/);
    expect(ended.code).toBe(130);
  });

  test("that is to be quiet says that its file was not written, and no more", async () => {
    const emulator = await startCloud(silent);
    const ended = await run([...discover, "--format", "json", "-q", "-o", "out.json"], {
      environment: emulator.environment,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.inFlight > 0, patiently);
        child.kill("SIGINT");
      },
    });
    await emulator.close();
    expect(ended).toMatchObject({
      code: 130,
      stdout: "",
      stderr: "",
      notes: expect.arrayContaining([
        "note: this run wrote no document; out.json is as it was, and out.json.status.json says why\n",
      ]),
    });
    expect(Object.keys(ended.files)).toEqual(["out.json.status.json"]);
  });

  test.each(["json", "csv"])("prints nothing of a document that is told at the end: %s", async (format) => {
    const emulator = await startCloud(silent);
    const ended = await run([...discover, "--format", format], {
      environment: emulator.environment,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.inFlight > 0, patiently);
        child.kill("SIGINT");
      },
    });
    await emulator.close();
    expect(ended).toMatchObject({ code: 130, stdout: "", stderr: expect.stringContaining("NOT COMPLETE") });
  });

  test("ends at the second signal whatever it waits for", async () => {
    const emulator = await startCloud(silent);
    const ended = await run(discover, {
      environment: emulator.environment,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.inFlight > 0, patiently);
        child.kill("SIGINT");
        child.kill("SIGTERM");
      },
    });
    await emulator.close();
    expect(ended.code).toBe(130);
  });

  test("by its deadline is incomplete, not cancelled, and names the deadline", async () => {
    const emulator = await startCloud(silent);
    const ended = await run([...discover, "--deadline", "0.5", "--format", "json"], {
      environment: emulator.environment,
    });
    await emulator.close();
    const { scopes, finished } = JSON.parse(ended.stdout) as Record<string, unknown[]>;
    const reason = "the deadline of 0.5 s passed before this was read";
    for (const scope of scopes ?? []) expect(scope).toMatchObject({ outcome: "failed", code: "CANCELLED", reason });
    expect(finished).toHaveLength(2);
    for (const footer of finished ?? []) expect(footer).toMatchObject({ complete: false, code: "CANCELLED", reason });
    expect(ended.code).toBe(4);
  });
});
