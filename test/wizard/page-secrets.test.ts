import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pagesInChromium } from "../chromium.ts";
import { keptConfig } from "./kept-config.ts";
import { chooseWay, goOn, heading, type OpenWizard, openWizard, pressOn, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

/** What a picture of the page shows, what a screen reader is told, and what the tab stores. */
async function shownBy(page: Page): Promise<string> {
  const seen = await page.evaluate<string>(`
    [
      document.body.innerText,
      document.title,
      location.href,
      ...[...document.querySelectorAll("input:not([type=password]), textarea, select")].map(({ value }) => value),
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    ].join("\\n")
  `);
  const devtools = await page.context().newCDPSession(page);
  const accessible = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  return `${seen}\n${JSON.stringify(accessible)}`;
}

/** The arguments of every process of this machine that may be read. */
function allArguments(): string {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids
    .map((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, "utf8");
      } catch {
        return "";
      }
    })
    .join("\n");
}

/** Watches where secrets are told; each finding names the step. */
function watchFor({ page, heard, printed }: OpenWizard, secrets: readonly string[]) {
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(8);
  const found: string[] = [];
  const look = async (step: string, hidden = secrets): Promise<void> => {
    const places = {
      page: await shownBy(page),
      answers: heard.join("\n"),
      printed: printed.join(""),
      arguments: allArguments(),
    };
    for (const [place, text] of Object.entries(places)) {
      if (hidden.some((secret) => text.includes(secret))) found.push(`${step}: ${place}`);
    }
  };
  return { found, look };
}

type Look = ReturnType<typeof watchFor>["look"];

/** The steps from the keys, which are entered, to the end. */
async function walkOn(page: Page, look: Look): Promise<void> {
  await page.reload();
  await heading(page, "Enter the keys");
  await look("keys, after a reload");
  await goOn(page, "Check", "Check the credential");
  await fromCheck(page, look);
}

async function fromCheck(page: Page, look: Look): Promise<void> {
  await page.locator(".verdict").waitFor();
  await look("check");
  await goOn(page, "Choose", "Choose what is read");
  await page.getByText(/^At least/).waitFor();
  await look("choose");
  await goOn(page, "Try", "Try it");
  await pressOn(page.getByRole("button", { name: "Start" }));
  await page.getByRole("heading", { name: "Resources" }).waitFor();
  await look("try");
  await goOn(page, "Keep", "Keep it");
  for (const form of [
    "Environment variables, for a shell",
    "Fields of a control plane's form",
    "Config file, for --config",
  ]) {
    await page.getByRole("radio", { name: form }).check();
    await page.getByLabel(form).and(page.locator("textarea")).waitFor();
    await look(`keep: ${form}`);
  }
  await pressOn(page.getByRole("button", { name: "Write the file" }));
  await page.getByText("Written:").waitFor();
  await look("kept");
  await pressOn(page.getByRole("button", { name: "End the wizard" }));
  await page.getByText("The wizard has ended").waitFor();
  await look("ended");
}

describe("no secret is shown, told, stored or logged, at any step", () => {
  it("that was typed key by key", async (context) => {
    const opened = await openWizard(openPage, context);
    const { page, emulator } = opened;
    const { application_key, application_secret, consumer_key } = emulator.credentials.ovhApplication;
    const { found, look } = watchFor(opened, [application_key, application_secret, consumer_key]);
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeInto(page.getByLabel("Application key", { exact: true }), application_key);
    await typeInto(page.getByLabel("Application secret", { exact: true }), application_secret);
    await typeInto(page.getByLabel("Consumer key", { exact: true }), consumer_key);
    await page.getByText("All keys are entered.").waitFor();
    // An identifier is not masked while it is typed.
    await look("keys", [application_secret, consumer_key]);
    await walkOn(page, look);
    expect(found).toEqual([]);
    expect(keptConfig(opened, "ovh.json")).toMatchObject({ application_secret, consumer_key });
  });

  it("that was pasted", async (context) => {
    const opened = await openWizard(openPage, context);
    const { page, emulator } = opened;
    const { scw_access_key, scw_secret_key } = emulator.credentials.scaleway;
    const { found, look } = watchFor(opened, [scw_access_key, scw_secret_key]);
    await chooseWay(page, "Scaleway", /^API key/);
    const lines = Object.entries(emulator.environment).filter(([name]) => name.startsWith("SCW_"));
    await page.getByLabel("Paste all at once").focus();
    await page.keyboard.insertText(lines.map(([name, value]) => `export ${name}=${value}\n`).join(""));
    await pressOn(page.getByRole("button", { name: "Take over" }));
    await page.getByText("All keys are entered.").waitFor();
    await look("keys");
    await walkOn(page, look);
    expect(found).toEqual([]);
    expect(keptConfig(opened, "scaleway.json")).toMatchObject({ scw_secret_key });
  });

  it("that was typed or pasted into the wrong place", async (context) => {
    const opened = await openWizard(openPage, context);
    const { page, emulator } = opened;
    const { application_secret } = emulator.credentials.ovhApplication;
    const { scw_access_key, scw_secret_key } = emulator.credentials.scaleway;
    const { found, look } = watchFor(opened, [application_secret, scw_access_key, scw_secret_key]);
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeInto(page.getByLabel("Application key", { exact: true }), application_secret);
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel("Paste all at once").focus();
    await page.keyboard.insertText(`SCW_ACCESS_KEY=${scw_access_key}\nSCW_SECRET_KEY=${scw_secret_key}\n`);
    await pressOn(page.getByRole("button", { name: "Take over" }));
    await page.getByText("The text holds keys of Scaleway, not of OVHcloud.").waitFor();
    // What was typed into a field that is not masked is on the screen of whoever types it.
    await look("keys", [scw_access_key, scw_secret_key]);
    await page.reload();
    await heading(page, "Enter the keys");
    await look("keys, after a reload");
    expect(found).toEqual([]);
  });

  it("that was found on this machine", async (context) => {
    const opened = await openWizard(openPage, context, { environment: (cloud) => cloud.environment });
    const { page, emulator } = opened;
    const { ovhApplication, scaleway, dataPlatform } = emulator.credentials;
    const { found, look } = watchFor(opened, [
      ovhApplication.application_key,
      ovhApplication.application_secret,
      ovhApplication.consumer_key,
      scaleway.scw_access_key,
      scaleway.scw_secret_key,
      dataPlatform.api_key,
      dataPlatform.secret_key,
    ]);
    await page.getByText("SCW_ACCESS_KEY, SCW_SECRET_KEY").waitFor();
    await look("sign-in");
    await pressOn(page.getByRole("button", { name: "Use OVHcloud Data Platform from Environment variables" }));
    await heading(page, "Check the credential");
    await fromCheck(page, look);
    expect(found).toEqual([]);
    expect(keptConfig(opened, "ovh-data-platform.json")).toMatchObject({ secret_key: dataPlatform.secret_key });
  });

  it("that the provider handed out", async (context) => {
    const emulated = { ovhApproval: "validated", ovhApprovalAfterPolls: 0 } as const;
    const opened = await openWizard(openPage, context, { emulated });
    const { page, emulator } = opened;
    const { application_key, application_secret } = emulator.credentials.ovhApplication;
    const { found, look } = watchFor(opened, [application_secret]);
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeInto(page.getByLabel("Application key", { exact: true }), application_key);
    await typeInto(page.getByLabel("Application secret", { exact: true }), application_secret);
    await pressOn(page.getByRole("button", { name: "Ask for a consumer key" }));
    await page.getByText("All keys are entered.").waitFor();
    const texts = [await shownBy(page)];
    await walkOn(page, async (step) => {
      await look(step);
      texts.push(await shownBy(page));
    });
    expect(found).toEqual([]);
    // Which key it was is known once it is kept.
    const { consumer_key = "" } = keptConfig(opened, "ovh.json");
    expect(consumer_key.length).toBeGreaterThan(8);
    expect([...texts, ...opened.heard, ...opened.printed].join("\n")).not.toContain(consumer_key);
  });
});
