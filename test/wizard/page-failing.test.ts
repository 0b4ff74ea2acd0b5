import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { pagesInChromium } from "../chromium.ts";
import { never, patiently } from "../patience.ts";
import { chooseWay, heading, openWizard, pressOn, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

describe("a provider that is slow", () => {
  it("is waited for by the check, which says so and can be stopped", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    emulator.addFault({ match: "/", delayMs: never });
    await enterKeys(page, emulator);
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.getByText("Waiting for OVHcloud …").waitFor();
    await vi.waitUntil(() => emulator.statistics.inFlight > 0, patiently);
    await pressOn(page.getByRole("button", { name: "Stop", exact: true }));
    await page.getByText("The check was stopped.").waitFor();
    await vi.waitUntil(() => emulator.statistics.inFlight === 0, patiently);
    emulator.clearFaults();
    await pressOn(page.getByRole("button", { name: "Check everything anew" }));
    await page.locator(".verdict.usable").waitFor();
    expect(await page.getByText("The check was stopped.").count()).toBe(0);
  });

  it("is waited for by the try, which says so, can be stopped, and tried again", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    await enterKeys(page, emulator);
    await goToTry(page);
    emulator.addFault({ match: "/vps", delayMs: never });
    await pressOn(page.getByRole("button", { name: "Start" }));
    await page.getByText("Waiting for OVHcloud …").waitFor();
    await page.getByText(/^[1-9]\d* of \d+ lists read, \d+ resources found\.$/).waitFor();
    await pressOn(page.getByRole("button", { name: "Stop", exact: true }));
    await page.getByText("The try was stopped.").waitFor();
    await vi.waitUntil(() => emulator.statistics.inFlight === 0, patiently);
    emulator.clearFaults();
    await pressOn(page.getByRole("button", { name: "Try again" }));
    await page.getByText("Complete: every list was read to its end.").waitFor();
  });
});

const later = "Run again; where it stays so, ask the provider's support and name the request.";
const network = /^Check this machine's network, its name servers, and the proxy/;

describe("a provider that fails", () => {
  it("with errors of its own is told by the check, with what to do", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    emulator.addFault({ match: "/", status: 500, body: { message: "made to fail" } });
    await enterKeys(page, emulator);
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.locator(".verdict.not-usable").waitFor();
    const failed = page.locator(".check.fail").filter({ hasText: /failed at the provider \(status 500\)/ });
    expect(await failed.getByText(later).count()).toBe(1);
    emulator.clearFaults();
    await pressOn(page.getByRole("button", { name: "Check again what failed" }));
    await page.locator(".verdict.usable").waitFor();
  });

  it("by not being there is told by the check, with what to do", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    await enterKeys(page, emulator);
    await emulator.close();
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.locator(".verdict.not-usable").waitFor();
    const failed = page.locator(".check.fail").filter({ hasText: /could not reach the provider \(ECONNREFUSED\)/ });
    expect(await failed.getByText(network).count()).toBe(1);
  });

  it("is told by the try for each reason, with what to do", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    await enterKeys(page, emulator);
    await goToTry(page);
    emulator.addFault({ match: "/vps", status: 500, body: { message: "made to fail" } });
    emulator.addFault({ match: "/dedicated/server", reset: true });
    await pressOn(page.getByRole("button", { name: "Start" }));
    await page.getByText("Not complete: see below what is missing, and why.").waitFor();
    const gaps = page.getByRole("region", { name: "What is missing, by reason" }).getByRole("listitem");
    const ofVps = gaps.filter({ hasText: /GET \/vps failed at the provider \(status 500\)/ });
    expect(await ofVps.getByText(later).count()).toBe(1);
    const ofServers = gaps.filter({ hasText: /GET \/dedicated\/server could not reach the provider \(/ });
    expect(await ofServers.getByText(network).count()).toBe(1);
    emulator.clearFaults();
    await pressOn(page.getByRole("button", { name: "Try again" }));
    await page.getByText("Complete: every list was read to its end.").waitFor();
  });
});

describe("a consumer key that is asked for in the page", () => {
  const ask = async (page: Page, emulator: Emulator): Promise<void> => {
    await enterKeys(page, emulator, ["application_key", "application_secret"]);
    await pressOn(page.getByRole("button", { name: "Ask for a consumer key" }));
  };
  const asked = async (context: Parameters<typeof openPage>[0], emulated: EmulatorOptions) => {
    const opened = await openWizard(openPage, context, { emulated });
    // Nobody waits ten minutes here.
    await opened.page.route("**/api/request", (route) =>
      route.continue({
        postData: JSON.stringify({ ...JSON.parse(route.request().postData() ?? "{}"), timeoutSeconds: 1 }),
      }),
    );
    await ask(opened.page, opened.emulator);
    return opened;
  };

  const failure = (page: Page) => page.getByRole("alert").locator(".box");

  it("and that nobody decides on in time is told so, and can be asked for again", async (context) => {
    const { page, emulator } = await asked(context, { ovhApproval: "never" });
    await page.getByText("Waiting for you to agree there …").waitFor();
    await failure(page).getByText("Nobody approved the key within 1 s.").waitFor();
    await failure(page).getByText("Ask for a key again, and agree on its page while it is waited for.").waitFor();
    await page.unroute("**/api/request");
    await pressOn(page.getByRole("button", { name: "Ask for a consumer key" }));
    await page.getByText("Waiting for you to agree there …").waitFor();
    expect(await failure(page).count()).toBe(0);
    await pressOn(page.getByRole("button", { name: "Stop waiting" }));
    await vi.waitUntil(() => emulator.statistics.inFlight === 0, patiently);
    expect(await page.getByText("Waiting for you to agree there …").count()).toBe(0);
  });

  it("and is refused is told so", async (context) => {
    const { page } = await asked(context, { ovhApproval: "refused" });
    await failure(page).getByText("The request was refused on the page: there is no key.").waitFor();
    await failure(page).getByText("Ask again and agree there, or use a key that was made otherwise.").waitFor();
    expect(await page.getByText("You agreed.").count()).toBe(0);
  });

  it("of a provider that is not there is told so", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    await emulator.close();
    await ask(page, emulator);
    await failure(page).getByText("POST /auth/credential could not reach the provider (ECONNREFUSED).").waitFor();
    await failure(page).getByText(network).waitFor();
  });
});

const labels = {
  application_key: "Application key",
  application_secret: "Application secret",
  consumer_key: "Consumer key",
} as const;

async function enterKeys(
  page: Page,
  { credentials }: Emulator,
  keys: readonly (keyof typeof labels)[] = ["application_key", "application_secret", "consumer_key"],
): Promise<void> {
  await chooseWay(page, "OVHcloud", /^API keys/);
  for (const key of keys)
    await typeInto(page.getByLabel(labels[key], { exact: true }), credentials.ovhApplication[key]);
  if (keys.length === 3) await page.getByText("All keys are entered.").waitFor();
}

async function goToTry(page: Page): Promise<void> {
  await pressOn(page.getByRole("button", { name: "5 Try" }));
  await heading(page, "Try it");
}
