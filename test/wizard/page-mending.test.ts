import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { pagesInChromium } from "../chromium.ts";
import { patienceMs } from "../patience.ts";
import { chooseWay, faultsOf, heading, openWizard, pressOn, tabTo, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

describe("keys in the wrong fields are put right with one press:", () => {
  it("OVHcloud's, typed in each other's place", async (context) => {
    const { page, emulator, heard } = await openWizard(openPage, context);
    const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeKey(page, "Application key", application_secret);
    await typeKey(page, "Application secret", application_key);
    await typeKey(page, "Consumer key", consumer_key);
    const exchange = spoken(page).getByRole("button", { name: "Exchange Application key and Application secret" });
    await exchange.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await pressOn(exchange);
    await focused(page, "Exchanged: Application key and Application secret.");
    await checked(page);
    const secrets = [application_key, application_secret, consumer_key];
    expect(secrets.filter((secret) => heard.join().includes(secret))).toEqual([]);
  });

  it("Scaleway's, pasted in each other's place", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    const { scw_access_key: access, scw_secret_key: secret, scw_project_id } = emulator.credentials.scaleway;
    await chooseWay(page, "Scaleway", /^API key/);
    await paste(page, scalewayLines({ access: secret, secret: access, project: scw_project_id }));
    await pressOn(spoken(page).getByRole("button", { name: "Exchange Access key and Secret key" }));
    await focused(page, "Exchanged: Access key and Secret key.");
    await checked(page);
  });

  it("another cloud's, pasted", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    const { scw_access_key: access, scw_secret_key: secret, scw_project_id } = emulator.credentials.scaleway;
    await chooseWay(page, "OVHcloud", /^API keys/);
    await paste(page, scalewayLines({ access, secret, project: scw_project_id }));
    const choose = spoken(page).getByRole("button", { name: "Choose Scaleway, and take over what was pasted" });
    await choose.waitFor();
    expect(await page.getByLabel("Paste all at once").inputValue()).toBe("");
    expect(await faultsOf(page)).toEqual([]);
    await pressOn(choose);
    await focused(page, "Taken over: Access key, Secret key, Project.");
    await checked(page);
  });

  it("another cloud's, typed", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
    await chooseWay(page, "Scaleway", /^API key/);
    await typeKey(page, "Access key", application_key);
    await typeKey(page, "Secret key", application_secret);
    const name = "Choose OVHcloud, and take over Application key and Application secret";
    await pressOn(spoken(page).getByRole("button", { name }));
    await focused(page, "Taken over: Application key, Application secret.");
    await typeKey(page, "Consumer key", consumer_key);
    await checked(page);
  });
});

it("a key of another region is told so, and the region is chosen where that is told", async (context) => {
  const { page, emulator } = await openWizard(openPage, context);
  // To one region, keys of another are keys that nobody made.
  emulator.addFault({
    match: "/",
    status: 403,
    body: { class: "Client::Forbidden", message: "Invalid application key" },
  });
  await enterOvhKeys(page, emulator);
  await pressOn(page.getByRole("button", { name: "Continue: Check" }));
  const told = page.locator(".check.fail");
  await told
    .filter({ hasText: "OVHcloud does not know this application_key here: a key is valid in one region only." })
    .waitFor();
  await told.filter({ hasText: /it must be the one where the key was made \(ovh-eu, ovh-ca, ovh-us/ }).waitFor();
  const region = page.getByLabel("Endpoint", { exact: true });
  await tabTo(region);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => region.inputValue(), { timeout: patienceMs.child }).toBe("ovh-ca");
  emulator.clearFaults();
  await pressOn(page.getByRole("button", { name: "Check everything anew" }));
  await page.locator(".verdict.usable").waitFor();
  expect(await page.getByLabel("Endpoint", { exact: true }).count()).toBe(0);
});

it("what failed is checked again alone, and turns good once it is granted", async (context) => {
  const permissionSets = ["RelationalDatabasesReadOnly"];
  const scalewayRules = [{ permissionSets, scope: "all-projects" }] as const;
  const { page, emulator } = await openWizard(openPage, context, { emulated: { scalewayRules } });
  const { scw_access_key: access, scw_secret_key: secret, scw_project_id: project } = emulator.credentials.scaleway;
  await chooseWay(page, "Scaleway", /^API key/);
  const kinds = "kinds=scaleway.instance.server,scaleway.rdb.instance\n";
  await paste(page, `${scalewayLines({ access, secret, project })}${kinds}`);
  await page.getByText("All keys are entered.").waitFor();
  await pressOn(page.getByRole("button", { name: "Continue: Check" }));
  await page.locator(".verdict.usable-with-gaps").waitFor();
  const asked = (): readonly string[] => {
    const products = emulator.statistics.paths.map((path) => /^GET \/(instance|rdb)\//.exec(path)?.[1]);
    return [...new Set(products)].filter((product) => product !== undefined).toSorted();
  };
  expect(asked()).toEqual(["instance", "rdb"]);
  const missing = page.getByRole("row").filter({ hasText: "scaleway.instance.server" });
  expect(await missing.textContent()).toContain("InstancesReadOnly");

  emulator.resetStatistics();
  permissionSets.push("InstancesReadOnly");
  await pressOn(page.getByRole("button", { name: "Check again what failed" }));
  await page.locator(".verdict.usable").waitFor();
  expect(asked()).toEqual(["instance"]);
  expect(await missing.count()).toBe(0);
  await page.getByText("Kinds: 2 granted, 0 not granted, 0 not known.").waitFor();
});

/** What is read aloud as it comes. */
function spoken(page: Page): Locator {
  return page.locator("[aria-live=polite]");
}

async function focused(page: Page, sentence: string): Promise<void> {
  await spoken(page).locator("p:focus").filter({ hasText: sentence }).waitFor();
}

async function checked(page: Page): Promise<void> {
  await page.getByText("All keys are entered.").waitFor();
  await pressOn(page.getByRole("button", { name: "Continue: Check" }));
  await heading(page, "Check the credential");
  await page.locator(".verdict:not(.not-usable)").waitFor();
}

function typeKey(page: Page, label: string, key: string): Promise<void> {
  return typeInto(page.getByLabel(label, { exact: true }), key);
}

async function enterOvhKeys(page: Page, { credentials }: Emulator): Promise<void> {
  await chooseWay(page, "OVHcloud", /^API keys/);
  await typeKey(page, "Application key", credentials.ovhApplication.application_key);
  await typeKey(page, "Application secret", credentials.ovhApplication.application_secret);
  await typeKey(page, "Consumer key", credentials.ovhApplication.consumer_key);
  await page.getByText("All keys are entered.").waitFor();
}

async function paste(page: Page, text: string): Promise<void> {
  await tabTo(page.getByLabel("Paste all at once"));
  await page.keyboard.insertText(text);
  await pressOn(page.getByRole("button", { name: "Take over" }));
}

function scalewayLines({ access, secret, project }: { access: string; secret: string; project: string }): string {
  return `SCW_ACCESS_KEY=${access}\nSCW_SECRET_KEY=${secret}\nSCW_DEFAULT_PROJECT_ID=${project}\n`;
}
