import { describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { planted, run, startCloud } from "./run.ts";

interface Case {
  readonly name: string;
  readonly kinds: string;
  readonly cloud?: EmulatorOptions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly code: 3 | 4;
  /** What is to be among the lines of the summary; PROJECT stands for the project of either cloud. */
  readonly rows: readonly RegExp[];
  /** The gap lines, in any order: one each. */
  readonly gaps: readonly RegExp[];
}

const [server, secret, bucket] = ["scaleway.instance.server", "scaleway.secret.secret", "ovh.cloud.bucket"];
const secretPath = "/secret-manager/v1beta1/regions";
const requestId = "99999999-0000-4000-8000-000000000001";
const anyRequest = "\\[request [\\w.-]+\\]";
const answered = (match: string, status: number): EmulatorOptions => ({
  faults: [
    {
      match,
      status,
      body: { message: "made to fail" },
      headers: { "X-Request-Id": requestId, "X-Ovh-QueryID": requestId },
    },
  ],
});
const line = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join(" {2}")}$`);
const regions = ["fr-par", "nl-ams", "pl-waw"];

const cases: readonly Case[] = [
  {
    name: "one zone fails for ever",
    kinds: server,
    cloud: answered("/zones/fr-par-2/servers", 503),
    code: 4,
    rows: [/^scaleway\.instance\.server +2 +10 {2}9 completed, 1 failed$/m],
    gaps: [
      line(
        "failed",
        server,
        "PROJECT/fr-par-2: GET /instance/v1/zones/fr-par-2/servers failed at the provider \\(status 503\\), " +
          `on each of 6 attempts \\[request ${requestId}\\]`,
      ),
    ],
  },
  {
    name: "rules that leave a kind out, at either cloud",
    kinds: `ovh.cloud.instance,ovh.cloud.database,${secret},${server}`,
    cloud: {
      ovhRules: ["/cloud/project", "/cloud/project/*/instance*"].map((path) => ({ method: "GET", path })),
      scalewayRules: [
        { permissionSets: ["InstancesReadOnly", "BlockStorageReadOnly"], scope: "all-projects" },
        { permissionSets: ["ProjectReadOnly"], scope: "organization" },
      ],
    },
    code: 4,
    rows: [
      /^ovh\.cloud\.instance +6 +1 {2}completed$/m,
      /^ovh\.cloud\.database +0 +1 {2}denied$/m,
      /^scaleway\.instance\.server +4 +10 {2}completed$/m,
      /^scaleway\.secret\.secret +0 +3 {2}denied$/m,
    ],
    gaps: [
      line(
        "denied",
        "ovh.cloud.database",
        "PROJECT: GET /cloud/project/PROJECT/database/service is not granted to this credential, on each of 2 attempts; " +
          `needs GET /cloud/project/\\*/database/service, GET /cloud/project/\\*/database/service/\\* ${anyRequest}`,
      ),
      ...regions.map((region) =>
        line(
          "denied",
          secret,
          `PROJECT/${region}: GET ${secretPath}/${region}/secrets is not granted to this API key \\(read secret\\), ` +
            `on each of 2 attempts; needs SecretManagerReadOnly ${anyRequest}`,
        ),
      ),
    ],
  },
  {
    name: "one region that refuses",
    kinds: bucket,
    cloud: answered("/region/GRA/storage", 403),
    code: 4,
    rows: [/^ovh\.cloud\.bucket +0 +2 {2}1 denied, 1 not-offered$/m],
    gaps: [line("denied", bucket, `PROJECT/GRA: GET .* is not granted .* \\[request ${requestId}\\]`)],
  },
  {
    name: "a Scaleway key past its end, beside a good OVHcloud key",
    kinds: `ovh.cloud.project,${secret}`,
    cloud: { scalewayKeyExpiresAt: "2020-01-01T00:00:00Z" },
    code: 3,
    rows: [/^ovh\.cloud\.project +1 +1 {2}completed$/m, /^scaleway\.secret\.secret +0 +3 {2}failed$/m],
    gaps: regions.map((region) =>
      line("failed", secret, `PROJECT/${region}: Scaleway refused scw_secret_key: the API key has expired.*`),
    ),
  },
  {
    name: "an unknown OVHcloud key, beside a Scaleway that fails too",
    kinds: `${bucket},ovh.cloud.project,${secret}`,
    cloud: { faults: [{ match: `${secretPath}/fr-par`, truncate: true }] },
    environment: { OVH_CONSUMER_KEY: planted("plantedconsumerkey00000000000000") },
    code: 3,
    rows: [/^ovh\.cloud\.bucket +0 +1 {2}failed$/m, /^scaleway\.secret\.secret +\d +3 {2}2 completed, 1 failed$/m],
    gaps: [
      ...[bucket, "ovh.cloud.project"].map((kind) =>
        line("failed", kind, `account: OVHcloud refused the consumer_key: it has expired, .* ${anyRequest}`),
      ),
      line("failed", secret, "PROJECT/fr-par: GET .* is not one whole JSON document.*"),
    ],
  },
  {
    name: "an OVHcloud account without any project",
    kinds: "ovh.cloud.*",
    cloud: { ovhProjects: 0 },
    code: 4,
    rows: [/^ovh\.cloud\.project +0 +1 {2}failed$/m],
    gaps: Array.from({ length: 13 }, () =>
      line("failed", "ovh\\.cloud\\.\\S+", "account: the credential works and sees .*"),
    ),
  },
  {
    name: "answers over the size cap",
    kinds: secret,
    environment: { CLOUD_INVENTORY_MAX_BODY_MIB: "0.0001" },
    code: 4,
    rows: [/^scaleway\.secret\.secret +0 +3 {2}failed$/m],
    gaps: regions.map((region) =>
      line(
        "failed",
        secret,
        `PROJECT/${region}: GET \\S+ was answered with more than .*; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit`,
      ),
    ),
  },
];

describe.concurrent("names what could not be read, and why", () => {
  test.each(cases)("$name", async ({ kinds, cloud = {}, environment = {}, code, rows, gaps }) => {
    const emulator = await startCloud(cloud);
    const ended = await run(["discover", "--kinds", kinds], {
      environment: { ...emulator.environment, ...environment },
    });
    const projects = [...emulator.projects.ovh, ...emulator.projects.scaleway];
    await emulator.close();
    const text = projects.reduce((rest, id) => rest.replaceAll(id, "PROJECT"), ended.stdout);
    for (const row of rows) expect(text).toMatch(row);
    const found =
      /\nGaps:\n((?: {2}.*\n)+)/
        .exec(text)?.[1]
        ?.trimEnd()
        .split("\n")
        .map((gap) => gap.slice(2)) ?? [];
    for (const gap of gaps) {
      const index = found.findIndex((candidate) => gap.test(candidate));
      expect(index, `${gap} is among\n${found.join("\n")}`).toBeGreaterThanOrEqual(0);
      found.splice(index, 1);
    }
    expect(found).toEqual([]);
    expect(text).toMatch(
      /s: NOT COMPLETE: what is missing here may still exist; nothing may be deleted because of it\.\n$/,
    );
    expect(ended.code).toBe(code);
  });
});
