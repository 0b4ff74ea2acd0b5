import { describe, expect, it } from "vitest";
import { startInProcess } from "./wizard.ts";

const ovh = {
  application_key: "plantedAppKey012",
  application_secret: "plantedApplicationSecret01234567",
  consumer_key: "plantedConsumerKey01234567890123",
};
const scaleway = { scw_access_key: "SCWPLANTEDACCESSKEY0", scw_secret_key: "11111111-2222-4333-8444-555555555555" };

async function entered(inventory: string, values: Readonly<Record<string, string>>) {
  const { client } = await startInProcess();
  await client.call("choose", { inventory });
  const { state } = await client.call("enter", { values });
  return { client, state };
}

describe("two keys that stand in each other's place", () => {
  it.each([
    [
      "ovh",
      { ...ovh, application_key: ovh.application_secret, application_secret: ovh.application_key },
      ["application_key", "application_secret"],
    ],
    [
      "ovh",
      { ...ovh, application_key: ovh.consumer_key, consumer_key: ovh.application_key },
      ["application_key", "consumer_key"],
    ],
    [
      "ovh",
      { client_id: "plantedClientSecret0123456789012", client_secret: "EU.0123456789abcdef" },
      ["client_id", "client_secret"],
    ],
    [
      "scaleway",
      { scw_access_key: scaleway.scw_secret_key, scw_secret_key: scaleway.scw_access_key },
      ["scw_access_key", "scw_secret_key"],
    ],
  ] as const)("of %s are named, and exchanged", async (inventory, values, pair) => {
    const { client, state } = await entered(inventory, values);
    expect(state.swapped).toEqual(pair);
    const after = await client.call("enter", { exchange: pair });
    expect(after.state.swapped).toBeUndefined();
    expect(after.state.problems).toEqual([]);
    expect(Object.values(values).filter((value) => client.heard.join().includes(value))).toEqual([]);
  });

  it("are not named where an exchange mends nothing, and keys that are unknown are not exchanged", async () => {
    const { client, state } = await entered("ovh", { ...ovh, application_secret: "too short" });
    expect(state.problems).not.toEqual([]);
    expect(state).not.toHaveProperty("swapped");
    expect(await client.refusal("enter", { exchange: ["application_key", "scw_secret_key"] })).toContain("key");
  });
});

describe("keys that were typed into another provider's fields", () => {
  it.each([
    ["ovh", { application_key: scaleway.scw_access_key }, "scaleway", ["scw_access_key"]],
    ["ovh", { application_secret: scaleway.scw_secret_key }, "scaleway", ["scw_secret_key"]],
    [
      "ovh",
      { application_key: scaleway.scw_access_key, application_secret: scaleway.scw_secret_key },
      "scaleway",
      ["scw_access_key", "scw_secret_key"],
    ],
    [
      "scaleway",
      { scw_access_key: ovh.application_key, scw_secret_key: ovh.application_secret },
      "ovh",
      ["application_key", "application_secret"],
    ],
    [
      "ovh-data-platform",
      { api_key: scaleway.scw_access_key, secret_key: scaleway.scw_secret_key },
      "scaleway",
      ["scw_access_key", "scw_secret_key"],
    ],
  ] as const)("of %s, %j, are known for those of %s and taken along", async (inventory, values, other, keys) => {
    const { client, state } = await entered(inventory, values);
    expect(state.elsewhere).toMatchObject({ inventory: other, keys });
    const after = await client.call("choose", { ...chosenOf(state.elsewhere), carry: true });
    expect(after.chosen).toEqual(chosenOf(state.elsewhere));
    expect(after.entered).toEqual(keys.map((key) => ({ key, entered: true })));
    expect(after.problems).toEqual([]);
    expect(Object.values(values).filter((value) => client.heard.join().includes(value))).toEqual([]);
  });

  it.each([
    ["a key that was cut off", "scaleway", { scw_access_key: scaleway.scw_access_key.slice(0, 16) }],
    ["what is nobody's", "ovh", { application_key: "no key at all" }],
    ["two keys, of which one is nobody's", "ovh", { application_key: scaleway.scw_access_key, consumer_key: "no key" }],
    ["keys of its own", "ovh", ovh],
  ] as const)("are not seen in %s", async (_what, inventory, values) => {
    const { state } = await entered(inventory, values);
    expect(state).not.toHaveProperty("elsewhere");
  });

  it("are forgotten where the other provider is chosen without them", async () => {
    const { client } = await entered("ovh", { application_key: scaleway.scw_access_key });
    expect((await client.call("choose", { inventory: "scaleway" })).entered).toEqual([]);
  });
});

function chosenOf(elsewhere: { readonly inventory: string; readonly credential: string } | undefined) {
  const { inventory = "", credential = "" } = elsewhere ?? {};
  return { inventory, credential };
}
