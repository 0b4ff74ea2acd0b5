import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { PreflightEvent } from "../../src/index.ts";
import { reportOf } from "../preflight/run.ts";
import { openOvh, openScaleway } from "./open.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

const small: EmulatorOptions = { ovhProjects: 1, ovhRegions: 1, scalewayProjects: 1, zones: 1, resources: 1 };

async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  emulator = await startEmulator({ ...small, ...options });
  return emulator;
}

async function all(events: AsyncIterable<PreflightEvent>): Promise<PreflightEvent[]> {
  const told: PreflightEvent[] = [];
  for await (const event of events) told.push(event);
  return told;
}

const ids = (events: readonly PreflightEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === "check" ? [event.check.id] : []));

describe("the events of a preflight", () => {
  test.each([
    { cloud: "OVHcloud", open: openOvh },
    { cloud: "Scaleway", open: openScaleway },
  ])("add up to the report of $cloud, which the promise is too", async ({ open }) => {
    const inventory = await open(await start());
    const kinds = ["storage"];
    const {
      durationMs: _took,
      checkedAt: _at,
      requests,
      ...told
    } = reportOf(await all(inventory.preflightEvents({ kinds })));
    const promised = await inventory.preflight({ kinds });
    expect(told).toEqual({ ...told, verdict: promised.verdict, checks: promised.checks, coverage: promised.coverage });
    expect(requests).toBe(promised.requests);
  });

  test("tell who it is while the regions are still asked for", async () => {
    await start();
    // The regions are answered once the reader has been told who it is: told at the end, it would never come to that.
    let answerRegions = (): void => {};
    const isHeard = new Promise<void>((resolve) => {
      answerRegions = resolve;
    });
    const real = globalThis.fetch;
    vi.stubGlobal("fetch", async (...input: Parameters<typeof fetch>) => {
      const { pathname } = new URL(input[0] instanceof Request ? input[0].url : input[0]);
      if (pathname.endsWith("/region")) await isHeard;
      return real(...input);
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const inventory = await openOvh(emulator);
    const told: PreflightEvent[] = [];
    for await (const event of inventory.preflightEvents({ kinds: ["ovh.cloud.instance"] })) {
      told.push(event);
      if (event.type === "check" && event.check.id === "credential.excess") answerRegions();
    }
    expect(ids(told).slice(0, 3)).toEqual(["credential.accepted", "credential.identity", "surroundings.clock"]);
    expect(reportOf(told).verdict).toBe("usable");
  });

  test("of a refused key are one check that failed", async () => {
    await start();
    const inventory = await openScaleway(emulator, { scw_secret_key: "11111111-1111-4111-8111-111111111111" });
    const report = reportOf(await all(inventory.preflightEvents()));
    expect(report).toMatchObject({ verdict: "not-usable" });
    expect(report.checks.filter(({ status }) => status === "fail").map(({ id }) => id)).toContain(
      "credential.accepted",
    );
  });

  test("end as cancelled where the signal is aborted, and stop asking where the reader leaves", async () => {
    await start({ latencyMs: 20 });
    const inventory = await openScaleway(emulator);
    const stop = new AbortController();
    const cancelled = (async () => {
      for await (const event of inventory.preflightEvents({ signal: stop.signal }))
        if (event.type === "started") stop.abort();
    })();
    await expect(cancelled).rejects.toMatchObject({ code: "CANCELLED" });
    for await (const event of inventory.preflightEvents()) if (event.type === "started") break;
    inventory.close();
    await expect(all(inventory.preflightEvents())).rejects.toMatchObject({ code: "CANCELLED" });
  });

  test("hold no key", async () => {
    await start();
    const text = JSON.stringify(await all((await openOvh(emulator)).preflightEvents()));
    const { endpoint: _public, ...secrets } = emulator.credentials.ovhApplication;
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  });
});

describe("looking again at what failed", () => {
  const kinds = ["scaleway.object.bucket", "scaleway.secret.secret"];
  const rules = [{ permissionSets: ["ObjectStorageBucketsRead", "IAMReadOnly"], scope: "all-projects" }] as const;

  test("asks for the rest alone, and says when the others were found", async () => {
    await start({ scalewayRules: rules });
    const inventory = await openScaleway(emulator);
    const first = reportOf(await all(inventory.preflightEvents({ kinds })));
    expect(first.verdict).toBe("usable-with-gaps");
    const events = await all(inventory.preflightEvents({ kinds, onlyFailed: true }));
    expect(events[0]).toMatchObject({ type: "started", kinds, asked: ["scaleway.secret.secret"] });
    const second = reportOf(events);
    expect(second.requests).toBeLessThan(first.requests);
    const plain = ({ kind, scope, status }: (typeof first.coverage)[number]) => `${kind}@${scope} ${status}`;
    expect(second.coverage.map(plain).sort()).toEqual(first.coverage.map(plain).sort());
    const [taken] = second.coverage.filter(({ kind }) => kind === "scaleway.object.bucket");
    expect(taken?.checkedAt).toBe(first.checkedAt);
    expect(second.coverage.find(({ kind }) => kind === "scaleway.secret.secret")?.checkedAt).toBeUndefined();
    expect(second.verdict).toBe(first.verdict);
    expect(ids(events)).toContain("object-storage.key-pair");
  });

  test("does not call the rights of the others too much", async () => {
    await start({
      ovhRules: ["/cloud/project", "/cloud/project/*/volume", "/auth/*"].map((path) => ({ method: "GET", path })),
    });
    const inventory = await openOvh(emulator);
    const chosen = ["ovh.cloud.volume", "ovh.vps"];
    const first = await inventory.preflight({ kinds: chosen });
    const events = await all(inventory.preflightEvents({ kinds: chosen, onlyFailed: true }));
    expect(events[0]).toMatchObject({ asked: ["ovh.vps"] });
    const excess = (report: typeof first) => report.checks.filter(({ id }) => id === "credential.excess");
    expect(excess(reportOf(events))).toEqual(excess(first));
  });

  test("asks for the rest alone where a required kind keeps the key from being of use", async () => {
    const paths = ["/cloud/project", "/cloud/project/*/volume", "/auth/*"];
    await start({ ovhRules: paths.map((path) => ({ method: "GET", path })) });
    const inventory = await openOvh(emulator);
    const chosen = ["ovh.cloud.project", "ovh.cloud.volume"];
    const first = await inventory.preflight({ kinds: chosen });
    expect(first.verdict).toBe("not-usable");
    const events = await all(inventory.preflightEvents({ kinds: chosen, onlyFailed: true }));
    expect(events[0]).toMatchObject({ asked: ["ovh.cloud.project"] });
    expect(reportOf(events).verdict).toBe("not-usable");
  });

  test("takes nothing over once the key is refused", async () => {
    await start({ scalewayRules: rules });
    const inventory = await openScaleway(emulator);
    await inventory.preflight({ kinds });
    emulator.addFault({ match: /./, status: 401, body: { type: "denied_authentication", reason: "expired" } });
    const report = reportOf(await all(inventory.preflightEvents({ kinds, onlyFailed: true })));
    expect(report.verdict).toBe("not-usable");
    expect(report.coverage.map(({ kind, status }) => [kind, status]).sort()).toEqual(
      kinds.map((kind) => [kind, "unknown"]),
    );
  });

  test("looks at everything where nothing was looked at, or other kinds were", async () => {
    await start({ scalewayRules: rules });
    const inventory = await openScaleway(emulator);
    const asked = async (chosen: readonly string[]) =>
      (await all(inventory.preflightEvents({ kinds: chosen, onlyFailed: true })))[0];
    expect(await asked(["scaleway.object.bucket"])).toMatchObject({ asked: ["scaleway.object.bucket"] });
    expect(await asked(kinds)).toMatchObject({ asked: kinds });
  });
});
