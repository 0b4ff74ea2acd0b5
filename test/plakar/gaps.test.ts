import { afterAll, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { logOf, type ProviderId, startPlugin } from "./child.ts";

const clouds: Emulator[] = [];
afterAll(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
});

const withoutSecrets: EmulatorOptions = {
  scalewayRules: [
    {
      permissionSets: ["InstancesReadOnly", "BlockStorageReadOnly", "ObjectStorageReadOnly"],
      scope: "all-projects",
    },
    { permissionSets: ["ProjectReadOnly"], scope: "organization" },
  ],
};
const oneZoneDown: EmulatorOptions = {
  faults: [{ match: "/instance/v1/zones/fr-par-2/servers", status: 400, body: {} }],
};

// The projects are those of every emulator with the same seed.
const known = await startCloud({ ovhProjects: 2 });
await known.close();
const below = ["", "/region", "/region/*", "/volume", "/storage", "/database/service", "/database/service/*"];
const paths = known.projects.ovh.flatMap((project) => below.map((path) => `/cloud/project/${project}${path}`));
const withoutInstances = ["/cloud/project", ...paths].map((path) => ({ method: "GET", path }));

interface Case {
  readonly name: string;
  readonly id: ProviderId;
  readonly cloud: EmulatorOptions;
  readonly config?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly message: RegExp;
  readonly events: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "one optional kind that is denied everywhere is logged",
    id: "scaleway",
    cloud: withoutSecrets,
    code: 0,
    message: /^OK$/,
    events: ["scope.denied"],
  },
  {
    name: "the same kind by its name is an error",
    id: "scaleway",
    cloud: withoutSecrets,
    config: { kinds: "scaleway.secret.secret,scaleway.instance.server" },
    code: 9,
    message:
      /^the inventory is not complete \(3 denied of 13 scopes\): scaleway\.secret\.secret in \S+\/fr-par denied: /,
    events: ["scope.denied", "inventory.incomplete"],
  },
  {
    name: "a credential that may read none of the kinds",
    id: "scaleway",
    cloud: withoutSecrets,
    config: { kinds: "scaleway.secret.secret" },
    code: 7,
    message: /^the credential may read none of the selected kinds: .*SecretManagerReadOnly/,
    events: ["credential.unproven", "scope.denied", "inventory.incomplete"],
  },
  {
    name: "a kind that IAM grants, and that is denied everywhere all the same",
    id: "scaleway",
    cloud: {
      scalewayRules: [
        { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
        { permissionSets: ["IAMReadOnly"], scope: "organization" },
      ],
      faults: [{ match: "/secret-manager/", status: 403, body: { type: "permissions_denied", message: "no" } }],
    },
    code: 9,
    message: /^the inventory is not complete \(3 denied of \d+ scopes\): scaleway\.secret/,
    events: ["scope.denied", "inventory.incomplete"],
  },
  {
    name: "another account's credential",
    id: "ovh",
    cloud: {},
    config: { expected_account: "zz99999-ovh" },
    code: 9,
    message: /^the credential belongs to ab12345-ovh, and expected_account says zz99999-ovh/,
    events: ["inventory.incomplete"],
  },
  {
    name: "the expected account's credential",
    id: "ovh",
    cloud: {},
    config: { expected_account: "AB12345-ovh" },
    code: 0,
    message: /^OK$/,
    events: ["inventory.finished"],
  },
  {
    name: "one scope that fails",
    id: "scaleway",
    cloud: oneZoneDown,
    code: 9,
    message:
      /^the inventory is not complete \(1 failed of \d+ scopes\): scaleway\.instance\.server in \S+\/fr-par-2 failed: /,
    events: ["scope.failed", "inventory.incomplete"],
  },
  {
    name: "one scope that fails, which the operator accepts",
    id: "scaleway",
    cloud: oneZoneDown,
    defaults: { on_incomplete: "accept" },
    code: 0,
    message: /^OK$/,
    events: ["scope.failed", "inventory.accepted"],
  },
  {
    name: "one scope that fails, which the tenant accepts",
    id: "scaleway",
    cloud: oneZoneDown,
    config: { on_incomplete: "accept" },
    defaults: { on_incomplete: "fail" },
    code: 0,
    message: /^OK$/,
    events: ["scope.failed", "inventory.accepted"],
  },
  {
    name: "one scope that fails, which the operator accepts and the tenant does not",
    id: "scaleway",
    cloud: oneZoneDown,
    config: { on_incomplete: "fail" },
    defaults: { on_incomplete: "accept" },
    code: 9,
    message: /^the inventory is not complete/,
    events: ["scope.failed", "inventory.incomplete"],
  },
  {
    name: "one scope that fails and is accepted by name",
    id: "scaleway",
    cloud: oneZoneDown,
    config: { accepted_gaps: "*.server@*/fr-par-2" },
    code: 0,
    message: /^OK$/,
    events: ["scope.failed", "inventory.accepted"],
  },
  {
    name: "one scope that fails beside one that is accepted",
    id: "scaleway",
    cloud: { faults: [{ match: /instance\/.*fr-par-[12]\/servers/, status: 400, body: {} }] },
    config: { accepted_gaps: "*.server@*/fr-par-2" },
    code: 9,
    message:
      /^the inventory is not complete \(1 failed of \d+ scopes\): scaleway\.instance\.server in \S+\/fr-par-1 failed/,
    events: ["scope.failed", "inventory.incomplete"],
  },
  {
    name: "everything failing, whatever is accepted",
    id: "scaleway",
    cloud: { faults: [{ match: /servers/, status: 400, body: {} }] },
    config: { kinds: "scaleway.instance.server", on_incomplete: "accept", accepted_gaps: "*" },
    code: 9,
    message: /^the inventory is not complete \(10 failed of 10 scopes\)/,
    events: ["credential.unproven", "scope.failed", "inventory.incomplete"],
  },
  {
    name: "a kind that is denied in one project of two",
    id: "ovh",
    cloud: { ovhProjects: 2 },
    code: 9,
    message: /^the inventory is not complete \(1 denied of \d+ scopes\): ovh\.cloud\.instance in \S+ denied: /,
    events: ["scope.denied", "inventory.incomplete"],
  },
  {
    name: "a kind that the key's rules grant, and that is denied in both projects",
    id: "ovh",
    cloud: { ovhProjects: 2, faults: [{ match: /\/instance\b/, status: 403, body: { message: "not granted" } }] },
    code: 9,
    message: /^the inventory is not complete \(2 denied of \d+ scopes\): ovh\.cloud\.instance in /,
    events: ["scope.denied", "inventory.incomplete"],
  },
  {
    name: "a kind that is granted in neither project",
    id: "ovh",
    cloud: { ovhProjects: 2, ovhRules: withoutInstances },
    code: 0,
    message: /^OK$/,
    events: ["scope.denied"],
  },
];

test.each(cases)("$name", async ({ id, cloud: options, config = {}, defaults = {}, code, message, events }) => {
  const cloud = await startCloud(options);
  clouds.push(cloud);
  const isSplit = cloud.projects.ovh.length === 2 && options.faults === undefined;
  if (isSplit) cloud.addFault({ match: `/cloud/project/${cloud.projects.ovh[1]}/instance`, status: 403, body: {} });
  const plugin = startPlugin(id, cloud, {
    files: { "defaults.json": JSON.stringify(defaults) },
    args: ["--defaults", "{folder}/defaults.json"],
  });
  expect(await plugin.init({ ...configsOf(cloud)[id], ...config })).toMatchObject({ code: 0 });
  const answer = await plugin.list();
  expect(answer.message).toMatch(message);
  expect(answer.code).toBe(code);
  const told = new Set((await logOf(plugin)).map(({ event }) => String(event)));
  for (const event of events) expect([...told]).toContain(event);
  expect(told.has("inventory.incomplete")).toBe(code !== 0);
});
