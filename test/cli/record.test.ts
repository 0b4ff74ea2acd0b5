import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { PreflightReport } from "../../src/preflight/report.ts";
import { configsOf, eventsOf, ofType, placesOf, run, startCloud } from "./run.ts";

type Files = Awaited<ReturnType<typeof run>>["files"];

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "recording-"));
  folders.push(folder);
  return folder;
}

/** The files of a recording, in a folder of their own; `change` may plant something in them. */
function placed(files: Files, change = (text: string): string => text): string {
  const folder = newFolder();
  for (const [path, { text }] of Object.entries(files)) {
    if (!path.startsWith("answers/")) continue;
    const file = join(folder, path.slice("answers/".length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(text));
  }
  return folder;
}

async function started(starting: Promise<Emulator>): Promise<Emulator> {
  const emulator = await starting;
  onTestFinished(() => emulator.close());
  return emulator;
}

/** What a run came to, place by place, without anybody's ids. */
function outcomesIn(ndjson: string): readonly string[] {
  const scopes = ofType(eventsOf(ndjson), "scope");
  return scopes
    .map(({ kind, outcome, count, code, notGranted }) => `${kind} ${outcome} ${count} ${code} ${notGranted}`)
    .sort();
}

const discover = ["discover", "--format", "ndjson", "--quiet", "--kinds", "all"];
const recorded = [...discover, "--record", "answers"];

const notFound = { class: "Client::NotFound", message: "Got an invalid (or empty) URL" };
const faults: EmulatorOptions["faults"] = [
  {
    match: "/cloud/project",
    times: 1,
    status: 429,
    headers: { "Retry-After": "0" },
    body: { message: "Too many requests" },
  },
  { match: "/kube", status: 403, body: { errorCode: "NOT_GRANTED_CALL", message: "This call has not been granted" } },
  { match: /region\/[A-Z0-9]+\/gateway/, status: 404, body: notFound },
  { match: "/vps", truncate: true },
  { match: "/fr-par-1/servers", status: 404, body: { message: "unknown service" } },
  {
    match: "/nl-ams/secrets",
    status: 403,
    body: {
      type: "permissions_denied",
      message: "insufficient permissions",
      details: [{ action: "read", resource: "secret" }],
    },
  },
  { match: "/rdb/", times: 1, status: 500, body: "" },
  { match: "/redis/v1/zones/fr-par-1", status: 400, body: { message: "Unknown zone in path" } },
  { match: "/snapshots", status: 200, body: { nothing: [] } },
];

describe("a recording", () => {
  test("is replayed to the same outcomes and counts, refusals and faults included", async () => {
    const cloud = await started(startCloud({ faults, scalewayProjects: 2 }));
    const first = await run(recorded, { environment: cloud.environment });
    expect(first.notes.join("")).toMatch(/answers holds the answers to \d+ requests of \d+ routes, scrubbed/);
    const replay = await started(startEmulator({ replay: placed(first.files) }));
    const again = await run(discover, { environment: replay.environment });
    expect(outcomesIn(first.stdout)).toEqual(outcomesIn(again.stdout));
    const outcomes = new Set(ofType(eventsOf(first.stdout), "scope").map(({ outcome }) => outcome));
    expect([...outcomes]).toEqual(expect.arrayContaining(["completed", "denied", "not-offered", "failed"]));
    expect(again.code).toBe(first.code);
  });

  test("of a whole account is complete in its replay, as the command serves it", async () => {
    const cloud = await started(
      startCloud({ ovhProjects: 2, ovhRegions: 3, scalewayProjects: 2, scalewayBearer: "owner" }),
    );
    const environment = { ...cloud.environment, SCW_DEFAULT_ORGANIZATION_ID: cloud.scalewayOrganizationId };
    const first = await run([...recorded, "--scope", "organization", "--provider", "scaleway"], { environment });
    const replay = await started(startEmulator({ replay: placed(first.files) }));
    expect(Object.keys(replay.environment).filter((name) => name.startsWith("OVH_"))).toEqual([]);
    const again = await run([...discover, "--scope", "organization"], {
      environment: { ...replay.environment, SCW_DEFAULT_ORGANIZATION_ID: replay.scalewayOrganizationId },
    });
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(outcomesIn(first.stdout)).toEqual(outcomesIn(again.stdout));
  });

  test("of a preflight gives the same checks and rows", async () => {
    const cloud = await started(startCloud({ ovhProjects: 2, scalewayProjects: 2, faults: faults.slice(4, 6) }));
    const checked = ["preflight", "--json", "--quiet"];
    const first = await run([...checked, "--record", "answers"], { environment: cloud.environment });
    const replay = await started(startEmulator({ replay: placed(first.files) }));
    const again = await run(checked, { environment: replay.environment });
    const told = (json: string) =>
      (JSON.parse(json) as readonly PreflightReport[]).map(({ verdict, checks, coverage }) => [
        verdict,
        checks.map(({ id, status }) => `${id} ${status}`),
        coverage.map(({ kind, status }) => `${kind} ${status}`),
      ]);
    expect(told(again.stdout)).toEqual(told(first.stdout));
    expect(again.code).toBe(first.code);
  });

  test("is for its owner alone, can be read by a person, and holds nothing of the account", async () => {
    const cloud = await started(startCloud({ ovhProjects: 2 }));
    const { files } = await run(recorded, { environment: cloud.environment });
    const written = Object.entries(files);
    expect(new Set(written.map(([, { mode }]) => mode))).toEqual(new Set([0o600]));
    const names = written.map(([path]) => path);
    expect(names).toContain("answers/ovh/cloud_project_ID_instance.json");
    expect(names).toContain("answers/scaleway/instance_v1_zones_ZONE_servers.json");
    expect(names).toContain("answers/scaleway/buckets.json");
    expect(names).toContain("answers/ovh-data-platform/datastore.json");
    expect(names.filter((name) => /token|login|time/.test(name))).toEqual([]);
    const route = files["answers/ovh/cloud_project_ID_instance.json"]?.text ?? "";
    expect(route).toMatch(
      /^\{\n {2}"format": "cloud-inventory-recording",\n {2}"formatVersion": 1,\n {2}"about": \[\n {4}"What ovh answered to GET/,
    );
    expect(JSON.parse(route)).toMatchObject({
      method: "GET",
      route: "/cloud/project/{ID}/instance",
      answersRead: 2,
      answersLeftOut: 0,
      replaced: { values: expect.any(Number), keys: 0, secrets: 0, items: 0 },
    });
    const text = written.map(([, file]) => file.text).join("\n");
    const ids = [...cloud.expectedIds().values()].flat().filter((id) => id.length > 5);
    expect(ids.length).toBeGreaterThan(100);
    // A stand-in may hold the same few digits among its own.
    const isIn = (id: string) => new RegExp(`(?<![\\da-f])${id.replace(/[^\w-]/g, "\\$&")}(?![\\da-f])`).test(text);
    expect(ids.filter(isIn)).toEqual([]);
  });

  test("holds no canary that was planted in every answer", async () => {
    const cloud = await started(startCloud({ ovhProjects: 2 }));
    const first = await run(recorded, { environment: cloud.environment });
    // A replay asks for no signature, so that ids can be what we like: those of the first recording become the customer's own.
    const plant = (text: string): string =>
      text
        .replace(/text-([0-9a-f]{16})/g, "Canary-$1")
        .replace(/key-([0-9a-f]{16})/g, "canarykey$1")
        .replace(/h([0-9a-f]{16})\.example/g, "h$1.canary.example")
        .replace(/\b[0-9a-f]{8}-([0-9a-f]{4}-4)/g, "cafecafe-$1")
        .replace(/\b2[45]\d\.\d+\.(\d+\.\d+)/g, "203.0.$1")
        .replace(/\b[1-3]\d{5}(\d{9})\b/g, "336123$1")
        .replace(/^( +)"(id|name)":/gm, '$1"canaryField": "canary here",\n$1"password": "canary-pass",\n$1"$2":');
    const replay = await started(startEmulator({ replay: placed(first.files, plant) }));
    const again = await run(recorded, { environment: replay.environment });
    const text = Object.entries(again.files)
      .map(([, file]) => file.text)
      .join("\n");
    expect(text).not.toMatch(/canary(?!-inventory)|cafecafe|203\.0\.\d|336123\d{9}/i);
    expect(outcomesIn(again.stdout)).toEqual(outcomesIn(first.stdout));
    expect(again.stdout).toMatch(/Canary-/);
  });

  test("holds nothing of tokens and logins, and knows the kind of credential", async () => {
    const cloud = await started(startCloud());
    const config = { ...cloud.credentials.ovhServiceAccount };
    const { files } = await run([...recorded, "--config", "ovh=ovh.json"], {
      environment: placesOf(cloud),
      files: { "ovh.json": config },
    });
    const text = Object.entries(files)
      .filter(([path]) => path.startsWith("answers/"))
      .map(([, file]) => file.text)
      .join("\n");
    expect(text).not.toMatch(/access_token|token_type|secret_key/i);
    expect(JSON.parse(files["answers/about.json"]?.text ?? "")).toMatchObject({
      command: "discover",
      inventories: [{ folder: "ovh", provider: "ovh", credential: "ovh-service-account" }],
    });
    const replay = await started(startEmulator({ replay: placed(files) }));
    expect(replay.recordedCredential).toBe("ovh-service-account");
  });
});

describe("--record", () => {
  test.each([
    {
      name: "a folder that holds something",
      path: ".",
      says: ". is there and is not empty; name a folder that is not there yet",
    },
    { name: "a file", path: "file", says: "file is there and is no folder" },
    { name: "a missing folder", path: "missing/it", says: "missing/it cannot be written (ENOENT)" },
    { name: "a path below a file", path: "file/it", says: "file/it is there and is no folder" },
  ])("refuses $name before the first request", async ({ path, says }) => {
    const cloud = await started(startCloud());
    for (const verb of ["discover", "preflight"]) {
      const ended = await run([verb, "--record", path], { environment: cloud.environment, files: { file: "kept" } });
      expect(ended).toMatchObject({ code: 2, stdout: "", stderr: `error: --record: ${says}\n` });
      expect(Object.keys(ended.files)).toEqual(["file"]);
    }
    expect(cloud.statistics.requests).toBe(0);
  });

  test("on a full disk costs the recording, says so, and leaves the inventory as it is", async () => {
    const cloud = await started(startCloud());
    const { environment } = cloud;
    const ended = await run(recorded, { environment, fileBlocks: 2 });
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: --record: answers could not be written \(EFBIG\); the inventory is as it would be without it$/m,
      ),
      files: {},
    });
    expect(outcomesIn(ended.stdout)).toEqual(outcomesIn((await run(discover, { environment })).stdout));
  });

  test("leaves nothing where the run had nothing to read with", async () => {
    const ended = await run(["discover", "--record", "answers"], { environment: {} });
    expect(ended.code).toBe(2);
    expect(ended.files).toEqual({});
  });

  test("takes an empty folder, and makes it private", async () => {
    const folder = newFolder();
    const cloud = await started(startCloud());
    const files = { "s.json": configsOf(cloud).scaleway };
    const words = ["discover", "--config", "scaleway=s.json", "--kinds", "scaleway.secret.*", "--record", folder];
    expect(await run(words, { environment: placesOf(cloud), files })).toMatchObject({ code: 0 });
    expect(readdirSync(folder).toSorted()).toEqual(["about.json", "scaleway"]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "scaleway")).mode & 0o777).toBe(0o700);
  });

  test("is advised once where an answer is of an unknown form", async () => {
    const cloud = await started(startCloud({ faults: [{ match: /\/(servers|secrets)/, body: { nothing: 1 } }] }));
    const words = ["discover", "--provider", "scaleway", "--kinds", "scaleway.instance.server,scaleway.secret.secret"];
    const { stdout } = await run(words, { environment: cloud.environment });
    expect(stdout.match(/--record DIR/g)).toHaveLength(1);
    expect(stdout).toContain(
      "An answer was of an unknown form. To report it, run again with --record DIR, and send the files of these routes",
    );
    const again = await run([...words, "--record", "answers"], { environment: cloud.environment });
    expect(again.stdout).toContain("An answer was of an unknown form. To report it, send the files of these routes");
  });

  test("is not advised where all answers were understood", async () => {
    const cloud = await started(
      startCloud({ faults: [{ match: "/secrets", status: 403, body: { type: "permissions_denied" } }] }),
    );
    const words = ["discover", "--provider", "scaleway", "--kinds", "scaleway.secret.secret"];
    expect((await run(words, { environment: cloud.environment })).stdout).not.toContain("--record");
  });
});
