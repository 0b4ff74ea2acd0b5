import { afterEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { discoverOn } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

/** What each resource that is in a project says of it. */
function projectsIn(resources: readonly Resource[]): readonly (readonly [project: string, name: string | undefined])[] {
  return resources.flatMap(({ details: { project, projectName } }) =>
    project === undefined ? [] : [[project, projectName] as const],
  );
}

test("OVHcloud: what is in a project says its name, as the project's own resource has it, and asks nothing for it", async () => {
  emulator = await startEmulator({ ovhProjects: 3, ovhRegions: 2 });
  const kinds = ["ovh.cloud.project", "ovh.cloud.instance", "ovh.cloud.bucket"];
  const { resources } = await discoverOn(emulator, "ovh", { kinds });
  const names = new Map(
    resources.flatMap(({ kind, urn, name }) => (kind === "ovh.cloud.project" ? [[urn.split(":").at(-1), name]] : [])),
  );
  expect(names.size).toBe(3);
  const told = projectsIn(resources);
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter(([project, name]) => name === undefined || name !== names.get(project))).toEqual([]);
  const alone = await discoverOn(emulator, "ovh", { kinds: kinds.slice(1) });
  expect(new Set(projectsIn(alone.resources).map(([, name]) => name))).toEqual(new Set([undefined]));
  expect(alone.resources.map(({ urn }) => urn).sort()).toEqual(
    resources.flatMap(({ kind, urn }) => (kind === "ovh.cloud.project" ? [] : [urn])).sort(),
  );
});

test("OVHcloud: also where the config names the projects", async () => {
  emulator = await startEmulator({ ovhProjects: 2, ovhRegions: 2 });
  const config = { project_ids: emulator.projects.ovh.join(",") };
  const { resources } = await discoverOn(emulator, "ovh", {
    kinds: ["ovh.cloud.project", "ovh.cloud.instance"],
    config,
  });
  const told = projectsIn(resources);
  expect(told.every(([, name]) => name !== undefined)).toBe(true);
  expect(new Set(told.map(([, name]) => name)).size).toBe(2);
});

test("Scaleway: the list that finds the projects tells their names, of the configured one too", async () => {
  emulator = await startEmulator({ scalewayProjects: 3, zones: 2 });
  const config = { scw_organization_id: emulator.scalewayOrganizationId, scw_scope: "organization" };
  const { resources } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.secret.secret"], config });
  const told = projectsIn(resources);
  expect(new Set(told.map(([project]) => project))).toEqual(new Set(emulator.projects.scaleway));
  expect(told.every(([project, name]) => name !== undefined && name !== project)).toBe(true);
});

test("Scaleway: a project alone is named where it is read as a resource", async () => {
  emulator = await startEmulator({ scalewayProjects: 1, zones: 1 });
  const config = { scw_scope: "project" };
  const kinds = ["scaleway.account.project", "scaleway.secret.secret"];
  const { resources } = await discoverOn(emulator, "scaleway", { kinds, config });
  const project = resources.find(({ kind }) => kind === "scaleway.account.project");
  expect(project).toBeDefined();
  expect(new Set(projectsIn(resources).map(([, name]) => name))).toEqual(new Set([project?.name]));
});
