import { afterAll, beforeAll, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, eventsOf, ofType, run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud({ scalewayProjects: 3, zones: 1, resources: 1 });
});
afterAll(() => emulator.close());

const secrets = ["--kinds", "scaleway.secret.secret"];
const inventory = (more: Record<string, string> = {}) => ({ "i.json": { ...configsOf(emulator).scaleway, ...more } });
const organization = () => ({ scw_organization_id: emulator.scalewayOrganizationId });
const runWith = (args: readonly string[], more: Record<string, string> = {}) =>
  run([...args, "--config", "i.json"], { environment: emulator.environment, files: inventory(more) });

test("the summary of a complete run says how many projects it left out, and what widens it", async () => {
  const ended = await runWith(["discover", ...secrets]);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(
    /^scaleway: 1 of 3 projects; widened by scw_organization_id\n\d+ resources.*: complete for the projects that were read\.$/m,
  );
});

test("who uses the environment reads of its variables and of options, in a preflight too", async () => {
  const [discovered, examined] = await Promise.all(
    ["discover", "preflight"].map((verb) =>
      run([verb, ...secrets, "--provider", "scaleway", "--scope", "project"], {
        environment: { ...emulator.environment, SCW_DEFAULT_ORGANIZATION_ID: emulator.scalewayOrganizationId },
      }),
    ),
  );
  expect(discovered?.code).toBe(0);
  expect(discovered?.stdout).toMatch(/^scaleway: 1 of 3 projects; widened by --scope organization$/m);
  expect(examined?.stdout).toMatch(/: 1 of 3 projects, as --scope project says\n +fix: .*--scope organization$/m);
  for (const ended of [discovered, examined]) expect(ended?.stdout).not.toMatch(/scw_/);
});

test("--scope project narrows, in the events too", async () => {
  const ended = await runWith(["discover", ...secrets, "--scope", "project", "--format", "ndjson"], organization());
  expect(ofType(eventsOf(ended.stdout), "finished")).toMatchObject([
    { complete: true, projects: { read: 1, visible: 3, widenedBy: "scw_scope=organization" } },
  ]);
  expect(ended.stderr).toContain("1 of 3 projects");
});

test("--scope organization reads all, and says nothing more", async () => {
  const ended = await runWith(["discover", ...secrets, "--scope", "organization"], {
    ...organization(),
    scw_scope: "project",
  });
  expect(ended.code).toBe(0);
  expect(ended.stdout).not.toContain("projects;");
});

test("preflight names the projects of what is missing", async () => {
  const cloud = await startCloud({
    scalewayProjects: 3,
    zones: 1,
    resources: 1,
    scalewayRules: [
      { permissionSets: ["InstancesReadOnly"], scope: "all-projects" },
      { permissionSets: ["ProjectReadOnly"], scope: "organization" },
    ],
  });
  const options = {
    environment: cloud.environment,
    files: { "i.json": { ...configsOf(cloud).scaleway, scw_organization_id: cloud.scalewayOrganizationId } },
  };
  const args = ["preflight", "--kinds", "scaleway.secret.secret", "--config", "i.json"];
  const [page, report] = await Promise.all([run(args, options), run([...args, "--json"], options)]);
  await cloud.close();
  const [{ projects }] = JSON.parse(report.stdout);
  expect(projects.map(({ id }: { readonly id: string }) => id).toSorted()).toEqual(cloud.projects.scaleway.toSorted());
  const [first] = cloud.projects.scaleway.toSorted();
  const { name } = projects.find(({ id }: { readonly id: string }) => id === first);
  expect(page.stdout).toContain(`    where: scaleway.secret.secret in ${first}/fr-par (${name})\n`);
});

test("gaps stand with the names that the list of an organization tells", async () => {
  const cloud = await startCloud({
    scalewayProjects: 3,
    zones: 1,
    resources: 1,
    faults: [{ match: "/secrets", status: 403 }],
  });
  const ended = await run(["discover", ...secrets, "--config", "i.json"], {
    environment: cloud.environment,
    files: {
      "i.json": { ...configsOf(cloud).scaleway, scw_organization_id: cloud.scalewayOrganizationId, regions: "fr-par" },
    },
  });
  await cloud.close();
  expect(ended.code).toBe(4);
  const places = [...ended.stdout.matchAll(/secret in (\S+)\/fr-par \((\S+)\)/g)];
  expect(places.map(([, project]) => project).toSorted()).toEqual(cloud.projects.scaleway.toSorted());
});

test("preflight says the same", async () => {
  const ended = await runWith(["preflight", ...secrets, "--scope", "project"], organization());
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(
    /^pass +projects\.read: 1 of 3 projects, as scw_scope=project says\n +fix: .*scw_scope=organization/m,
  );
});

test("rights are the organization's only where it is asked for", async () => {
  const named = await runWith(["rights", ...secrets, "--form", "json"], organization());
  expect(named.stdout).toContain("project_ids");
  const whole = await runWith(["rights", ...secrets, "--form", "json", "--scope", "organization"], organization());
  expect(whole.stdout).not.toContain("project_ids");
});

test.each([
  ["no organization is known", ["--scope", "organization"], "scw_organization_id"],
  ["there is no such scope", ["--scope", "projekt"], 'did you mean "project"?'],
])("--scope is refused where %s", async (_name, args, says) => {
  const ended = await runWith(["discover", ...secrets, ...args]);
  expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining(says)]);
});

test("--scope is refused for a provider that has no such choice", async () => {
  const ended = await run(["discover", "--provider", "ovh", "--scope", "project"], {
    environment: emulator.environment,
  });
  expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining("--scope: OVHcloud has no such choice")]);
});

test("a place that is newer than this version is told on standard error", async () => {
  const ended = await runWith(["discover", ...secrets], { regions: "fr-par,fr-par-4" });
  expect(ended.stderr).toContain("fr-par-4 is not in the list of places known to this version");
  expect(ended.code).toBe(0);
});
