import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { pagesInChromium } from "../chromium.ts";
import { discoverKept, keptConfig } from "./kept-config.ts";
import { chooseWay, faultsOf, goOn, heading, openWizard, pressOn, tabTo, tick } from "./open-page.ts";

const openPage = pagesInChromium();

/** Pastes the keys of an OVHcloud account, and goes on to what is read. */
async function toChoose(page: Page, emulator: Emulator): Promise<void> {
  await chooseWay(page, "OVHcloud", /^API keys/);
  const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
  await tabTo(page.getByLabel("Paste all at once"));
  await page.keyboard.insertText(JSON.stringify({ application_key, application_secret, consumer_key }));
  await pressOn(page.getByRole("button", { name: "Take over" }));
  await page.getByText("All keys are entered.").waitFor();
  await goOn(page, "Check", "Check the credential");
  await page.locator(".verdict").waitFor();
  await goOn(page, "Choose", "Choose what is read");
  await page.getByText(/^At least \d+ requests/).waitFor();
}

function branchOf(page: Page, family: string) {
  const branch = page.getByRole("listitem").filter({ hasText: `Show the kinds of ${family}` });
  return {
    all: branch.getByRole("checkbox", { name: new RegExp(`^${family} \\d`) }),
    open: () => pressOn(branch.getByText(`Show the kinds of ${family}`)),
    count: (text: string) => branch.getByText(text, { exact: true }).waitFor(),
    kind: (id: string) => branch.getByRole("checkbox", { name: new RegExp(` ${id.replaceAll(".", "\\.")}( |$)`) }),
    row: (id: string) => branch.getByRole("listitem").filter({ has: page.getByText(id, { exact: true }) }),
  };
}

function isMixed(box: Locator): Promise<boolean> {
  return box.evaluate((element: unknown) => (element as { readonly indeterminate: boolean }).indeterminate);
}

describe("what is read, chosen by the keyboard alone", () => {
  it("says of each kind what is known, and keeps the chosen kinds, projects and places", async (context) => {
    const opened = await openWizard(openPage, context, { emulated: { ovhProjects: 2 } });
    const { page, emulator } = opened;
    await toChoose(page, emulator);

    const databases = branchOf(page, "Databases");
    await databases.count("2 of 6");
    expect([await isMixed(databases.all), await databases.all.isChecked()]).toEqual([true, false]);
    await databases.open();
    const usual = (await databases.row("ovh.cloud.database").textContent()) ?? "";
    for (const word of ["usual", "granted", "requests"]) expect(usual).toContain(word);
    const other = (await databases.row("ovh.cloud.logical-database").textContent()) ?? "";
    for (const word of ["usual", "granted", "request"]) expect(other).not.toContain(word);

    await tick(databases.all);
    await databases.count("6 of 6");
    expect([await isMixed(databases.all), await databases.all.isChecked()]).toEqual([false, true]);
    await page.getByText("Other things were chosen since it was worked out.").waitFor();
    await tick(databases.all);
    await databases.count("0 of 6");
    expect([await isMixed(databases.all), await databases.all.isChecked()]).toEqual([false, false]);
    await tick(databases.kind("ovh.cloud.database"));
    await databases.count("1 of 6");

    for (const family of ["Kubernetes, registries and serverless", "Web hosting"]) {
      const branch = branchOf(page, family);
      await tick(branch.all);
      await tick(branch.all);
      await branch.count(family === "Web hosting" ? "0 of 2" : "0 of 5");
    }

    const mail = branchOf(page, "Mail");
    await mail.open();
    await tick(mail.all);
    await mail.count("10 of 15");
    expect(await isMixed(mail.all)).toBe(true);
    expect(await mail.kind("ovh.exchange.mailbox").isChecked()).toBe(false);
    await tick(mail.all);
    await mail.count("0 of 15");
    await tick(mail.kind("ovh.exchange"));
    await mail.count("1 of 15");

    await tick(page.getByRole("checkbox", { name: /^production / }));
    await tick(page.getByRole("checkbox", { name: /^GRA / }));
    await pressOn(page.getByRole("button", { name: "Check the chosen kinds" }));
    await mail.row("ovh.exchange").getByText("granted", { exact: true }).waitFor();
    await page.getByText(/not checked yet/).waitFor({ state: "detached" });
    await pressOn(page.getByRole("button", { name: "Work it out again" }));
    await mail
      .row("ovh.exchange")
      .getByText(/\d requests?/)
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await goOn(page, "Try", "Try it");
    await pressOn(page.getByRole("button", { name: "Start" }));
    await page.getByText("Complete: every list was read to its end.").waitFor();
    await goOn(page, "Keep", "Keep it");
    await pressOn(page.getByRole("button", { name: "Write the file" }));
    await page.getByText("Written:").waitFor();
    const { kinds = "", project_ids, regions } = keptConfig(opened, "ovh.json");
    expect(kinds.split(",")).toEqual(
      expect.arrayContaining(["ovh.exchange", "ovh.cloud.database", "ovh.cloud.instance"]),
    );
    expect(kinds).not.toMatch(/web-hosting|kube|mailbox|web-cloud-database/);
    expect(emulator.projects.ovh).toContain(project_ids);
    expect(regions).toBe("GRA");
    expect(await discoverKept(opened, "ovh.json")).toContain("ovh.exchange");
  });

  it("leads from kinds that are not granted to what to grant", async (context) => {
    const ovhRules = ["/cloud/project", "/cloud/project/*", "/auth/*"].map((path) => ({ method: "GET", path }));
    const opened = await openWizard(openPage, context, { emulated: { ovhRules } });
    const { page, emulator } = opened;
    await toChoose(page, emulator);
    await tick(branchOf(page, "Mail").all);
    await page.getByText("10 chosen kinds were not checked yet.").waitFor();

    await goOn(page, "Try", "Try it");
    await pressOn(page.getByRole("button", { name: "Start" }));
    await page.getByText("Not complete: see below what is missing, and why.").waitFor();
    await pressOn(page.getByRole("button", { name: "Check the credential, and see what to grant" }));
    const lacking = page.getByRole("table", { name: "Kinds that lack rights" });
    await lacking.first().getByText("ovh.email-domain", { exact: true }).waitFor();
    const link = page.getByRole("link", { name: /^Make a key with these rights/ });
    await link.waitFor();
    expect(await link.getAttribute("href")).toContain("GET=/email/domain");
    expect(await page.evaluate<string>("document.body.innerText")).not.toMatch(/docs\/|--\w/);

    await goOn(page, "Choose", "Choose what is read");
    await page.getByText(/chosen kinds are not granted\.$/).waitFor();
    await pressOn(page.getByRole("button", { name: "See what to grant" }));
    await link.waitFor();
  });

  it("shows what to grant to the way that was chosen last", async (context) => {
    const { page } = await openWizard(openPage, context);
    await page.getByRole("radio", { name: "OVHcloud", exact: true }).check();
    await page.getByRole("radio", { name: /^API keys/ }).check();
    await page.getByRole("link", { name: "Make the keys on a page that is filled in" }).first().waitFor();
    await page.getByRole("radio", { name: /^Service account/ }).check();
    await page
      .getByText(/\/v2\/iam\/policy/)
      .first()
      .waitFor();
    await page.getByRole("radio", { name: /^API keys/ }).check();
    await page.getByText("Body of POST /auth/credential").first().waitFor();
    expect(await page.getByText(/\/v2\/iam\/policy/).count()).toBe(0);
  });

  it("waits for a choice that the server has not answered before it goes on", async (context) => {
    const { page } = await openWizard(openPage, context);
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/choose", async (route) => {
      if (route.request().postData()?.includes('"credential"') === true) await held;
      await route.continue();
    });
    await page.getByRole("radio", { name: "OVHcloud", exact: true }).check();
    await page.getByRole("radio", { name: /^Service account/ }).check();
    await pressOn(page.getByRole("button", { name: "Continue: Keys" }));
    expect(await page.getByText("Choose a provider and a way to sign in.").count()).toBe(0);
    answer();
    await heading(page, "Enter the keys");
  });
});
