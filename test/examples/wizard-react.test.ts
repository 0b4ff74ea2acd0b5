import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { bundleForBrowser, openStrictPage } from "../browser/strict-page.ts";
import { pagesInChromium } from "../chromium.ts";

const openPage = pagesInChromium();
const html = readFileSync(new URL("../../examples/wizard-react/index.html", import.meta.url), "utf8");
let script: string;
beforeAll(async () => {
  script = await bundleForBrowser("../../examples/wizard-react/wizard.jsx");
});

const access = "SCW0123456789ABCDEFG";
const secret = "7363616c-6577-6573-6862-6f7579616161";
const project = "6170692e-7363-616c-6577-61792e636f6d";

describe("the example of a wizard with React", () => {
  let complaints: readonly string[];
  const open = async (context: TestContext): Promise<Page> => {
    const page = await openPage(context);
    complaints = await openStrictPage(page, { "/": html, "/wizard.js": script });
    return page;
  };
  /** What the page complained of, but for the picture that a browser asks for by itself, and what rjsf writes of each refusal. */
  const faults = () => complaints.filter((text) => !/favicon|404|^Form validation failed/.test(text));
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first();

  it("fills the form from a paste, whichever provider's it is, and says what is to be kept", async (context) => {
    const page = await open(context);
    await page
      .getByLabel("Paste all keys at once")
      .fill(`export SCW_ACCESS_KEY="${access}"\r\nexport SCW_SECRET_KEY="${secret}"\r\n`);
    await expect.poll(() => page.getByLabel("Provider").inputValue()).toBe("scaleway");
    const key = page.locator('[name="root_scw_access_key"]');
    const hidden = page.locator('[name="root_scw_secret_key"]');
    expect(await Promise.all([key.inputValue(), key.getAttribute("type")])).toEqual([access, "text"]);
    expect(await Promise.all([hidden.inputValue(), hidden.getAttribute("type")])).toEqual([secret, "password"]);
    await page.locator('[name="root_scw_project_id"]').pressSequentially(` ${project} `);
    await page.getByRole("button", { name: "Save" }).click();
    await expect
      .poll(() => page.locator("output").textContent())
      .toBe("Valid. To be kept: scw_access_key, scw_secret_key, scw_project_id");
    expect(faults()).toEqual([]);
  });

  it("says in words what is wrong: with a paste, and with what is typed", async (context) => {
    const page = await open(context);
    await page.getByLabel("Provider").selectOption({ label: "Scaleway" });
    await page.getByLabel("Paste all keys at once").fill(`SCW_ACCESS_KEY=${secret}\nSCW_SECRET_KEY=${access}`);
    const list = page.getByRole("list").first();
    await expect.poll(() => list.textContent()).toMatch(/Access key .*swapped with scw_secret_key\?/);
    await page.getByRole("button", { name: "Save" }).click();
    const errors = page.locator(".error-detail, .text-danger");
    await expect.poll(async () => (await errors.allTextContents()).join("\n")).toMatch(/it must be SCW followed by 17/);
    expect((await errors.allTextContents()).join("\n")).toContain("is missing: add it");
    expect(await page.locator("output").textContent()).toBe("");
    expect(faults()).toEqual([]);
  });

  it("shows titles and groups, folds away what is advanced, and links to where the credential is made", async (context) => {
    const page = await open(context);
    expect(await page.locator("fieldset > legend").allTextContents()).toEqual(
      expect.arrayContaining(["Credential", "What is read"]),
    );
    expect(await field(page, "Application key").isVisible()).toBe(true);
    expect(await page.locator('[name="root_max_in_flight"]').isVisible()).toBe(false);
    await page.getByText("Advanced", { exact: true }).click();
    expect(await page.locator('[name="root_max_in_flight"]').isVisible()).toBe(true);
    const link = page.getByRole("link", { name: "Create API keys" });
    expect(await link.getAttribute("href")).toBe("https://eu.api.ovh.com/createToken/");
    await page.locator('[name="root_endpoint"]').selectOption({ label: "ovh-ca" });
    expect(await link.getAttribute("href")).toBe("https://ca.api.ovh.com/createToken/");
    expect(faults()).toEqual([]);
  });

  it("keeps what was typed through each switch of the credential", async (context) => {
    const page = await open(context);
    const typed = "a1B2c3D4e5F6g7H8";
    await page.locator('[name="root_application_key"]').pressSequentially(typed);
    const choice = page.getByLabel("Credential", { exact: false }).first();
    for (const title of [/Service account/, /Access token/, /API keys/]) {
      const label = await choice.locator("option").filter({ hasText: title }).textContent();
      await choice.selectOption({ label: label ?? "" });
    }
    expect(await page.locator('[name="root_application_key"]').inputValue()).toBe(typed);
    expect(faults()).toEqual([]);
  });
});
