import { statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { pagesInChromium } from "../chromium.ts";
import { patienceMs } from "../patience.ts";
import { discoverKept } from "./kept-config.ts";
import { chooseWay, faultsOf, heading, openWizard, pressOn, tabTo, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

/** Everything of the usual kinds but what reads instances: a rule for a project's detail that ends in `*` would cover them. */
async function rulesWithoutInstances(seed: number) {
  const { projects, close } = await startEmulator({ seed, ovhProjects: 1, ovhRegions: 2 });
  await close();
  const below = ["region*", "storage*", "volume*", "database/*", "kube*"].map((path) => `/cloud/project/*/${path}`);
  const others = ["/dedicated*", "/hosting/*", "/storage/*", "/vps*", "/me", "/me/*", "/auth/*"];
  return ["/cloud/project", ...projects.ovh.map((id) => `/cloud/project/${id}`), ...below, ...others].map((path) => ({
    method: "GET",
    path,
  }));
}

describe("the wizard's page, by the keyboard alone", () => {
  it("tells which right is missing, mends it by its own link, and shows and keeps a complete inventory", async (context) => {
    const seed = 3;
    const ovhRules = await rulesWithoutInstances(seed);
    const opened = await openWizard(openPage, context, { emulated: { seed, ovhRules } });
    const { page, emulator, folder, heard } = opened;
    const faults: string[] = [];
    const look = async (step: string): Promise<void> => {
      faults.push(...(await faultsOf(page)).map((fault) => `${step}: ${fault}`));
    };
    await emulateTokenPage(page, emulator);
    await heading(page, "Whose account is it, and how do you sign in?");
    expect(page.url()).not.toContain("#");
    await chooseWay(page, "OVHcloud", /^API keys/);
    await look("keys");
    await pressOn(page.getByRole("button", { name: "Back" }));
    await heading(page, "Whose account is it, and how do you sign in?");
    await page.getByRole("link", { name: /^Make the keys on a page that is filled in/ }).waitFor();
    // The same page without the rights would mislead.
    expect(await page.locator('a[href*="createToken"]').count()).toBe(1);
    await pressOn(page.getByRole("button", { name: "Continue: Keys" }));
    await heading(page, "Enter the keys");
    const first = emulator.credentials.ovhApplication;
    await typeKeys(page, first);
    await page.getByText("All keys are entered.").waitFor();
    await look("keys, entered");
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await heading(page, "Check the credential");
    const mend = page.getByRole("link", { name: /^Make a key with these rights/ });
    await mend.waitFor();
    const missing = page.getByRole("row").filter({ hasText: "ovh.cloud.instance" });
    expect(await missing.textContent()).toContain("GET /cloud/project/*/instance");
    // What helps stands on the page: no file to read, and no option of a command.
    expect(await page.evaluate<string>("document.body.innerText")).not.toMatch(/docs\/|--\w/);
    await look("check");

    const [tokenPage] = await Promise.all([page.context().waitForEvent("page"), pressOn(mend)]);
    const made = (await tokenPage.locator("pre").textContent()) ?? "";
    await tokenPage.close();
    await pressOn(page.getByRole("button", { name: "Enter the new keys" }));
    await heading(page, "Enter the keys");
    await tabTo(page.getByLabel("Paste all at once"));
    await page.keyboard.insertText(made);
    await pressOn(page.getByRole("button", { name: "Take over" }));
    await page.getByText("Taken over: Application key, Application secret, Consumer key.").waitFor();
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.locator(".verdict.usable").waitFor();
    expect(await page.getByText("The key reads more than what was chosen").count()).toBe(0);
    await pressOn(page.getByRole("button", { name: "Continue: Choose" }));
    await heading(page, "Choose what is read");
    await page.getByText(/^At least \d+ requests/).waitFor();
    await pressOn(page.getByText("Show the kinds of Servers"));
    await look("choose");
    await pressOn(page.getByRole("button", { name: "Continue: Try" }));
    await heading(page, "Try it");
    await pressOn(page.getByRole("button", { name: "Start" }));
    await page.getByText("Complete: every list was read to its end.").waitFor();
    await page.getByRole("cell", { name: "ovh.cloud.instance", exact: true }).first().waitFor();
    await look("try");
    await pressOn(page.getByRole("button", { name: "Continue: Keep" }));
    await heading(page, "Keep it");
    await pressOn(page.getByRole("button", { name: "Write the file" }));
    await page.getByText("Written:").waitFor();
    await look("keep");

    expect(faults).toEqual([]);
    const config = join(folder, "ovh.json");
    expect(statSync(config).mode & 0o777).toBe(0o600);
    const consumerKey = /Consumer key\s+(\S+)/.exec(made)?.[1] ?? "";
    const secrets = [first.application_key, first.application_secret, first.consumer_key, consumerKey];
    expect(consumerKey).not.toBe("");
    const seen = [...heard, await page.content(), await storageOf(page)].join("\n");
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
    expect(heard.filter((line) => line.startsWith("error"))).toEqual([]);
    await pressOn(page.getByRole("button", { name: "End the wizard" }));
    await page.getByText("The wizard has ended").waitFor();
    expect(await discoverKept(opened, "ovh.json")).toContain("ovh.cloud.instance");
  });
});

async function typeKeys(page: Page, keys: Emulator["credentials"]["ovhApplication"]): Promise<void> {
  await typeInto(page.getByLabel("Application key", { exact: true }), keys.application_key);
  await typeInto(page.getByLabel("Application secret", { exact: true }), keys.application_secret);
  await typeInto(page.getByLabel("Consumer key", { exact: true }), keys.consumer_key);
}

function storageOf(page: Page): Promise<string> {
  return page.evaluate<string>("JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])");
}

/** OVHcloud's page that makes keys with the rules of its address, as the emulated customer sees it. */
async function emulateTokenPage(page: Page, emulator: Emulator): Promise<void> {
  const { application_key, application_secret } = emulator.credentials.ovhApplication;
  await page.context().route("https://eu.api.ovh.com/createToken/**", async (route) => {
    const rules = [...new URL(route.request().url()).searchParams].map(([method, path]) => ({ method, path }));
    const { consumerKey } = await requestKey(emulator, application_key, rules);
    emulator.decideOvhCredential(consumerKey, "validated");
    const text = `Application key\n${application_key}\nApplication secret\n${application_secret}\nConsumer key\n${consumerKey}`;
    await route.fulfill({ contentType: "text/html", body: `<title>Keys</title><pre>${text}</pre>` });
  });
}

async function requestKey(emulator: Emulator, application: string, accessRules: readonly unknown[]) {
  const url = `${emulator.url}/v1/auth/credential`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "X-Ovh-Application": application, "Content-Type": "application/json" },
    body: JSON.stringify({ accessRules }),
    signal: AbortSignal.timeout(patienceMs.child),
  });
  return (await response.json()) as { readonly consumerKey: string };
}
