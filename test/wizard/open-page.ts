import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, type TestContext } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { builtFile } from "../built.ts";
import type { OpenPage } from "../chromium.ts";
import { patienceMs } from "../patience.ts";
import { ownFolder } from "./wizard.ts";

type Texts = Readonly<Record<string, string>>;

/** A wizard as a user starts it, and its page in a real browser. */
export interface OpenWizard {
  readonly page: Page;
  readonly emulator: Emulator;
  readonly link: string;
  /** Where it keeps files. */
  readonly folder: string;
  /** The variables that point a program at the emulator, without any credential. */
  readonly environment: Texts;
  /** Everything that the server answered to the page, and what the page wrote to its console. */
  readonly heard: readonly string[];
  /** Everything that the wizard wrote to its terminal. */
  readonly printed: readonly string[];
}

interface OpenOptions {
  readonly emulated?: EmulatorOptions;
  /** More of the environment of the wizard. */
  readonly environment?: (emulator: Emulator) => Texts;
  readonly width?: number;
}

/** Starts the emulator and `cloud-inventory wizard --no-open`, and opens the printed link. */
export async function openWizard(
  openPage: OpenPage,
  context: TestContext,
  { emulated = {}, environment = () => ({}), width = 1100 }: OpenOptions = {},
): Promise<OpenWizard> {
  const page = await openPage(context, { viewport: { width, height: 800 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(patienceMs.child);
  const emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 2, scalewayProjects: 1, zones: 2, ...emulated });
  onTestFinished(() => emulator.close());
  const folder = ownFolder();
  const places = Object.entries(emulator.environment).filter(([name]) => name.startsWith("CLOUD_INVENTORY_"));
  const pointed = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    CLOUD_INVENTORY_STATE_DIR: "off",
    ...Object.fromEntries(places),
  };
  const printed: string[] = [];
  const link = await startWizardProcess(folder, { ...pointed, ...environment(emulator) }, printed);
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", ({ message }) => heard.push(`error: ${message}`));
  page.on(
    "response",
    (response) =>
      void response
        .text()
        .then((text) => heard.push(text))
        .catch(() => {}),
  );
  await page.goto(link);
  return { page, emulator, link, folder, environment: pointed, heard, printed };
}

async function startWizardProcess(folder: string, env: Texts, printed: string[]): Promise<string> {
  const child = spawn(process.execPath, [builtFile("bin/cloud-inventory.js"), "wizard", "--no-open"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill());
  child.stderr.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed.push(text);
      const link = /http:\S+(?=\n)/.exec(printed.join(""))?.[0];
      if (link !== undefined) resolve(link);
    });
    child.once("exit", (code) => reject(new Error(`the wizard ended with ${code}: ${printed.join("")}`)));
  });
}

const mostTabs = 400;

/** Moves the focus by the keyboard alone. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await isFocused(target)) return;
    await keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

export async function pressOn(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("Enter");
}

/** Chooses or unchooses a box. */
export async function tick(box: Locator): Promise<void> {
  await tabTo(box);
  await box.page().keyboard.press("Space");
}

/** Goes on to the step of a heading. */
export async function goOn(page: Page, step: string, to: string): Promise<void> {
  await pressOn(page.getByRole("button", { name: `Continue: ${step}` }));
  await heading(page, to);
}

export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** Chooses a provider and a way to sign in, by the keyboard alone, and goes on to the keys. */
export async function chooseWay(page: Page, provider: string, way: RegExp): Promise<void> {
  await chooseRadio(page, "Provider", page.getByRole("radio", { name: provider, exact: true }));
  await chooseRadio(page, "Way to sign in", page.getByRole("radio", { name: way }));
  await pressOn(page.getByRole("button", { name: "Continue: Keys" }));
  await heading(page, "Enter the keys");
}

async function chooseRadio(page: Page, group: string, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  if (await wanted.isChecked()) return;
  const all = await page.getByRole("group", { name: group }).getByRole("radio").all();
  const isChecked = await Promise.all(all.map((radio) => radio.isChecked()));
  const begin = Math.max(isChecked.indexOf(true), 0);
  const first = all[begin];
  if (first === undefined) throw new Error(`there is nothing to choose in ${group}`);
  await tabTo(first);
  await page.keyboard.press("Space");
  const values = await Promise.all(all.map((radio) => radio.getAttribute("value")));
  const presses = values.indexOf(await wanted.getAttribute("value")) - begin;
  for (let press = 0; press < Math.abs(presses); press += 1) {
    await page.keyboard.press(presses > 0 ? "ArrowDown" : "ArrowUp");
  }
  await expect.poll(() => wanted.isChecked(), { timeout: patienceMs.child }).toBe(true);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element: unknown) => {
    const { ownerDocument } = element as { readonly ownerDocument: { readonly activeElement: unknown } };
    return element === ownerDocument.activeElement;
  });
}

/** Waits for a step, and holds that the focus went to its heading. */
export async function heading(page: Page, name: string): Promise<void> {
  const found = page.getByRole("heading", { name, level: 2 });
  await found.waitFor();
  await expect.poll(() => isFocused(found), { timeout: patienceMs.child }).toBe(true);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in light and in dark, and whether anything stands out sideways in 320 pixels. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const size = page.viewportSize();
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate<string[]>(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
    );
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  await page.setViewportSize({ width: 320, height: 800 });
  const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  if (over > 0) found.push(`${over} pixels too wide for 320`);
  if (size !== null) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}
