import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clientOf, ownFolder, startInProcess } from "./wizard.ts";

const keys = {
  application_key: "plantedAppKey012",
  application_secret: "plantedApplicationSecret01234567",
  consumer_key: "plantedConsumerKey01234567890123",
};
const secrets = Object.values(keys);

describe("what is entered", () => {
  it("is told as entered after a reload and in a second tab, and its value never", async () => {
    const { client, wizard } = await startInProcess();
    await client.call("choose", { inventory: "ovh", credential: "ovh-application" });
    const { state } = await client.call("enter", {
      values: { endpoint: "ovh-eu", ...keys, kinds: "ovh.cloud.instance" },
    });
    const entered = Object.keys(keys).map((key) => ({ key, entered: true }));
    expect(state.entered).toEqual(expect.arrayContaining([{ key: "endpoint", value: "ovh-eu" }, ...entered]));
    expect(state).toMatchObject({ isReady: true, problems: [], chosen: { credential: "ovh-application" } });
    const other = clientOf(wizard.link);
    expect(await other.call("state", {})).toEqual(state);
    await other.call("enter", { values: { consumer_key: null } });
    const after = await client.call("state", {});
    expect(after.isReady).toBe(false);
    expect(after.entered.map(({ key }) => key)).not.toContain("consumer_key");
    expect(secrets.filter((secret) => [...client.heard, ...other.heard].join().includes(secret))).toEqual([]);
  });

  it("is tidied, and a blank forgets", async () => {
    const { client } = await startInProcess();
    await client.call("choose", { inventory: "ovh" });
    const dirty = { ...keys, application_key: `  ${keys.application_key}\r\n`, consumer_key: `"${keys.consumer_key}"` };
    expect((await client.call("enter", { values: dirty })).state.isReady).toBe(true);
    expect((await client.call("enter", { values: { consumer_key: " " } })).state.isReady).toBe(false);
  });

  it("is not told where it stands in doubt: a secret in the field of a project", async () => {
    const { client } = await startInProcess();
    await client.call("choose", { inventory: "ovh" });
    const wrong = { project_ids: keys.application_secret, application_secret: keys.application_secret };
    const { state } = await client.call("enter", { values: wrong });
    expect(state.problems.map(({ key }) => key)).toContain("project_ids");
    expect(state.entered).toContainEqual({ key: "project_ids", entered: true });
    expect(client.heard.join()).not.toContain(keys.application_secret);
  });

  it("is forgotten with its provider, and the keys of another way with the way", async () => {
    const { client } = await startInProcess();
    await client.call("choose", { inventory: "ovh", credential: "ovh-application" });
    await client.call("enter", { values: { endpoint: "ovh-ca", ...keys } });
    const other = await client.call("choose", { inventory: "ovh", credential: "ovh-service-account" });
    expect(other.entered).toEqual([{ key: "endpoint", value: "ovh-ca" }]);
    expect((await client.call("choose", { inventory: "scaleway" })).entered).toEqual([]);
    expect((await client.call("choose", { inventory: "ovh" })).entered).toEqual([]);
  });

  it("is taken from a pasted text, which says of which provider it is", async () => {
    const { client } = await startInProcess();
    const lines = Object.entries(keys).map(([key, value]) => `export OVH_${key.toUpperCase()}="${value}"\r`);
    const { state, recognised } = await client.call("enter", { pasted: lines.join("\n") });
    expect(recognised).toMatchObject({ inventory: "ovh", credential: "ovh-application", keys: Object.keys(keys) });
    expect(state).toMatchObject({ isReady: true, chosen: { inventory: "ovh", credential: "ovh-application" } });
    await client.call("choose", { inventory: "scaleway" });
    const foreign = await client.call("enter", { pasted: lines.join("\n") });
    expect(foreign.recognised).toMatchObject({ inventory: "ovh", keys: [] });
    expect(foreign.recognised?.problems.length).toBeGreaterThan(0);
    expect(foreign.state.entered).toEqual([]);
    expect(secrets.filter((secret) => client.heard.join().includes(secret))).toEqual([]);
  });

  it("is refused by its key's name where there is no such key, and calls before their time say what is missing", async () => {
    const { client } = await startInProcess();
    expect(await client.refusal("enter", { values: { endpoint: "ovh-eu" } })).toBe("no provider was chosen yet");
    expect(await client.refusal("choose", { inventory: "aws" })).toContain("aws");
    expect(await client.refusal("choose", { inventory: "ovh", credential: "scaleway-api-key" })).toContain(
      "credential",
    );
    await client.call("choose", { inventory: "ovh" });
    expect(await client.refusal("enter", { values: { consumerkey: keys.consumer_key } })).toContain("consumer_key");
    for (const name of ["preflight", "discover", "estimate"]) {
      expect(await client.refusal(name, {})).toMatch(/application_key/);
    }
    expect(await client.refusal("keep", { form: "config" })).toMatch(/application_key/);
    expect(await client.refusal("rights", { missing: true })).toContain("check the credential first");
    expect(secrets.filter((secret) => client.heard.join().includes(secret))).toEqual([]);
  });
});

describe("what is found on the machine", () => {
  it("is named, not shown, and taken over when it is chosen", async () => {
    const { client } = await startInProcess({
      SCW_ACCESS_KEY: "SCWPLANTEDACCESSKEY0",
      SCW_SECRET_KEY: "11111111-2222-4333-8444-555555555555",
      SCW_DEFAULT_PROJECT_ID: "aaaaaaaa-2222-4333-8444-555555555555",
    });
    const { found } = await client.call("state", {});
    expect(found).toContainEqual({
      id: "scaleway-environment",
      inventory: "scaleway",
      credential: "scaleway-api-key",
      where: "environment",
      names: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY"],
    });
    expect(client.heard.join()).not.toMatch(/SCWPLANTED|11111111-2222/);
    const state = await client.call("choose", { found: "scaleway-environment" });
    expect(state).toMatchObject({ isReady: true, chosen: { inventory: "scaleway", found: "scaleway-environment" } });
    expect(client.heard.join()).not.toMatch(/SCWPLANTED|11111111-2222/);
    expect(await client.refusal("choose", { found: "ovh-environment" })).toContain("not there any more");
  });

  it("says why a part of a credential cannot be taken", async () => {
    const { client } = await startInProcess({ OVH_APPLICATION_KEY: keys.application_key });
    const { found } = await client.call("state", {});
    expect(found).toMatchObject([{ id: "ovh-environment", problem: expect.stringContaining("OVH_CONSUMER_KEY") }]);
    expect(await client.refusal("choose", { found: "ovh-environment" })).toContain("OVH_CONSUMER_KEY");
  });
});

describe("what is kept", () => {
  const enter = async () => {
    const started = await startInProcess();
    await started.client.call("choose", { inventory: "ovh", credential: "ovh-application" });
    await started.client.call("enter", { values: { endpoint: "ovh-eu", ...keys, kinds: "ovh.cloud.instance" } });
    return started;
  };

  it("is written for its owner alone, and shown without secrets", async () => {
    const { client, folder } = await enter();
    for (const form of ["config", "environment", "form"] as const) {
      const path = `kept.${form}`;
      const answer = await client.call("keep", { form, path });
      expect(answer.path).toBe(join(folder, path));
      expect(answer.text).toContain("<consumer_key>");
      expect(statSync(join(folder, path)).mode & 0o777).toBe(0o600);
      const text = readFileSync(join(folder, path), "utf8");
      expect(secrets.filter((secret) => text.includes(secret))).toEqual(secrets);
      expect(text.replaceAll(/planted\w+/g, "")).toBe(answer.text.replaceAll(/<\w+>/g, ""));
    }
    expect(JSON.parse(readFileSync(join(folder, "kept.config"), "utf8"))).toEqual({
      endpoint: "ovh-eu",
      ...keys,
      kinds: "ovh.cloud.instance",
    });
    expect((await client.call("state", {})).kept).toHaveLength(3);
    expect(secrets.filter((secret) => client.heard.join().includes(secret))).toEqual([]);
  });

  it("is only shown where no path is named", async () => {
    const { client, folder } = await enter();
    const { text, path } = await client.call("keep", { form: "config" });
    expect(text).toContain('"application_secret": "<application_secret>"');
    expect(path).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("spares a file that is there, unless it is told to replace it", async () => {
    const { client, folder } = await enter();
    writeFileSync(join(folder, "a.json"), "mine");
    chmodSync(join(folder, "a.json"), 0o644);
    expect(await client.refusal("keep", { form: "config", path: "a.json" })).toContain(
      "is there already; choose another",
    );
    expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("mine");
    await client.call("keep", { form: "config", path: "a.json", replace: true });
    expect(statSync(join(folder, "a.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  it("stays below the folder in which the wizard was started", async () => {
    const { client, folder } = await enter();
    const elsewhere = ownFolder();
    symlinkSync(elsewhere, join(folder, "link"));
    mkdirSync(join(folder, "below"));
    for (const path of ["../a.json", join(elsewhere, "a.json"), "link/a.json", ".", "below/../../a.json"]) {
      expect(await client.refusal("keep", { form: "config", path })).toContain("path must name a file in");
    }
    expect(await client.refusal("keep", { form: "config", path: "nowhere/a.json" })).toContain("ENOENT");
    expect(readdirSync(elsewhere)).toEqual([]);
    const { path } = await client.call("keep", { form: "config", path: "below/a.json" });
    expect(path).toBe(join(folder, "below/a.json"));
  });

  it("names no kinds that nobody has checked", async () => {
    const { client } = await enter();
    expect(await client.refusal("keep", { form: "config", pin: true })).toContain("check the credential first");
  });
});
