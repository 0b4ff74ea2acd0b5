import { describe, expect, it } from "vitest";
import { pagesInChromium } from "../chromium.ts";
import { chooseWay, faultsOf, goOn, heading, type OpenWizard, openWizard, pressOn, typeInto } from "./open-page.ts";
import { clientOf } from "./wizard.ts";

const openPage = pagesInChromium();

async function foldEverythingOut({ page }: OpenWizard): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
}

/** The pages that no whole way shows; test/wizard/page-ways.test.ts has each step. */
describe("axe finds nothing wrong, in light and in dark, and nothing stands out in 320 pixels", () => {
  it("at the first step, before and after each choice", async (context) => {
    const opened = await openWizard(openPage, context, { environment: (cloud) => cloud.environment });
    const { page } = opened;
    await heading(page, "Whose account is it, and how do you sign in?");
    expect(await faultsOf(page)).toEqual([]);
    for (const [provider, way] of [
      ["OVHcloud", "API keys: application key, application secret and consumer key"],
      ["OVHcloud", "Service account: OAuth2 client id and client secret"],
      ["Scaleway", "API key: access key and secret key"],
    ] as const) {
      await page.getByRole("radio", { name: provider, exact: true }).check();
      await page.getByRole("radio", { name: way, exact: true }).check();
      await page.locator('[aria-label^="Copy: The rights to grant"]').first().waitFor({ state: "attached" });
      await foldEverythingOut(opened);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it("where a step lacks something, and with everything folded out", async (context) => {
    const opened = await openWizard(openPage, context);
    const { page, emulator } = opened;
    await pressOn(page.getByRole("button", { name: "Continue: Keys" }));
    await page.getByText("Choose a provider and a way to sign in.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await chooseWay(page, "OVHcloud", /^API keys/);
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.getByText("Consumer key is missing. Add it.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
    await typeInto(page.getByLabel("Application key", { exact: true }), application_key);
    await typeInto(page.getByLabel("Application secret", { exact: true }), application_secret);
    await typeInto(page.getByLabel("Consumer key", { exact: true }), consumer_key);
    await goOn(page, "Check", "Check the credential");
    await page.locator(".verdict").waitFor();
    await foldEverythingOut(opened);
    expect(await faultsOf(page)).toEqual([]);
    await goOn(page, "Choose", "Choose what is read");
    await page.getByText(/^At least/).waitFor();
    await foldEverythingOut(opened);
    expect(await faultsOf(page)).toEqual([]);
    await goOn(page, "Try", "Try it");
    expect(await faultsOf(page)).toEqual([]);
    await goOn(page, "Keep", "Keep it");
    for (const form of ["Environment variables, for a shell", "Fields of a control plane's form"]) {
      await page.getByRole("radio", { name: form }).check();
      await page.getByLabel(form).and(page.locator("textarea")).waitFor();
      await foldEverythingOut(opened);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it("once it has ended, which says what was kept", async (context) => {
    const opened = await openWizard(openPage, context);
    const { page, emulator, folder } = opened;
    await chooseWay(page, "OVHcloud Data Platform", /^API key/);
    await page.getByLabel("Paste all at once").fill(JSON.stringify(emulator.credentials.dataPlatform));
    await pressOn(page.getByRole("button", { name: "Take over" }));
    await page.getByText("All keys are entered.").waitFor();
    await pressOn(page.getByRole("button", { name: "6 Keep" }));
    await pressOn(page.getByRole("button", { name: "Write the file" }));
    await page.getByText("Written:").waitFor();
    await pressOn(page.getByRole("button", { name: "End the wizard" }));
    await page.getByRole("heading", { name: "The wizard has ended", level: 1 }).waitFor();
    await page.getByText(`Kept: ${folder}/ovh-data-platform.json`).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate("sessionStorage.length")).toBe(0);
  });

  it("once the server is gone", async (context) => {
    const { page, link } = await openWizard(openPage, context);
    await heading(page, "Whose account is it, and how do you sign in?");
    await clientOf(link).call("end", {});
    await page.getByRole("radio", { name: "Scaleway", exact: true }).click();
    await page.getByRole("heading", { name: "The wizard does not answer any more", level: 1 }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
