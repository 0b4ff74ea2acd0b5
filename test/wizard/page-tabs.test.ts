import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { pagesInChromium } from "../chromium.ts";
import { chooseWay, faultsOf, heading, openWizard, pressOn, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

/** Asks OVHcloud for a consumer key, with an application's two keys. */
async function askForKey(page: Page, emulator: Emulator): Promise<void> {
  await chooseWay(page, "OVHcloud", /^API keys/);
  const { application_key, application_secret } = emulator.credentials.ovhApplication;
  await typeInto(page.getByLabel("Application key", { exact: true }), application_key);
  await typeInto(page.getByLabel("Application secret", { exact: true }), application_secret);
  await pressOn(page.getByRole("button", { name: "Ask for a consumer key" }));
}

describe("the wizard's page", () => {
  it("goes on where it was after a reload, and says of a secret only that it was entered", async (context) => {
    const { page, emulator, heard } = await openWizard(openPage, context);
    await chooseWay(page, "OVHcloud", /^API keys/);
    const { application_secret } = emulator.credentials.ovhApplication;
    await typeInto(page.getByLabel("Application secret", { exact: true }), application_secret);
    await page.getByText("entered", { exact: true }).waitFor();
    await page.reload();
    await heading(page, "Enter the keys");
    const field = page.getByLabel("Application secret", { exact: true });
    expect(await field.inputValue()).toBe("");
    expect(await field.getAttribute("placeholder")).toBe("Entered. Type to replace it.");
    expect(page.url()).not.toContain("#");
    const kept = await page.evaluate<string>(
      "JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])",
    );
    expect([await page.content(), kept, ...heard].join("\n")).not.toContain(application_secret);
    await pressOn(page.getByRole("button", { name: "Forget Application secret" }));
    await page.getByText("entered", { exact: true }).waitFor({ state: "detached" });
  });

  it("says in a second tab where the link is, and asks the server for nothing", async (context) => {
    const { link } = await openWizard(openPage, context);
    const other = await openPage(context);
    const asked: string[] = [];
    other.on("request", (request) => asked.push(request.url()));
    await other.goto(new URL("/", link).href);
    await other.getByText("The link that opens it stands in the terminal").waitFor();
    expect(asked.filter((url) => url.includes("/api/"))).toEqual([]);
    expect(await faultsOf(other)).toEqual([]);
    await other.goto(link);
    await heading(other, "Whose account is it, and how do you sign in?");
  });

  it("says so where its token is none, and forgets it", async (context) => {
    const { link } = await openWizard(openPage, context);
    const other = await openPage(context);
    await other.goto(`${new URL("/", link).href}#${"A".repeat(43)}`);
    await other.getByText("The link that opens it stands in the terminal").waitFor();
    expect(await other.evaluate("sessionStorage.length")).toBe(0);
  });

  it("offers what was found on this machine by its names, never by its values", async (context) => {
    const { page, emulator } = await openWizard(openPage, context, {
      environment: (cloud) => cloud.environment,
    });
    await page.getByText("SCW_ACCESS_KEY, SCW_SECRET_KEY").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await pressOn(page.getByRole("button", { name: "Use Scaleway from Environment variables" }));
    await heading(page, "Check the credential");
    await page.locator(".verdict").waitFor();
    const { scw_access_key, scw_secret_key } = emulator.credentials.scaleway;
    const content = await page.content();
    expect([scw_access_key, scw_secret_key].filter((secret) => content.includes(secret))).toEqual([]);
  });

  it("asks for a consumer key, and enters it once the customer has agreed", async (context) => {
    const emulated = { ovhApproval: "validated", ovhApprovalAfterPolls: 1 } as const;
    const { page, emulator } = await openWizard(openPage, context, { emulated });
    await askForKey(page, emulator);
    await page.getByRole("link", { name: /^Agree on OVHcloud's page/ }).waitFor();
    await page.getByText("You agreed. The consumer key is entered.").waitFor();
    await page.getByText("All keys are entered.").waitFor();
  });

  it("says so where the customer does not agree", async (context) => {
    const emulated = { ovhApproval: "refused" } as const;
    const { page, emulator } = await openWizard(openPage, context, { emulated });
    await askForKey(page, emulator);
    await page
      .getByRole("alert")
      .filter({ hasText: /refused/ })
      .waitFor();
  });
});
