import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import type { DiscoverLine, WizardStreams } from "../../src/hosts/wizard/api.ts";
import { configsOf, placesOf, run, startCloud } from "../cli/run.ts";
import { startInProcess } from "./wizard.ts";

type Line<Name extends keyof WizardStreams> = WizardStreams[Name]["line"];

const ofType = <Any extends { readonly type: string }, Type extends Any["type"]>(lines: readonly Any[], type: Type) =>
  lines.filter((line): line is Extract<Any, { type: Type }> => line.type === type);

function reportOf(lines: readonly Line<"preflight">[]) {
  const [finished] = ofType(lines, "finished");
  if (finished === undefined) throw new Error(`the preflight did not finish: ${JSON.stringify(lines.at(-1))}`);
  return finished.report;
}

const kinds = ["ovh.cloud.project", "ovh.cloud.instance", "ovh.dns-zone"];

describe("an account that is connected through the calls alone", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    // Short of the zones; what is asked for later has what it asks for.
    const rules = ["/cloud/*", "/auth/*", "/me", "/me/*", "/cloud"].map((path) => ({ method: "GET", path }));
    emulator = await startCloud({ ovhRules: rules, ovhApproval: "validated" });
  });
  afterAll(() => emulator.close());

  it("is told which right the key lacks, gets a better one, and ends with a config of which a run is complete", async () => {
    const { client, folder } = await startInProcess(placesOf(emulator));
    const { ovh } = configsOf(emulator);
    await client.call("choose", { inventory: "ovh", credential: "ovh-application" });
    const { state } = await client.call("enter", { values: { ...ovh, kinds: kinds.join(",") } });
    expect(state).toMatchObject({ isReady: true, problems: [] });

    const first = await client.all("preflight", {});
    expect(first.map(({ type }) => type)).toEqual(expect.arrayContaining(["started", "check", "coverage", "finished"]));
    const short = reportOf(first);
    expect(short.verdict).toBe("usable-with-gaps");
    const missing = short.coverage.filter(({ status }) => status === "missing");
    expect([...new Set(missing.map(({ kind }) => kind))]).toEqual(["ovh.dns-zone"]);
    expect(missing.flatMap((row) => row.missing).join()).toContain("GET /domain/zone");
    expect(await client.call("state", {})).toHaveProperty("report", short);
    const answer = await client.refusal("keep", { form: "config", path: "short.json", pin: true }).catch(String);
    expect(answer).not.toContain("internal");

    const { grants } = await client.call("rights", {});
    expect(grants.map(({ form }) => form)).toContain("link");
    expect(grants.map(({ text }) => text).join("\n")).toContain("/domain/zone");

    const asked = await client.all("request", { timeoutSeconds: 60 });
    expect(asked.map(({ type }) => type)).toEqual(["approval", "approved"]);
    const [approval] = ofType(asked, "approval");
    expect(approval?.link).toMatch(/^https:/);
    const [approved] = ofType(asked, "approved");
    expect(approved?.state).toMatchObject({ isReady: true, chosen: { credential: "ovh-application" } });
    expect(approved?.state).not.toHaveProperty("report");

    const better = reportOf(await client.all("preflight", {}));
    expect(better.coverage.filter(({ status }) => status !== "granted")).toEqual([]);

    const { project_ids, kinds: known } = await client.call("choices", {});
    expect(project_ids?.choices).toMatchObject([{ value: emulator.projects.ovh[0], title: expect.any(String) }]);
    expect(known?.choices.map(({ value }) => value)).toEqual(expect.arrayContaining(kinds));

    const estimate = await client.call("estimate", {});
    expect(estimate.kinds.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
    expect(estimate.requests).toBeGreaterThan(0);

    const lines = await client.all("discover", {});
    const [finished] = ofType<DiscoverLine, "finished">(lines, "finished");
    expect(finished).toMatchObject({ complete: true });
    const [done] = ofType<DiscoverLine, "done">(lines, "done");
    expect(done).toMatchObject({ untold: 0, gaps: [] });
    expect(ofType<DiscoverLine, "resource">(lines, "resource")).toHaveLength(finished?.resources ?? -1);
    const [coverage] = ofType<DiscoverLine, "coverage-document">(lines, "coverage-document");
    expect(coverage?.total.resources).toBeGreaterThan(0);

    const kept = await client.call("keep", { form: "config", path: "ovh.json", pin: true });
    expect(kept).toMatchObject({ path: join(folder, "ovh.json"), next: expect.stringContaining("discover --config") });
    expect(kept.pinned?.toSorted()).toEqual(kinds.toSorted());
    expect(statSync(join(folder, "ovh.json")).mode & 0o777).toBe(0o600);
    const config = JSON.parse(readFileSync(join(folder, "ovh.json"), "utf8"));
    const ended = await run(["discover", "--config", "ovh.json", "--format", "ndjson"], {
      environment: placesOf(emulator),
      files: { "ovh.json": config },
    });
    expect(ended.stderr).toMatch(/complete/);
    expect(ended.code).toBe(0);

    const secrets = [config.consumer_key, ovh["consumer_key"], ovh["application_secret"], ovh["application_key"]];
    expect(secrets.filter((secret) => secret === undefined || client.heard.join().includes(secret))).toEqual([]);
  });

  it("looks again only at what failed", async () => {
    const { client } = await startInProcess(placesOf(emulator));
    await client.call("choose", { inventory: "ovh" });
    await client.call("enter", { values: configsOf(emulator).ovh });
    const askedOf = async (request: WizardStreams["preflight"]["request"]) =>
      ofType(await client.all("preflight", request), "started").flatMap(({ asked }) => asked);
    expect((await askedOf({ kinds })).toSorted()).toEqual(kinds.toSorted());
    expect(await askedOf({ kinds, again: true })).toEqual(["ovh.dns-zone"]);
    // Other kinds are another choice and no other key: what was found stays.
    await client.call("enter", { values: { kinds: kinds.join(",") } });
    expect(await askedOf({ again: true })).toEqual(["ovh.dns-zone"]);
  });

  it("says of what a run did not read why, and counts what it does not tell", async () => {
    const { client } = await startInProcess(placesOf(emulator));
    await client.call("choose", { inventory: "ovh" });
    await client.call("enter", { values: configsOf(emulator).ovh });
    const lines = await client.all("discover", { kinds, mostResources: 1 });
    expect(ofType<DiscoverLine, "resource">(lines, "resource")).toHaveLength(1);
    const [finished] = ofType<DiscoverLine, "finished">(lines, "finished");
    const [done] = ofType<DiscoverLine, "done">(lines, "done");
    expect(finished?.complete).toBe(false);
    expect(done?.untold).toBe((finished?.resources ?? 0) - 1);
    expect(done?.byKind.reduce((sum, { resources }) => sum + resources, 0)).toBe(finished?.resources);
    expect(done?.gaps).toMatchObject([{ outcome: "denied", isExpected: false, kinds: ["ovh.dns-zone"], scopes: 1 }]);
  });
});

describe("the approval of a key", () => {
  const ask = async (options: Parameters<typeof startCloud>[0], seconds: number) => {
    const emulator = await startCloud(options);
    try {
      const { client } = await startInProcess(placesOf(emulator));
      const { consumer_key, ...rest } = configsOf(emulator).ovh;
      await client.call("choose", { inventory: "ovh", credential: "ovh-application" });
      await client.call("enter", { values: rest });
      const lines = await client.all("request", { kinds, timeoutSeconds: seconds });
      return { lines, state: await client.call("state", {}) };
    } finally {
      await emulator.close();
    }
  };

  it.each([
    { name: "refuses", options: { ovhApproval: "refused" }, seconds: 60, ends: "refused" },
    { name: "does not decide", options: { ovhApproval: "never" }, seconds: 1, ends: "timed-out" },
  ] as const)("ends as $ends where the customer $name", async ({ options, seconds, ends }) => {
    const { lines, state } = await ask(options, seconds);
    expect(lines.map(({ type }) => type)).toEqual(["approval", ends]);
    expect(lines.at(-1)).toHaveProperty("error.message", expect.any(String));
    expect(state.isReady).toBe(false);
  });

  it("fails before the customer is asked where the provider does not answer, and where there is no such way", async () => {
    const faults = [{ match: "/auth/credential", status: 400, body: { message: "made to fail" } }];
    const { lines } = await ask({ faults }, 60);
    expect(lines.map(({ type }) => type)).toEqual(["failed"]);
    const { client } = await startInProcess();
    await client.call("choose", { inventory: "scaleway" });
    const refused = await client.all("request", {});
    expect(refused).toMatchObject([{ type: "failed", error: { code: "INVALID_CONFIG" } }]);
  });
});
