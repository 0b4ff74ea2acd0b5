// Makes the pictures of docs/report.md anew: a report of the emulated clouds, in a real browser. Run it after `npm run build`, where
// the report's look has changed, and look at them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startEmulator } from "../dist/emulator/index.js";
import { main } from "../dist/hosts/cli/main.js";
import { coverageOf } from "../dist/snapshots/coverage.js";
import { readSnapshot } from "../dist/snapshots/read-snapshot.js";
import { createSnapshotWriter } from "../dist/snapshots/write-snapshot.js";
import { startChromium } from "./chromium.js";

const startMs = 60_000;
const pictures = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  await takePictures(await makeReport());
} finally {
  rmSync(folder, { recursive: true });
}

/** A report with something of everything: a right that is missing, a third of what there is protected, a week in which things changed. */
async function makeReport() {
  const faults = [
    { match: "/redis/v1/zones/nl-ams-1/", status: 403, body: { type: "permissions_denied", message: "no" } },
  ];
  const scalewayKeyExpiresAt = new Date(Date.now() + 12.5 * 86_400_000).toISOString();
  const emulator = await startEmulator({ faults, scalewayKeyExpiresAt, scalewayBearer: "owner" });
  const environment = { ...process.env, ...emulator.environment, CLOUD_INVENTORY_STATE_DIR: "off" };
  const { stdout, stderr } = process;
  const run = (...words) => main(words, { environment, stdout, stderr, signal: new AbortController().signal });
  const kinds = "compute,storage,databases,web,backups,security";
  await run("discover", "--quiet", "--kinds", kinds, "--snapshot", `${folder}/`);
  await emulator.close();
  const [ovh, scaleway] = ["ovh", "scaleway"].map((name) => join(folder, `${name}.ndjson`));
  const earlier = join(folder, "earlier.ndjson");
  writeFileSync(earlier, await lastWeekOf(ovh));
  const { resources } = await coverageOf([ovh, scaleway]);
  const list = join(folder, "protected.txt");
  const urns = resources.filter((_, index) => index % 3 === 0).map(({ urn }) => urn);
  writeFileSync(list, urns.join("\n"));
  const path = join(folder, "report.html");
  // As a person would: no picture shows a path of this machine.
  process.chdir(folder);
  await run("report", "--output", path, "--protected", list, "--previous", earlier, "ovh.ndjson", "scaleway.ndjson");
  return path;
}

/** The same account a week earlier: some resources were not there yet, one was, and some had another status. */
async function lastWeekOf(path) {
  let writer;
  let text = "";
  let number = 0;
  for await (const line of readSnapshot(path)) {
    if (line.type === "snapshot") {
      writer = createSnapshotWriter(line);
      continue;
    }
    if (line.type === "started") text += writer.event({ ...line, startedAt: weekEarlier(line.startedAt) });
    else if (line.type === "resource") {
      number += 1;
      text += [...earlierResources(line, number)].map(writer.event).join("");
    } else if (line.type === "scope") text += writer.event(withoutTime(line));
    else text += writer.event(line);
  }
  return text + writer.end();
}

function weekEarlier(moment) {
  return new Date(Date.parse(moment) - 7 * 86_400_000).toISOString();
}

function* earlierResources(line, number) {
  const { resource } = line;
  if (number % 40 === 7) return;
  const isOther = number % 25 === 3;
  yield isOther ? { ...line, resource: { ...resource, name: `${resource.name}-old`, tags: ["moved=soon"] } } : line;
  if (number % 60 === 5)
    yield { ...line, resource: { ...resource, urn: `${resource.urn}-gone`, name: `${resource.name}-gone` } };
}

/** What a snapshot says of a scope beside what a run says. */
function withoutTime({ readAt: _, ...event }) {
  return event;
}

async function takePictures(report) {
  mkdirSync(pictures, { recursive: true });
  const place = mkdtempSync(join(tmpdir(), "chromium-"));
  const browser = await startChromium(place, startMs);
  try {
    for (const { name, colorScheme, width, height, at } of [
      { name: "report-outcomes-light", colorScheme: "light", width: 1200, height: 800, at: "header" },
      { name: "report-coverage-dark", colorScheme: "dark", width: 1200, height: 860, at: "#coverage" },
      { name: "report-places-light", colorScheme: "light", width: 1200, height: 860, at: "#places" },
      { name: "report-narrow-light", colorScheme: "light", width: 320, height: 900, at: "#coverage" },
      { name: "report-narrow-dark", colorScheme: "dark", width: 320, height: 900, at: "#places" },
      { name: "report-table-dark", colorScheme: "dark", width: 1200, height: 800, at: "#resources" },
    ]) {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height },
        locale: "en-GB",
        reducedMotion: "reduce",
      });
      await page.goto(pathToFileURL(report).href);
      await page.locator("#table").waitFor();
      if (at === "#resources") await page.locator("#filter-text").fill("unprotected");
      await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), at);
      await page.screenshot({ path: join(pictures, `${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    rmSync(place, { recursive: true, force: true });
  }
}
