// Makes the pictures of docs/wizard.md anew: the wizard's page on an emulated account, in a real browser. Run it after `npm run build`,
// where the page's look has changed, and look at them.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "../dist/emulator/index.js";
import { startChromium } from "./chromium.js";

const startMs = 60_000;
const pictures = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const program = fileURLToPath(new URL("../dist/bin/cloud-inventory.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wizard-pictures-"));
// All but instances, of which the page says how to grant them.
const options = { seed: 3, ovhProjects: 2 };
const known = await startEmulator(options);
await known.close();
const below = ["region*", "storage*", "volume*", "database/*", "kube*"].map((path) => `/cloud/project/*/${path}`);
const others = ["/cloud/project", "/dedicated*", "/hosting/*", "/storage/*", "/vps*", "/me", "/me/*", "/auth/*"];
const paths = [...known.projects.ovh.map((id) => `/cloud/project/${id}`), ...below, ...others];
const emulator = await startEmulator({ ...options, ovhRules: paths.map((path) => ({ method: "GET", path })) });
const child = startWizard();
const browser = await startChromium(folder, startMs);
try {
  await takePictures(await linkOf(child));
} finally {
  await browser.close();
  child.kill();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
}

function startWizard() {
  const places = Object.entries(emulator.environment).filter(([name]) => name.startsWith("CLOUD_INVENTORY_"));
  const env = { ...process.env, ...Object.fromEntries(places), HOME: folder, CLOUD_INVENTORY_STATE_DIR: "off" };
  return spawn(process.execPath, [program, "wizard", "--no-open"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function linkOf({ stdout }) {
  return new Promise((resolve) => {
    let printed = "";
    stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const link = /http:\S+(?=\n)/.exec(printed)?.[0];
      if (link !== undefined) resolve(link);
    });
  });
}

/** One way through the steps, with a key that lacks a right. */
async function takePictures(link) {
  mkdirSync(pictures, { recursive: true });
  const page = await browser.newPage({ locale: "en-GB", reducedMotion: "reduce" });
  const take = async (name, width, height, colorScheme, at = "h1") => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), at);
    await page.screenshot({ path: join(pictures, `wizard-${name}.png`) });
  };
  const next = () => page.getByRole("button", { name: /^Continue/ }).click();
  await page.goto(link);
  await page.getByRole("radio", { name: "OVHcloud", exact: true }).click();
  await page.getByRole("radio", { name: /^API keys/ }).click();
  await page.getByRole("link", { name: /filled in/ }).waitFor();
  await next();
  const { endpoint: _, ...keys } = emulator.credentials.ovhApplication;
  const lines = Object.entries(keys).map(([key, value]) => `OVH_${key.toUpperCase()}=${value}\n`);
  await page.getByLabel("Paste all at once").fill(lines.join(""));
  await page.getByRole("button", { name: "Take over" }).click();
  await page.getByText("All keys are entered.").waitFor();
  await take("keys-narrow-dark", 320, 900, "dark");
  await next();
  await page.getByRole("link", { name: /with these rights/ }).waitFor();
  await take("check-light", 768, 900, "light", ".check.fail");
  await next();
  await page.getByText(/^At least/).waitFor();
  await next();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("table").last().waitFor();
  await take("try-light", 1200, 900, "light");
}
