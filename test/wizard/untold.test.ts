import { describe, expect, it } from "vitest";
import { configsOf, placesOf, startCloud } from "../cli/run.ts";
import { startInProcess } from "./wizard.ts";

const uuid = "11111111-2222-4333-8444-555555555555";

describe("a value that has the form of a secret", () => {
  it.each([
    ["scaleway", "scw_project_id", uuid],
    ["scaleway", "scw_project_ids", `aaaaaaaa-2222-4333-8444-555555555555, ${uuid}`],
    ["scaleway", "scw_organization_id", uuid],
    ["ovh", "project_ids", "0123456789abcdef0123456789abcdef"],
    ["ovh", "client_id", "aSecretThatIsNoClientIdAtAll0123"],
    ["ovh", "expected_account", "plantedApplicationSecret01234567"],
    ["ovh", "kinds", "plantedapplicationsecret01234567"],
    ["ovh-data-platform", "project_subdomain", "planted-secret-0123456789"],
  ])("of %s is told as entered, and not told, where it stands in %s", async (inventory, key, value) => {
    const { client } = await startInProcess();
    await client.call("choose", { inventory });
    const { state } = await client.call("enter", { values: { [key]: value } });
    expect(state.entered).toEqual([{ key, entered: true }]);
    await client.call("rights", { withPreflight: true });
    expect(client.heard.filter((text) => text.includes(value))).toEqual([]);
  });

  it("is hidden in what is shown of a config, and written to its file", async () => {
    const { client } = await startInProcess();
    const keys = { scw_access_key: "SCW0123456789ABCDEFG", scw_secret_key: "99999999-2222-4333-8444-555555555555" };
    await client.call("choose", { inventory: "scaleway" });
    await client.call("enter", { values: { ...keys, scw_project_id: uuid } });
    const { text } = await client.call("keep", { form: "config", path: "a.json" });
    expect(JSON.parse(text)).toMatchObject({ scw_project_id: "<scw_project_id>" });
    expect(client.heard.filter((heard) => heard.includes(uuid))).toEqual([]);
  });

  it.each([
    ["choices", "scaleway", "scw_project_id"],
    ["choices", "ovh", "project_ids"],
    ["preflight", "ovh", "project_ids"],
  ] as const)("is told once the %s of %s have named it: %s", async (call, inventory, key) => {
    const emulator = await startCloud();
    const { client } = await startInProcess(placesOf(emulator));
    await client.call("choose", { inventory });
    const project = emulator.projects[inventory][0] ?? "";
    const { state } = await client.call("enter", { values: { ...configsOf(emulator)[inventory], [key]: project } });
    expect(state.entered).toContainEqual({ key, entered: true });
    if (call === "choices") await client.call("choices", {});
    else await client.all("preflight", { kinds: ["ovh.cloud.project"] });
    expect((await client.call("state", {})).entered).toContainEqual({ key, value: project });
    await emulator.close();
  });
});

it.each([
  ["ovh", "kinds", "ovh.cloud.instance,databases,ovh.cloud.*"],
  ["ovh", "accepted_gaps", "ovh.cloud.instance"],
  ["ovh", "endpoint", "soyoustart-eu"],
  ["ovh", "regions", "EU-WEST-PAR"],
  ["ovh", "expected_account", "ab12345-ovh"],
  ["ovh-data-platform", "project_subdomain", "my-project"],
  ["ovh-data-platform", "key_expires_at", "2026-12-31"],
])("what can be no secret is told: of %s, %s", async (inventory, key, value) => {
  const { client } = await startInProcess();
  await client.call("choose", { inventory });
  const { state } = await client.call("enter", { values: { [key]: value } });
  expect(state.entered).toEqual([{ key, value }]);
});
