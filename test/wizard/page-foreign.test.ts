import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pagesInChromium } from "../chromium.ts";
import { chooseWay, heading, openWizard, pressOn, tabTo } from "./open-page.ts";

const openPage = pagesInChromium();

describe("a project of somebody else", () => {
  it("of OVHcloud is told by the check", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
    await chooseWay(page, "OVHcloud", /^API keys/);
    const keys = { application_key, application_secret, consumer_key, project_ids: "0123456789abcdef0123456789abcdef" };
    await check(page, keys);
    const told = page
      .locator(".check.fail, .check.warn")
      .filter({ hasText: "0123456789abcdef0123456789abcdef" })
      .first();
    await told.waitFor();
    expect(await told.textContent()).toMatch(/project/);
    expect(await told.locator("p").count()).toBe(2);
  });

  it("of Scaleway is told by the check", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    const { scw_access_key, scw_secret_key } = emulator.credentials.scaleway;
    await chooseWay(page, "Scaleway", /^API key/);
    const scw_project_id = "11111111-2222-4333-8444-555555555555";
    await check(page, { scw_access_key, scw_secret_key, scw_project_id });
    const told = page.locator(".check.fail").filter({ hasText: scw_project_id }).first();
    await told.waitFor();
    expect(await told.textContent()).toMatch(
      /does not exist|mistyped, another organization's, or out of the key's reach/,
    );
    expect(await told.locator("p").count()).toBe(2);
  });
});

it("a Scaleway project's name in place of its id is said at once", async (context) => {
  const { page } = await openWizard(openPage, context);
  await chooseWay(page, "Scaleway", /^API key/);
  await paste(page, { scw_access_key: "SCW0123456789ABCDEFG", scw_project_id: "production" });
  await page
    .getByText(/^Project .*must be a project's id \(a UUID\), not its name/)
    .first()
    .waitFor();
});

it("a Data Platform key that its project does not know is told, and the project can be named anew there", async (context) => {
  const { page, emulator } = await openWizard(openPage, context);
  await chooseWay(page, "OVHcloud Data Platform", /^API key/);
  const { project_subdomain } = emulator.credentials.dataPlatform;
  await check(page, { project_subdomain, api_key: "0123456789abcdef", secret_key: "fedcba9876543210" });
  await page
    .locator(".check.fail")
    .filter({ hasText: "The Data Platform refused api_key and secret_key" })
    .first()
    .waitFor();
  await tabTo(page.getByLabel("Project's subdomain", { exact: true }));
});

async function paste(page: Page, keys: Readonly<Record<string, string>>): Promise<void> {
  await tabTo(page.getByLabel("Paste all at once"));
  await page.keyboard.insertText(JSON.stringify(keys));
  await pressOn(page.getByRole("button", { name: "Take over" }));
}

async function check(page: Page, keys: Readonly<Record<string, string>>): Promise<void> {
  await paste(page, keys);
  await page.getByText("All keys are entered.").waitFor();
  await pressOn(page.getByRole("button", { name: "Continue: Check" }));
  await heading(page, "Check the credential");
}
