import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pagesInChromium } from "../chromium.ts";
import { discoverKept, keptConfig } from "./kept-config.ts";
import { chooseWay, faultsOf, goOn, heading, openWizard, pressOn, tick, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

/** Notes what is wrong with the page at each step. */
function onlooker(page: Page) {
  const faults: string[] = [];
  const look = async (step: string): Promise<void> => {
    faults.push(...(await faultsOf(page)).map((fault) => `${step}: ${fault}`));
  };
  return { faults, look };
}

/** Runs it, and keeps a config under the name that is offered. */
async function tryAndKeep(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  await goOn(page, "Try", "Try it");
  await pressOn(page.getByRole("button", { name: "Start" }));
  await page.getByText("Complete: every list was read to its end.").waitFor();
  await page.getByRole("heading", { name: "Resources" }).waitFor();
  await look("try");
  await goOn(page, "Keep", "Keep it");
  await page.getByText("What is kept").waitFor();
  await pressOn(page.getByRole("button", { name: "Write the file" }));
  await page.getByText("Written:").waitFor();
  await look("keep");
}

describe("a whole way through the wizard's page, by the keyboard alone", () => {
  it("connects Scaleway with two keys, and a project that is chosen by its name", async (context) => {
    const opened = await openWizard(openPage, context, { emulated: { scalewayProjects: 2 } });
    const { page, emulator, heard } = opened;
    const { faults, look } = onlooker(page);
    await chooseWay(page, "Scaleway", /^API key/);
    const byName = page.getByRole("button", { name: "Choose by name" });
    expect(await byName.isDisabled()).toBe(true);
    const { scw_access_key, scw_secret_key, scw_project_id } = emulator.credentials.scaleway;
    await typeInto(page.getByLabel("Access key", { exact: true }), scw_access_key);
    await typeInto(page.getByLabel("Secret key", { exact: true }), scw_secret_key);
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.getByText("Project is missing. Add it.").waitFor();
    await look("keys, without a project");
    await pressOn(byName);
    await page.getByText("1 to choose from.").waitFor();
    await tick(page.getByRole("checkbox", { name: /^default / }));
    await page.getByText("All keys are entered.").waitFor();
    await look("keys");
    await goOn(page, "Check", "Check the credential");
    await page.locator(".verdict.usable").waitFor();
    await look("check");
    await goOn(page, "Choose", "Choose what is read");
    const further = page.getByRole("group", { name: "Further projects" });
    await tick(further.getByRole("checkbox", { name: /^project-2 / }));
    await pressOn(page.getByRole("button", { name: "Work it out again" }));
    await page.getByText(/^At least \d+ requests/).waitFor();
    await look("choose");
    await tryAndKeep(page, look);

    expect(faults).toEqual([]);
    const second = emulator.projects.scaleway.find((id) => id !== scw_project_id) ?? "";
    expect(keptConfig(opened, "scaleway.json")).toEqual({
      scw_access_key,
      scw_secret_key,
      scw_project_id,
      scw_project_ids: second,
    });
    const found = await discoverKept(opened, "scaleway.json");
    expect(found).toContain("scaleway.instance.server");
    expect(heard.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("connects the Data Platform with a key and the project's subdomain", async (context) => {
    const opened = await openWizard(openPage, context);
    const { page, emulator, heard } = opened;
    const { faults, look } = onlooker(page);
    await chooseWay(page, "OVHcloud Data Platform", /^API key/);
    const { project_subdomain, api_key, secret_key } = emulator.credentials.dataPlatform;
    await typeInto(page.getByLabel("API key", { exact: true }), api_key);
    await typeInto(page.getByLabel("Secret key", { exact: true }), secret_key);
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.getByText("Project's subdomain is missing. Add it.").waitFor();
    await pressOn(page.getByRole("button", { name: "Back" }));
    await heading(page, "Whose account is it, and how do you sign in?");
    await typeInto(page.getByLabel("Project's subdomain", { exact: true }), project_subdomain);
    const made = page.getByRole("link", { name: /^Identity Access Manager/ });
    await made.waitFor();
    expect(await made.getAttribute("href")).toBe(`https://${project_subdomain}.eu.dataplatform.ovh.net/`);
    await look("sign-in");
    await goOn(page, "Keys", "Enter the keys");
    await page.getByText("All keys are entered.").waitFor();
    await look("keys");
    await goOn(page, "Check", "Check the credential");
    await page.locator(".verdict.usable").waitFor();
    await look("check");
    await goOn(page, "Choose", "Choose what is read");
    await page.getByText(/^At least 1 request;/).waitFor();
    await look("choose");
    await tryAndKeep(page, look);

    expect(faults).toEqual([]);
    expect(keptConfig(opened, "ovh-data-platform.json")).toEqual({
      project_subdomain,
      api_key,
      secret_key,
      kinds: "ovh-data-platform.bucket",
    });
    expect(await discoverKept(opened, "ovh-data-platform.json")).toContain("ovh-data-platform.bucket");
    expect(heard.filter((line) => line.startsWith("error"))).toEqual([]);
  });
});
