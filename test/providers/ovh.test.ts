import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { createOvhApplication } from "../../src/providers/ovh/credentials/application.ts";
import { kindsOfPatterns } from "../kinds-with-rows.ts";
import { discoverOn, idsOf } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startEmulator({ ovhProjects: 2, ovhRegions: 2, resources: 3, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const asked = (path: string): number => emulator.statistics.paths.filter((line) => line.includes(path)).length;

describe("the OVHcloud credential", () => {
  // The signature of the README of ovh/go-ovh gives the vectors.
  it.each([
    ["GET", "https://eu.api.ovh.com/1.0/cloud/project", undefined, "$1$ed4402845139e0c2fe860b46db7b2479a6a96aeb"],
    [
      "POST",
      "https://eu.api.ovh.com/v2/iam/authorization/check",
      '{"actions":["vps:apiovh:get"]}',
      "$1$d5f2450a13861c8a0b0c9aa77bc38368ccf0a46a",
    ],
  ] as const)("signs %s %s", async (method, url, body, signature) => {
    const credential = createOvhApplication({
      endpoint: "ovh-eu",
      applicationKey: "APPKEY00",
      applicationSecret: "APPSECRET",
      consumerKey: "CONSUMERKEY",
      base: new URL("https://eu.api.ovh.com/1.0"),
      now: () => 1_700_000_000_000,
    });
    const request = { method, url: new URL(url), headers: {}, label: "", ...(body === undefined ? {} : { body }) };
    expect(await credential.authorize(request)).toMatchObject({
      "X-Ovh-Timestamp": "1700000000",
      "X-Ovh-Signature": signature,
    });
    expect(credential.describe()).toBe("ovh-application on ovh-eu");
  });

  it("does not ask for the time where the clocks agree", async () => {
    await start();
    const { finished } = await discoverOn(emulator, "ovh");
    expect(finished).toMatchObject({ complete: true });
    expect(asked("/auth/time")).toBe(0);
  });

  it.each([3600, -3600])("asks for the time once for all where the server is %i s ahead", async (clockSkewSeconds) => {
    await start({ clockSkewSeconds });
    const { finished } = await discoverOn(emulator, "ovh");
    expect(finished).toMatchObject({ complete: true });
    expect(asked("/auth/time")).toBe(1);
  });

  it("rules a wrong clock out before it blames the keys for a signature", async () => {
    await start();
    const invalid = { status: 400, body: { errorCode: "INVALID_SIGNATURE", message: "Invalid signature" } };
    emulator.addFault({ match: "/cloud/project", ...invalid, times: 1 });
    expect((await discoverOn(emulator, "ovh")).finished).toMatchObject({ complete: true });
    expect(asked("/auth/time")).toBe(1);

    const config = { application_secret: "0".repeat(32) };
    emulator.resetStatistics();
    const { finished, scopes } = await discoverOn(emulator, "ovh", { config, kinds: ["ovh.cloud.*"] });
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
    expect(scopes[0]?.reason).toContain("application_secret");
    expect(emulator.statistics.requests).toBe(3);
  });

  it("reads the time when a signature is refused as out of time", async () => {
    // Its clock jumps between the arrival of the first request and the look at its signature.
    let isRunning = false;
    await start({ now: () => Date.now() + (isRunning && asked("/cloud/project") > 0 ? 300_000 : 0) });
    isRunning = true;
    const { finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.instance"] });
    expect(finished).toMatchObject({ complete: true });
    expect(asked("/auth/time")).toBe(1);
  });

  it("stops everything when the consumer key is refused", async () => {
    await start({ ovhCredential: { expiration: "2020-01-01T00:00:00Z" } });
    const { finished, scopes } = await discoverOn(emulator, "ovh");
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
    expect(scopes.every(({ code }) => code === "UNAUTHENTICATED")).toBe(true);
    expect(emulator.statistics.requests).toBeLessThanOrEqual(4);
  });
});

describe("OVHcloud's scopes", () => {
  it("finds everything, joins volumes to instances, and asks for the projects once", async () => {
    await start();
    const { resources, finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.*"] });
    expect(finished.complete).toBe(true);
    for (const [kind, ids] of emulator.expectedIds()) {
      if (kind.startsWith("ovh.") && kindsOfPatterns.includes(kind))
        expect(idsOf(resources.filter((one) => one.kind === kind)), kind).toEqual([...ids].sort());
    }
    const urns = new Set(resources.map(({ urn }) => urn));
    const stored = resources.filter(({ kind }) => /^ovh\.cloud\.(instance|volume)/.test(kind));
    const relations = stored.flatMap(({ details }) => details.relations);
    expect(relations.length).toBeGreaterThan(0);
    for (const { urn } of relations) expect(urns).toContain(urn);
    expect(emulator.statistics.paths.filter((line) => /\/cloud\/project$/.test(line))).toHaveLength(1);
    const described = emulator.statistics.paths
      .filter((path) => path.includes("noObjects=true"))
      .flatMap((path) => path.replace(/^.*\/storage\/|\?.*$/g, "").split(","));
    expect(described.sort()).toEqual([...(emulator.expectedIds().get("ovh.cloud.bucket") ?? [])].sort());
  });

  it("does not believe an account without projects", async () => {
    await start({ ovhProjects: 0 });
    const { finished, scopes } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.*"] });
    expect(finished.complete).toBe(false);
    expect(scopes.map(({ outcome, code, scope }) => [outcome, code, scope])).toEqual(
      scopes.map(() => ["failed", "NOT_FOUND", "account"]),
    );
  });

  it("ends every kind for the account when the projects cannot be listed", async () => {
    await start({ ovhRules: [{ method: "GET", path: "/cloud/project/*" }] });
    const { scopes, finished } = await discoverOn(emulator, "ovh");
    expect(new Set(scopes.map(({ outcome, scope }) => `${outcome} ${scope}`))).toEqual(new Set(["denied account"]));
    expect(finished.complete).toBe(false);
  });

  it("needs no list of projects where the operator names them", async () => {
    await start();
    const [project = ""] = emulator.projects.ovh;
    await emulator.close();
    const paths = [`/cloud/project/${project}*`, `/publicCloud/project/${project}/*`];
    await start({ ovhRules: paths.map((path) => ({ method: "GET", path })) });
    const { scopes, finished } = await discoverOn(emulator, "ovh", {
      config: { project_ids: project },
      kinds: ["ovh.cloud.*"],
    });
    expect(scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered")).toEqual([]);
    expect(finished.complete).toBe(true);
  });

  it("reports a project that is not there", async () => {
    await start();
    const { scopes, finished } = await discoverOn(emulator, "ovh", {
      config: { project_ids: "0".repeat(32) },
      kinds: ["ovh.cloud.*"],
    });
    expect(new Set(scopes.map(({ outcome, code }) => `${outcome} ${code}`))).toEqual(new Set(["failed NOT_FOUND"]));
    expect(finished.complete).toBe(false);
  });

  it.each([
    ["an answer that fails", { status: 500 }],
    ["no region at all", { status: 200, body: [] }],
    ["an entry that is no id", { status: 200, body: ["GRA11", ".."] }],
  ])("names the project whose regions are unknown: %s", async (_name, fault) => {
    await start();
    const [project = ""] = emulator.projects.ovh;
    emulator.addFault({ match: new RegExp(`/cloud/project/${project}/region$`), ...fault });
    const { scopes, finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.bucket"] });
    expect(scopes.find(({ scope }) => scope === project)).toMatchObject({ outcome: "failed", count: 0 });
    expect(scopes.some(({ outcome, count }) => outcome === "completed" && count > 0)).toBe(true);
    expect(finished.complete).toBe(false);
  });

  it("lets a region that lists the product overrule its absence", async () => {
    await start();
    emulator.addFault({
      match: /\/region\/[^/]+\/storage$/,
      status: 404,
      body: { class: "Client::NotFound", message: "Got an invalid (or empty) URL" },
    });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.bucket"] });
    const contradicted = scopes.filter(({ outcome }) => outcome === "failed");
    expect(contradicted.length).toBeGreaterThan(0);
    for (const { code, reason } of contradicted) {
      expect(code).toBe("INVALID_RESPONSE");
      expect(reason).toContain("lists the product");
    }
    expect(scopes.filter(({ outcome }) => outcome === "completed")).toEqual([]);
  });

  it("cannot tell an absence while the region itself cannot be read", async () => {
    await start({ notOffered: { "ovh.cloud.bucket": ["GRA11", "SBG5", "DE1", "GRA", "SBG", "DE"] } });
    emulator.addFault({ match: /\/region\/[^/]+$/, status: 500 });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.bucket"] });
    expect(scopes.map(({ outcome }) => outcome)).not.toContain("not-offered");
  });

  it.each([
    ["that went in between, is left out", 1, "completed", 2],
    // What is listed twice exists: it is told as it is listed, and the gap names it.
    ["that is listed twice and never found, is told as it is listed, and a gap", 2, "partial", 3],
  ])("a bucket %s", async (_name, times, outcome, count) => {
    await start({ ovhProjects: 1, ovhRegions: 1 });
    const [name = ""] = emulator.expectedIds().get("ovh.cloud.bucket") ?? [];
    emulator.addFault({
      // The bucket alone: it is not what a batch answers with.
      match: `/storage/${name}?`,
      status: 404,
      body: { class: "Client::NotFound", message: "This service does not exist" },
      times,
    });
    const { scopes, resources } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.bucket"] });
    const gaps = scopes.filter((scope) => scope.count > 0);
    // A second pass that finds the bucket again reports it: it was there all along.
    expect(gaps).toMatchObject([{ outcome, count: outcome === "completed" ? 3 : count }]);
    expect(new Set(idsOf(resources)).size).toBe(resources.length);
  });

  it("reports an expired database as expired", async () => {
    await start({ ovhProjects: 1 });
    const [id = ""] = emulator.expectedIds().get("ovh.cloud.database") ?? [];
    emulator.addFault({ match: `/database/service/${id}`, status: 460, body: { message: "This Service is expired" } });
    const { resources, finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.database"] });
    expect(resources.find(({ urn }) => urn.endsWith(id))?.details.status).toBe("expired");
    expect(finished.complete).toBe(true);
  });
});

describe("OVHcloud under attack", () => {
  it("renews the clock while every slot is taken", async () => {
    await start({ ovhProjects: 40, latencyMs: 2 });
    emulator.addFault({
      match: "/instance",
      status: 400,
      body: { errorCode: "QUERY_TIME_OUT", message: "Query out of time" },
      times: 1,
    });
    const { finished } = await discoverOn(emulator, "ovh", {
      kinds: ["ovh.cloud.instance"],
      config: { max_in_flight: "2" },
    });
    expect(finished).toMatchObject({ complete: true, resources: 120 });
    expect(asked("/auth/time")).toBe(1);
  });

  it("does not take another project's detail for the one it asked for", async () => {
    await start();
    const [one = "", two = ""] = emulator.projects.ovh;
    emulator.addFault({
      match: new RegExp(`/cloud/project/${one}$`),
      status: 200,
      body: { project_id: two, status: "ok" },
    });
    const { finished, scopes, resources } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.project"] });
    expect(scopes).toMatchObject([{ outcome: "partial", code: "INVALID_RESPONSE", count: 2 }]);
    expect(scopes[0]?.reason).toContain(one);
    expect(resources.map(({ name }) => name)).toContain(one);
    expect(finished.complete).toBe(false);
  });

  it.each([
    ["nothing", {}],
    ["a message", { message: "Service is busy" }],
    ["another item", { id: "another", name: "another", project_id: "another", engine: "mysql" }],
    ["a list", []],
  ])("does not take %s for the detail of a bucket, a database or a project", async (_name, body) => {
    await start();
    const [project = ""] = emulator.projects.ovh;
    const [bucket = ""] = emulator.expectedIds().get("ovh.cloud.bucket") ?? [];
    const [database = ""] = emulator.expectedIds().get("ovh.cloud.database") ?? [];
    for (const path of [`/cloud/project/${project}`, `/storage/${bucket}`, `/database/service/${database}`]) {
      emulator.addFault({ match: new RegExp(`${path}(\\?|$)`), status: 200, body });
    }
    const kinds = ["ovh.cloud.project", "ovh.cloud.bucket", "ovh.cloud.database"] as const;
    const { scopes, resources, finished } = await discoverOn(emulator, "ovh", { kinds });
    const gaps = scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
    expect(gaps.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual(
      kinds.map((kind) => `${kind} partial`).sort(),
    );
    expect(gaps.every(({ warnings }) => warnings.length === 1)).toBe(true);
    expect(idsOf(resources)).toEqual(kinds.flatMap((kind) => emulator.expectedIds().get(kind) ?? []).sort());
    expect(finished.complete).toBe(false);
  });

  it("reads a detail again that was none", async () => {
    await start();
    const [database = ""] = emulator.expectedIds().get("ovh.cloud.database") ?? [];
    emulator.addFault({ match: `/database/service/${database}`, status: 200, body: {}, times: 1 });
    const { resources, finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.database"] });
    expect(finished.complete).toBe(true);
    expect(resources.every(({ details }) => details.attributes["engine"] !== undefined)).toBe(true);
  });

  it("does not report a configured project that answers with another one", async () => {
    await start();
    const [one = "", two = ""] = emulator.projects.ovh;
    emulator.addFault({ match: new RegExp(`/cloud/project/${one}$`), status: 200, body: { project_id: two } });
    const run = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.project"], config: { project_ids: one } });
    expect(run.scopes).toMatchObject([{ outcome: "failed", code: "INVALID_RESPONSE", count: 0 }]);
  });

  it.each([
    ["a status of 206", { status: 206 }],
    ["a Link to more", { status: 200, headers: { Link: '</1.0/instance?page=2>; rel="next"' } }],
    ["another total that is higher", { status: 200, headers: { "X-Total-Count": "500" } }],
    ["a cursor to more", { status: 200, headers: { "X-Pagination-Cursor-Next": "more" } }],
    ["a total that is higher", { status: 200, headers: { "X-Pagination-Elements": "500" } }],
  ])("does not take a part for the whole: %s", async (_name, fault) => {
    await start({ ovhProjects: 1 });
    emulator.addFault({ match: "/instance", body: [{ id: "one" }], ...fault });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.instance"] });
    expect(scopes).toMatchObject([{ outcome: "failed", code: "INVALID_RESPONSE", count: 0 }]);
  });

  it("does not let two items hide behind one id", async () => {
    await start({ ovhProjects: 1 });
    const body = [
      { id: "same", name: "one", region: "GRA" },
      { id: "same", name: "two", region: "SBG" },
    ];
    emulator.addFault({ match: /\/storage\?includeType/, status: 200, body });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.swift-container"] });
    expect(scopes).toMatchObject([{ outcome: "partial", count: 1 }]);
  });

  it("does not call an unknown route of a project an absent product", async () => {
    await start();
    emulator.addFault({
      match: "/instance",
      status: 404,
      body: { class: "Client::NotFound", message: "Got an invalid (or empty) URL" },
    });
    const { finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.instance"] });
    expect(finished).toMatchObject({ complete: false, outcomes: { "not-offered": 0 } });
  });

  it("repeats no sentence of a stranger", async () => {
    await start();
    const details = { unauthorizedActionsByIAM: "password is hunter2, call Bob" };
    emulator.addFault({
      match: "/instance",
      status: 403,
      body: { class: "Client::Forbidden", message: "User not granted for this request", details },
    });
    const { events } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.instance"] });
    expect(JSON.stringify(events)).not.toContain("hunter2");
  });

  it("reports a configured project that has expired", async () => {
    await start();
    const [project = ""] = emulator.projects.ovh;
    emulator.addFault({
      match: new RegExp(`/cloud/project/${project}$`),
      status: 460,
      body: { message: "This Service is expired" },
    });
    const { resources } = await discoverOn(emulator, "ovh", {
      kinds: ["ovh.cloud.project"],
      config: { project_ids: project },
    });
    expect(resources.map(({ details }) => details.status)).toEqual(["expired"]);
  });
});

describe("OVHcloud's regions", () => {
  const run = (regions: string, kinds = ["ovh.cloud.bucket", "ovh.cloud.instance"]) =>
    discoverOn(emulator, "ovh", { kinds, config: { regions } });

  it("narrow what is listed by region, and leave whole what is listed by project", async () => {
    await start();
    const { scopes, finished, resources } = await run("GRA");
    const [one, two] = emulator.projects.ovh;
    expect(finished.complete).toBe(true);
    expect(scopes.map(({ kind, scope }) => `${kind}@${scope}`).sort()).toEqual(
      [one, two].flatMap((id) => [`ovh.cloud.bucket@${id}/GRA`, `ovh.cloud.instance@${id}`]).sort(),
    );
    expect(asked("/region/GRA11/")).toBe(0);
    const servers = resources.filter(({ kind }) => kind === "ovh.cloud.instance");
    expect(idsOf(servers)).toEqual([...(emulator.expectedIds().get("ovh.cloud.instance") ?? [])].sort());
  });

  it("end by name where no project has them", async () => {
    await start();
    const { scopes, finished } = await run("GRA,GRB", ["ovh.cloud.bucket"]);
    expect(scopes.find(({ scope }) => scope === "account/GRB")).toMatchObject({
      outcome: "failed",
      code: "NOT_FOUND",
      reason: 'regions: no project has it: unknown region "GRB"; did you mean "GRA"?',
    });
    expect(finished).toMatchObject({ complete: false, outcomes: { completed: 2, failed: 1 } });
  });

  it("are not called unknown where a project could not say which it has", async () => {
    await start({ faults: [{ match: /\/region$/, status: 400, body: {} }] });
    const { scopes } = await run("GRB", ["ovh.cloud.bucket"]);
    expect(scopes.map(({ scope, outcome }) => [scope, outcome])).toEqual(
      emulator.projects.ovh.map((id) => [id, "failed"]),
    );
  });
});
