import { afterEach, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import type { PreflightReport } from "../../src/preflight/report.ts";
import { openOn } from "../providers/run.ts";
import { type PreflightRun, preflightOn } from "./run.ts";

const kind = "ovh-data-platform.bucket";
const now = () => Date.UTC(2026, 0, 1);

let emulator: Emulator;
afterEach(() => emulator?.close());

interface Case extends PreflightRun {
  readonly cloud?: EmulatorOptions;
}

/** A preflight of the emulated project; whatever it is about, its report holds no secret. */
async function examine({ cloud = {}, ...options }: Case = {}): Promise<PreflightReport> {
  emulator = await startEmulator({ now, ...cloud });
  const { api_key, secret_key } = { ...emulator.credentials.dataPlatform, ...options.config };
  const report = await preflightOn(emulator, "ovh-data-platform", { ...options, now });
  for (const secret of [api_key, secret_key]) expect(JSON.stringify(report)).not.toContain(secret);
  return report;
}

const checkOf = ({ checks }: PreflightReport, id: string) => checks.find((check) => check.id === id);

it("says who a key belongs to, that it is accepted, and until when, with two requests", async () => {
  const report = await examine({ config: { key_expires_at: "2026-12-31" } });
  expect(report).toMatchObject({
    verdict: "usable",
    account: "emulated-project",
    requests: 2,
    coverage: [{ kind, scope: "emulated-project", status: "granted" }],
    expiries: [{ at: "2026-12-31T00:00:00Z", daysLeft: 364 }],
  });
  expect(report.checks.filter(({ status }) => status !== "pass").map(({ id }) => id)).toEqual(["credential.bearer"]);
  expect(checkOf(report, "credential.identity")?.message).toBe("the API key belongs to inventory.reader");
  expect(emulator.statistics.paths.toSorted()).toEqual(["GET /datastore", "POST /iam/login"]);
});

it.each([
  ["a wrong secret key", { secret_key: "planted-secret-key-4711" }],
  ["a wrong API key", { api_key: "planted-api-key-4711" }],
])("fails for %s", async (_name, config) => {
  const report = await examine({ config });
  expect(report.verdict).toBe("not-usable");
  expect(checkOf(report, "credential.accepted")).toMatchObject({
    status: "fail",
    message: "the Data Platform refused api_key and secret_key (POST /iam/login, status 401)",
    remediation: expect.stringContaining("make a new API key"),
  });
  expect(checkOf(report, "provider.reachable")?.status).toBe("pass");
  expect(report.coverage).toMatchObject([{ kind, status: "unknown", reason: "the credential was refused" }]);
});

it("fails for a key that has ended, also where the config promises more", async () => {
  const cloud = { dataPlatform: { keyExpiresAt: "2025-12-31T00:00:00Z" } };
  const report = await examine({ cloud, config: { key_expires_at: "2026-12-31" } });
  expect(report.verdict).toBe("not-usable");
  expect(checkOf(report, "credential.accepted")?.status).toBe("fail");
});

it.each([
  ["2026-01-10", "warn", "the API key (as key_expires_at says) expires in 9 days, on 2026-01-10"],
  ["2026-01-01T12:00:00+02:00", "warn", "the API key (as key_expires_at says) expires in 0 days, on 2026-01-01"],
  ["2025-12-31", "fail", "the API key (as key_expires_at says) expired on 2025-12-31"],
])("announces the end on %s", async (key_expires_at, status, message) => {
  expect(checkOf(await examine({ config: { key_expires_at } }), "credential.expiry")).toMatchObject({
    status,
    message,
  });
});

it("says that it does not know when a key ends, and how to tell it", async () => {
  const report = await examine();
  expect(report.verdict).toBe("usable");
  expect(checkOf(report, "credential.expiry")).toMatchObject({
    status: "unknown",
    message: expect.stringContaining("set key_expires_at"),
  });
});

it("says that a right is missing where the key may not list buckets", async () => {
  const report = await examine({ cloud: { dataPlatform: { mayListBuckets: false } } });
  expect(report).toMatchObject({ verdict: "not-usable", coverage: [{ kind, status: "missing", missing: [] }] });
  expect(checkOf(report, "credential.accepted")?.status).toBe("pass");
  expect(checkOf(report, "object-storage.key-pair")?.status).toBe("pass");
  expect(checkOf(report, "rights.granted")?.status).toBe("fail");
});

it("tells a key that only the buckets refuse from a wrong one", async () => {
  const body = "<Error><Code>InvalidAccessKeyId</Code></Error>";
  const report = await examine({ cloud: { faults: [{ match: "/datastore", status: 403, body }] } });
  expect(report.verdict).toBe("not-usable");
  expect(checkOf(report, "object-storage.key-pair")).toMatchObject({
    status: "fail",
    remediation: expect.stringContaining("ForePaaS Directory"),
  });
});

it.each([
  ["is down", { status: 503, body: "planted-text-of-a-gateway" }, "fail"],
  ["has no time", { status: 429, body: "" }, "unknown"],
  ["hangs up", { reset: true }, "fail"],
])("knows nothing of rights where the platform %s", async (_name, fault, status) => {
  const report = await examine({ cloud: { faults: [{ match: "/", ...fault }] }, patienceMs: 300 });
  expect(checkOf(report, "provider.reachable")?.status).toBe(status);
  expect(checkOf(report, "credential.accepted")?.status).toBe("unknown");
  expect(report.coverage).toMatchObject([{ kind, status: "unknown" }]);
  expect(JSON.stringify(report)).not.toContain("planted");
});

it("names the subdomain where no project answers", async () => {
  const report = await examine({ cloud: { faults: [{ match: "/", status: 404, body: "<html></html>" }] } });
  expect(report.verdict).toBe("not-usable");
  expect(checkOf(report, "provider.reachable")).toMatchObject({
    status: "fail",
    message: expect.stringContaining("no Data Platform project answers at project_subdomain"),
    remediation: expect.stringContaining("check project_subdomain"),
  });
});

it.each([
  ["a login without a token", { error: "planted-text" }],
  ["a token that cannot be a header", { token: "planted\ntext" }],
])("does not take %s for a login", async (_name, body) => {
  const report = await examine({ cloud: { faults: [{ match: "/iam/login", status: 200, body }] } });
  expect(checkOf(report, "credential.accepted")?.status).toBe("unknown");
  expect(report.coverage).toMatchObject([{ status: "granted" }]);
  expect(JSON.stringify(report)).not.toContain("planted");
});

it("does not name a bearer whose name repeats a secret", async () => {
  const token = "planted-token-0815";
  const body = { token, login: `key ${token}`, uid: 7 };
  const report = await examine({ cloud: { faults: [{ match: "/iam/login", status: 200, body }] } });
  expect(checkOf(report, "credential.accepted")?.status).toBe("pass");
  expect(checkOf(report, "credential.identity")).toBeUndefined();
  expect(JSON.stringify(report)).not.toContain(token);
});

it("compares the project with the one that is expected", async () => {
  const report = await examine({ expectedAccount: "another-project" });
  expect(checkOf(report, "account.expected")?.status).toBe("fail");
});

it("tells at once what one request tells", async () => {
  emulator = await startEmulator();
  const provider = await openOn(emulator, "ovh-data-platform");
  const context = newContext(new AbortController().signal);
  expect(await provider.examineBriefly(await provider.load(provider.kinds), context)).toMatchObject({
    coverage: [{ kind, status: "granted" }],
  });
  expect(await provider.accountOf(context)).toBe("emulated-project");
  expect(context.traffic.requests).toBe(1);
});
