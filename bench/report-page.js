import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reportPage } from "../dist/snapshots/report/page/page.js";
import { startChromium } from "../scripts/chromium.js";
import { residentMegabytes } from "./processes.js";
import { median, print } from "./report.js";

const counts = [10_000, 100_000];
const turns = 5;
const kinds = ["ovh.cloud.instance", "ovh.cloud.volume", "scaleway.rdb.instance", "scaleway.object.bucket"];
const classes = ["compute", "block-storage", "database", "object-storage"];
const states = ["backup", "snapshots-only", "none-found", "unknown"];
const projects = Array.from({ length: 40 }, randomUUID);
const words = ["web-7", "prod", "archive none-found", "no such word"];

/** What a report's page takes: to make, to open and to filter, with made-up resources in a real browser. */
export async function measureReportPage() {
  console.log(`\nA report's page: in Chromium, median of ${turns}`);
  const folder = mkdtempSync(join(tmpdir(), "report-page-"));
  const browser = await startChromium(folder, 60_000);
  try {
    for (const count of counts) await measure(browser, join(folder, "report.html"), count);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(browser, path, count) {
  const startedMs = performance.now();
  await writeFile(path, reportPage({ title: "Inventory", sections: [], rows: rowsOf(count) }));
  const madeMs = performance.now() - startedMs;
  const { most = 0 } = residentMegabytes("self") ?? {};
  print(
    `${count} rows: ${(statSync(path).size / 1e6).toFixed(1)} MB, made in ${seconds(madeMs)}, ${most.toFixed(0)} MB held at most`,
  );
  const opened = [];
  for (let turn = 0; turn < turns; turn += 1) opened.push(await open(browser, path));
  const ready = opened.map(({ ready }) => ready);
  print(
    `  ready after ${millis(ready, "wallMs")} (processor ${millis(ready, "processorMs")}, with the rows made ready to be searched)`,
  );
  for (const [index, text] of words.entries()) {
    const filters = opened.map(({ filters }) => filters[index]);
    print(
      `  filter “${text}”: ${took(filters)}, of that drawing ${filters[0].shown} rows ${millis(filters, "layoutMs")}`,
    );
  }
  print(`  sort by name: ${took(opened.map(({ sort }) => sort))}`);
}

/** Opens the page as a reader does, and takes the time in it. */
async function open(browser, path) {
  const page = await browser.newPage({ locale: "en-GB" });
  const session = await page.context().newCDPSession(page);
  // The processor's time, which is the same however busy the machine is.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1_000]));
  };
  const timed = async (code) => {
    const before = await now();
    const result = await page.evaluate(`(() => { const startedMs = performance.now(); ${code}; return {
      wallMs: performance.now() - startedMs, shown: document.querySelectorAll("tbody tr").length };
    })()`);
    const after = await now();
    return {
      ...result,
      processorMs: after.TaskDuration - before.TaskDuration,
      layoutMs: after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration,
    };
  };
  await page.goto(pathToFileURL(path).href, { waitUntil: "commit" });
  const wallMs = await page.evaluate(`new Promise((resolve) => {
    const isReady = () => document.getElementById("table")?.hidden === false;
    const look = () => isReady() && resolve(performance.now());
    new MutationObserver(look).observe(document, { subtree: true, attributes: true });
    look();
  })`);
  const ready = { wallMs, processorMs: (await now()).TaskDuration };
  const filters = [];
  for (const text of words) {
    filters.push(
      await timed(`const field = document.getElementById("filter-text");
        field.value = ${JSON.stringify(text)}; field.dispatchEvent(new Event("input"))`),
    );
  }
  const sort = await timed(`document.querySelector("[data-field=name] button").click()`);
  await page.close();
  return { ready, filters, sort };
}

function took(times) {
  return `${millis(times, "wallMs")} (processor ${millis(times, "processorMs")})`;
}

function millis(times, name) {
  return `${median(times.map((time) => time[name])).toFixed(0)} ms`;
}

function* rowsOf(count) {
  for (let number = 0; number < count; number += 1) {
    const choice = number % kinds.length;
    const project = projects[(number * 7) % projects.length];
    const names = ["web", "billing", "archive", "mail", "build"];
    yield {
      kind: kinds[choice],
      class: classes[choice],
      name: `${names[number % names.length]}-${number}`,
      urn: `urn:v1:eu:resource:${kinds[choice]}:${randomUUID()}`,
      project,
      projectName: `Team ${projects.indexOf(project)}`,
      region: ["GRA11", "SBG5", "fr-par-1", "nl-ams-1"][choice],
      country: ["FR", "FR", "FR", "NL"][choice],
      status: "ACTIVE",
      sizeBytes: (1 + (number % 2_000)) * 1024 ** 3,
      createdAt: new Date(Date.UTC(2019, 0, 1) + Math.floor(Math.random() * 2e11)).toISOString(),
      coverage: states[(number * 3) % states.length],
      ...(choice === 0 ? { lastBackupAt: new Date(Date.UTC(2026, 9, 1) + number * 1e4).toISOString() } : {}),
      tags: number % 3 === 0 ? ["env=prod", `team=${number % 40}`] : [],
    };
  }
}

function seconds(ms) {
  return `${(ms / 1_000).toFixed(2)} s`;
}
