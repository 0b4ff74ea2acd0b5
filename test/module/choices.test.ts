import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { choices } from "../../src/index.ts";
import { openOvh, openScaleway, operatorOf } from "./open.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  emulator = await startEmulator({
    ovhProjects: 3,
    ovhRegions: 2,
    scalewayProjects: 3,
    zones: 2,
    resources: 1,
    ...options,
  });
  return emulator;
}

const ask = (inventory: string, config: unknown) => choices(inventory, config, { operator: operatorOf(emulator) });

describe("choices", () => {
  test("of OVHcloud: its projects by name and their regions, with the credential typed so far", async () => {
    await start();
    const fields = await ask("ovh", { ...emulator.credentials.ovhApplication, kinds: "no such kind" });
    expect(fields["project_ids"]).toMatchObject({ isWhole: true });
    expect(fields["project_ids"]?.choices.map(({ value }) => value).sort()).toEqual([...emulator.projects.ovh].sort());
    for (const { title } of fields["project_ids"]?.choices ?? []) expect(title).toMatch(/\w/);
    expect(fields["regions"]).toMatchObject({ isWhole: true });
    expect(fields["regions"]?.choices.length).toBeGreaterThan(0);
    expect(fields["endpoint"]?.choices.map(({ value }) => value)).toContain("ovh-ca");
    const kinds = new Map(fields["kinds"]?.choices.map((choice) => [choice.value, choice]));
    expect(kinds.get("ovh.cloud.volume")).toMatchObject({ family: "storage", byDefault: true, optional: false });
    expect(kinds.get("ovh.cloud.bucket")?.connectors).toContain("s3");
    expect(kinds.size).toBeGreaterThan(100);
  });

  test("of Scaleway: the organization and its projects, before any project is typed", async () => {
    await start({ scalewayRules: [{ permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" }] });
    const { scw_project_id: _unknown, ...keys } = emulator.credentials.scaleway;
    const fields = await ask("scaleway", keys);
    expect(fields["scw_project_id"]).toMatchObject({ isWhole: true });
    expect(fields["scw_project_id"]?.choices.map(({ value }) => value).sort()).toEqual(
      [...emulator.projects.scaleway].sort(),
    );
    for (const { title } of fields["scw_project_id"]?.choices ?? []) expect(title).toMatch(/\w/);
    expect(fields["scw_organization_id"]?.choices).toHaveLength(1);
    expect(fields["regions"]?.choices).toContainEqual({ value: "fr-par-1", country: "FR" });
    expect(fields["scw_scope"]?.choices.map(({ value }) => value)).toEqual(["organization", "project"]);
  });

  test("say what could not be had and why: Scaleway's preferred project is all that a narrow key tells", async () => {
    await start({ scalewayRules: [{ permissionSets: ["ObjectStorageBucketsRead"], scope: "all-projects" }] });
    const { scw_project_id, ...keys } = emulator.credentials.scaleway;
    const fields = await ask("scaleway", keys);
    expect(fields["scw_project_id"]).toMatchObject({ isWhole: false, choices: [{ value: scw_project_id }] });
    expect(fields["scw_project_id"]?.reason).toMatch(/ProjectReadOnly/);
    expect(fields["scw_organization_id"]).toMatchObject({ isWhole: false, choices: [], code: "PERMISSION_DENIED" });
  });

  test("say what could not be had and why: OVHcloud's projects without the right to list them", async () => {
    await start({ ovhRules: [{ method: "GET", path: "/vps" }] });
    const fields = await ask("ovh", emulator.credentials.ovhApplication);
    for (const key of ["project_ids", "regions"])
      expect(fields[key]).toMatchObject({ isWhole: false, choices: [], code: "PERMISSION_DENIED" });
  });

  test.each([
    ["ovh", { application_key: "0123456789abcdef" }, "project_ids", /the credential is not whole yet/],
    ["scaleway", {}, "scw_project_id", /the API key is not whole yet/],
  ])("of %s ask nobody without a whole credential", async (inventory, config, field, says) => {
    await start();
    const fields = await ask(inventory, config);
    expect(fields[field]).toMatchObject({ isWhole: false, choices: [], reason: expect.stringMatching(says) });
    expect(fields[field]?.code).toBeUndefined();
    expect(emulator.statistics.requests).toBe(0);
  });

  test("of a refused key say so, and repeat no secret", async () => {
    await start();
    const secret = "11111111-1111-4111-8111-111111111111";
    const fields = await ask("scaleway", { ...emulator.credentials.scaleway, scw_secret_key: secret });
    expect(fields["scw_project_id"]).toMatchObject({ isWhole: false, code: "UNAUTHENTICATED" });
    expect(JSON.stringify(fields)).not.toContain(secret);
  });

  test("of the Data Platform are the kinds", async () => {
    await start();
    const fields = await ask("ovh-data-platform", emulator.credentials.dataPlatform);
    expect(fields["kinds"]?.choices.map(({ value }) => value)).toContain("ovh-data-platform.bucket");
  });

  test("end as cancelled", async () => {
    await start();
    const signal = AbortSignal.abort();
    const asked = choices("ovh", emulator.credentials.ovhApplication, { operator: operatorOf(emulator), signal });
    await expect(asked).rejects.toMatchObject({ code: "CANCELLED" });
  });
});

describe("estimate", () => {
  test("tells the requests of a run, and what could not be found out", async () => {
    await start();
    const inventory = await openOvh(emulator);
    const kinds = ["ovh.cloud.volume"];
    const told = await inventory.estimate({ kinds });
    expect(told).toMatchObject({ unknown: [], kinds: [{ kind: "ovh.cloud.volume", places: 3, requests: 3 }] });
    expect(told.forecast?.leastSeconds).toBeGreaterThan(0);
    const before = emulator.statistics.requests;
    for await (const event of inventory.discover({ kinds }))
      if (event.type === "finished") expect(event.requests).toBe(told.requests);
    expect(emulator.statistics.requests - before).toBe(told.requests);
  });

  test("names what is not in the numbers, and ends as cancelled", async () => {
    await start({ ovhRules: [{ method: "GET", path: "/vps" }] });
    const told = await (await openOvh(emulator)).estimate({ kinds: ["ovh.cloud.volume"] });
    expect(told.unknown).toMatchObject([{ kinds: ["ovh.cloud.volume"], code: "PERMISSION_DENIED" }]);
    const closed = await openScaleway(emulator);
    closed.close();
    await expect(closed.estimate()).rejects.toMatchObject({ code: "CANCELLED" });
  });
});
