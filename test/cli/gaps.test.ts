import { describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../../src/emulator/index.ts";
import { planted, run, startCloud } from "./run.ts";

interface Group {
  /** The line with the count and the reason. */
  readonly head: RegExp;
  /** The places that are named, in their order. */
  readonly where: readonly (string | RegExp)[];
  readonly credential?: string;
  readonly fix: RegExp;
  readonly command?: string;
}

interface Case {
  readonly name: string;
  readonly kinds: string;
  readonly cloud?: EmulatorOptions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly code: 3 | 4;
  /** What is to be among the lines of the summary; PROJECT stands for the project of either cloud. */
  readonly rows: readonly RegExp[];
  /** The groups of gaps, in their order. */
  readonly groups: readonly Group[];
}

const [server, secret, bucket] = ["scaleway.instance.server", "scaleway.secret.secret", "ovh.cloud.bucket"];
const secretPath = "/secret-manager/v1beta1/regions";
const requestId = "99999999-0000-4000-8000-000000000001";
const answered = (match: string, status: number, body: object = { message: "made to fail" }): EmulatorOptions => ({
  faults: [
    {
      match,
      status,
      body,
      headers: { "X-Request-Id": requestId, "X-Ovh-QueryID": requestId },
    },
  ],
});
const granted = /^grant what is missing, or name the gap in accepted_gaps$/;
const again = /^run again; where it stays so/;
const regions = ["fr-par", "nl-ams", "pl-waw"];

const cases: readonly Case[] = [
  {
    name: "one zone fails for ever",
    kinds: server,
    cloud: answered("/zones/fr-par-2/servers", 503),
    code: 4,
    rows: [/^scaleway\.instance\.server +2 +10 {2}9 completed, 1 failed$/m],
    groups: [
      {
        head: /^1 failed: GET \/instance\/v1\/zones\/fr-par-2\/servers failed at the provider \(status 503\), on each of 6 attempts$/,
        where: [`${server} in PROJECT/fr-par-2 [request ${requestId}]`],
        fix: again,
      },
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
    groups: [
      {
        head: /^3 denied: GET \/secret-manager\/v1beta1\/regions\/…\/secrets is not granted to this API key \(read secret\), on each of 2 attempts; needs SecretManagerReadOnly$/,
        where: regions.map((region) => new RegExp(`^${secret} in PROJECT/${region} \\[request [\\w.-]+\\]$`)),
        fix: /^grant the product's read set on the project/,
        command: "cloud-inventory rights --missing",
      },
      {
        head: /^1 denied: GET \/cloud\/project\/PROJECT\/database\/service is not granted to this credential, on each of 2 attempts; needs GET \/cloud\/project\/\*\/database\/service, GET \/cloud\/project\/\*\/database\/service\/\*$/,
        where: [/^ovh\.cloud\.database in PROJECT \[request [\w.-]+\]$/],
        fix: granted,
        command: "cloud-inventory rights --missing",
      },
    ],
  },
  {
    name: "one region that refuses",
    kinds: bucket,
    cloud: answered("/region/GRA/storage", 403),
    code: 4,
    rows: [/^ovh\.cloud\.bucket +0 +2 {2}1 denied, 1 not-offered$/m],
    groups: [
      {
        head: /^1 denied: GET .*\/PROJECT\/region\/GRA\/storage is not granted /,
        where: [`${bucket} in PROJECT/GRA [request ${requestId}]`],
        fix: /^no right is known to be missing/,
        command: "cloud-inventory preflight",
      },
    ],
  },
  {
    name: "one zone that refuses for another reason than a right, in Scaleway's own form",
    kinds: server,
    cloud: answered("/zones/fr-par-2/servers", 403, { type: "quotas_exceeded", message: "made to fail" }),
    code: 4,
    rows: [/^scaleway\.instance\.server +2 +10 {2}9 completed, 1 denied$/m],
    groups: [
      {
        head: /^1 denied: GET \/instance\/v1\/zones\/fr-par-2\/servers is not granted to this API key, on each of 2 attempts$/,
        where: [`${server} in PROJECT/fr-par-2 [request ${requestId}]`],
        fix: /^no right is known to be missing/,
        command: "cloud-inventory preflight",
      },
    ],
  },
  {
    name: "a Scaleway key past its end, beside a good OVHcloud key",
    kinds: `ovh.cloud.project,${secret}`,
    cloud: { scalewayKeyExpiresAt: "2020-01-01T00:00:00Z" },
    code: 3,
    rows: [/^ovh\.cloud\.project +1 +1 {2}completed$/m, /^scaleway\.secret\.secret +0 +3 {2}failed$/m],
    groups: [
      {
        head: /^3 failed: Scaleway refused SCW_SECRET_KEY: the API key has expired/,
        credential: "scaleway, from environment",
        where: regions.map((region) => new RegExp(`^${secret} in PROJECT/${region}( \\[request [\\w.-]+\\])?$`)),
        fix: /make a new API key for the same application, and replace both SCW_ACCESS_KEY and SCW_SECRET_KEY$/,
        command: "cloud-inventory preflight",
      },
    ],
  },
  {
    name: "an unknown OVHcloud key, beside a Scaleway that fails too",
    kinds: `${bucket},ovh.cloud.project,${secret}`,
    cloud: { faults: [{ match: `${secretPath}/fr-par`, truncate: true }] },
    environment: { OVH_CONSUMER_KEY: planted("plantedconsumerkey00000000000000") },
    code: 3,
    rows: [/^ovh\.cloud\.bucket +0 +1 {2}failed$/m, /^scaleway\.secret\.secret +\d +3 {2}2 completed, 1 failed$/m],
    groups: [
      {
        head: /^2 failed: OVHcloud refused the OVH_CONSUMER_KEY: it has expired, /,
        credential: "ovh, from environment",
        // One request was refused, and stands for both.
        where: [/^ovh\.cloud\.bucket in account \[request [\w.-]+\]$/, "ovh.cloud.project in account"],
        fix: /^make a new consumer key/,
        command: "cloud-inventory preflight",
      },
      {
        head: /^1 failed: GET .* is not one whole JSON document/,
        where: [new RegExp(`^${secret} in PROJECT/fr-par`)],
        fix: again,
      },
    ],
  },
  {
    name: "an OVHcloud account without any project",
    kinds: "ovh.cloud.*",
    cloud: { ovhProjects: 0 },
    code: 4,
    rows: [/^ovh\.cloud\.project +0 +1 {2}failed$/m],
    groups: [
      {
        head: /^36 failed: the credential works and sees /,
        where: [
          /^ovh\.cloud\.\S+ in account/,
          /^ovh\.cloud\.\S+ in account/,
          /^ovh\.cloud\.\S+ in account/,
          "and 33 more",
        ],
        fix: /^compare the ids in the config/,
        command: "cloud-inventory preflight",
      },
      {
        head: /^1 failed: the credential works and sees /,
        where: ["ovh.cloud.project in account"],
        fix: /^compare the ids in the config/,
        command: "cloud-inventory preflight",
      },
    ],
  },
  {
    name: "answers over the size cap",
    kinds: secret,
    environment: { CLOUD_INVENTORY_MAX_BODY_MIB: "0.0001" },
    code: 4,
    rows: [/^scaleway\.secret\.secret +0 +3 {2}failed$/m],
    groups: [
      {
        head: /^3 failed: GET \S+ was answered with more than .*; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit$/,
        where: regions.map((region) => `${secret} in PROJECT/${region}`),
        fix: again,
      },
    ],
  },
];

describe.concurrent("names what could not be read, and why", () => {
  test.each(cases)("$name", async ({ kinds, cloud = {}, environment = {}, code, rows, groups }) => {
    const emulator = await startCloud(cloud);
    const ended = await run(["discover", "--kinds", kinds], {
      environment: { ...emulator.environment, ...environment },
    });
    const projects = [...emulator.projects.ovh, ...emulator.projects.scaleway];
    await emulator.close();
    const text = projects.reduce((rest, id) => rest.replaceAll(id, "PROJECT"), ended.stdout);
    for (const row of rows) expect(text).toMatch(row);
    const found = groupsIn(text);
    expect(found).toHaveLength(groups.length);
    for (const [index, { head, where, credential, fix, command }] of groups.entries()) {
      const group = found[index];
      expect(group?.head).toMatch(head);
      expect(group?.credential).toBe(credential);
      expect(group?.fix).toMatch(fix);
      expect(group?.command).toBe(command);
      expect(group?.where).toEqual(
        where.map((place) => (typeof place === "string" ? place : expect.stringMatching(place))),
      );
    }
    const counts = found.map((group) => Number(group.head.split(" ")[0]));
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(text).toMatch(
      new RegExp(`^Gaps: ${total}, for ${groups.length} reasons?; --format ndjson lists each$`, "m"),
    );
    expect(text).toMatch(
      /s: NOT COMPLETE: what is missing here may still exist; nothing may be deleted because of it\.\n$/,
    );
    expect(ended.code).toBe(code);
  });
});

/** The groups of gaps on a page. */
function groupsIn(text: string) {
  const lines = (/\nGaps: .*\n((?: {2}.*\n)+)/.exec(text)?.[1] ?? "").trimEnd().split(/\n(?= {2}\S)/);
  return lines.map((group) => {
    const [head = "", ...rest] = group.split("\n").map((line) => line.trim());
    const after = (name: string): string | undefined =>
      rest.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const [first, end] = ["where: ", "fix: "].map((name) => rest.findIndex((line) => line.startsWith(name)));
    const where = rest.slice(first, end).map((line) => line.replace(/^where: /, ""));
    return { head, credential: after("credential"), where, fix: after("fix"), command: after("try") };
  });
}
