import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { askBuckets, askOvh, askScaleway, jsonOf, type Page } from "./clients.ts";

/** An emulator of an account from which things can go. */
async function startChanging() {
  const gone = new Set<string>();
  const emulator = await startEmulator({ zones: 1, isThere: (id) => !gone.has(id) });
  onTestFinished(() => emulator.close());
  return { emulator, gone };
}

test("what has gone from OVHcloud is in no list, and is not found; nor is what is below it", async () => {
  const { emulator, gone } = await startChanging();
  const [project, other] = emulator.projects.ovh;
  const instances = await jsonOf<{ id: string }[]>(askOvh(emulator, `/cloud/project/${project}/instance`));
  const [clusters, regions] = await Promise.all(
    ["kube", "region"].map((list) => jsonOf<string[]>(askOvh(emulator, `/cloud/project/${project}/${list}`))),
  );
  const [instance, ...others] = instances;
  for (const id of [instance?.id, clusters?.[0], regions?.[0]]) gone.add(id ?? "");
  expect(await jsonOf(askOvh(emulator, `/cloud/project/${project}/instance`))).toEqual(others);
  expect(await jsonOf(askOvh(emulator, `/cloud/project/${project}/kube`))).toEqual(clusters?.slice(1));
  expect(await jsonOf(askOvh(emulator, `/cloud/project/${project}/region`))).toEqual(regions?.slice(1));
  for (const path of [`instance/${instance?.id}`, `kube/${clusters?.[0]}/nodepool`, `region/${regions?.[0]}/storage`]) {
    expect((await askOvh(emulator, `/cloud/project/${project}/${path}`)).status).toBe(404);
  }
  gone.add(other ?? "");
  expect(await jsonOf(askOvh(emulator, "/cloud/project"))).not.toContain(other);
  expect((await askOvh(emulator, `/cloud/project/${other}/instance`)).status).toBe(404);
  gone.clear();
  expect(await jsonOf(askOvh(emulator, `/cloud/project/${project}/instance`))).toEqual(instances);
});

test("what has gone from Scaleway is in no list and no total, nor is what is below it", async () => {
  const { emulator, gone } = await startChanging();
  const [, project] = emulator.projects.scaleway;
  const servers = () => jsonOf<Page>(askScaleway(emulator, `/instance/v1/zones/fr-par-1/servers?project=${project}`));
  const clusters = () => jsonOf<Page>(askScaleway(emulator, `/k8s/v1/regions/fr-par/clusters?project_id=${project}`));
  const [first, ...others] = (await servers())["servers"] ?? [];
  const [cluster] = (await clusters())["clusters"] ?? [];
  gone.add(first?.id ?? "").add(cluster?.id ?? "");
  expect((await servers())["servers"]).toEqual(others);
  expect(await clusters()).toMatchObject({ total_count: 1 });
  const pools = await askScaleway(emulator, `/k8s/v1/regions/fr-par/clusters/${cluster?.id}/pools`);
  expect(pools.status).toBe(404);
  gone.add(project ?? "");
  expect((await servers())["servers"]).toEqual([]);
  expect((await clusters())["clusters"]).toEqual([]);
  const organization = emulator.scalewayOrganizationId;
  const listed = await jsonOf<Page>(askScaleway(emulator, `/account/v3/projects?organization_id=${organization}`));
  expect(listed["projects"]?.map(({ id }) => id)).not.toContain(project);
  expect((await askScaleway(emulator, `/account/v3/projects/${project}`)).status).toBe(404);
  expect((await askBuckets(emulator, { project: project ?? "" })).status).toBe(403);
});

test("a bucket that has gone is not listed", async () => {
  const { emulator, gone } = await startChanging();
  const [project = ""] = emulator.projects.scaleway;
  const [name = ""] = /(?<=<Name>)[^<]+/.exec(await (await askBuckets(emulator, { project })).text()) ?? [];
  gone.add(name);
  expect(await (await askBuckets(emulator, { project })).text()).not.toContain(`<Name>${name}<`);
});
