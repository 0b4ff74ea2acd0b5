import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processorMsOfChildren, residentMegabytes } from "./processes.js";
import { check, print } from "./report.js";
import { configOf, startCloud } from "./threads.js";

const zones = 10;
const volumes = 1_000_000;
const pageSize = 100;
const mostTimes = 2;
const mostMegabytes = 250;
// A page of events, and what is told before it.
const headBytes = 256 * 1024;
const lookEveryMs = 100;

/** What a million resources cost as JSON lines, in a few large scopes and in many small ones. */
export async function measureNdjson() {
  for (const projects of [1, 100]) await measureAccount(projects);
}

async function measureAccount(projects) {
  const folder = mkdtempSync(join(tmpdir(), "bench-ndjson-"));
  const volumesPerZone = volumes / projects / zones;
  const cloud = await startCloud("./large-account-worker.js", { projects, volumesPerZone });
  try {
    const { environment } = cloud;
    const document = join(folder, "inventory.ndjson");
    const ours = await measured(commandOf(folder, cloud), environment, document);
    const baselines = await measureBaselines(folder, document, { environment, volumesPerZone });
    const megabytes = (statSync(document).size / 1e6).toFixed(0);
    console.log(
      `\nndjson: ${volumes.toLocaleString("en")} Scaleway volumes in ${projects * zones} scopes, ${megabytes} MB`,
    );
    report(ours, baselines);
  } finally {
    await cloud.close();
    rmSync(folder, { recursive: true });
  }
}

/** The words of `discover`, with a config that names all projects. */
function commandOf(folder, { environment, projects }) {
  const others = projects.scaleway.slice(1).join(",");
  const config = { ...configOf("scaleway", environment, 10), ...(others === "" ? {} : { scw_project_ids: others }) };
  const path = join(folder, "config.json");
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  const chosen = ["--config", `scaleway=${path}`, "--kinds", "scaleway.block.volume"];
  return [fileIn("../dist/bin/cloud-inventory.js"), "discover", ...chosen, "--format", "ndjson", "--quiet"];
}

/** Programs that handle as many of the same answers and events, and check nothing: one has the answers, one fetches each. */
async function measureBaselines(folder, document, { environment, volumesPerZone }) {
  const url = new URL("/block/v1/zones/fr-par-1/volumes", environment.CLOUD_INVENTORY_SCALEWAY_URL);
  const pages = Math.ceil(volumesPerZone / pageSize);
  url.search = new URLSearchParams({
    page: "1",
    page_size: String(pageSize),
    project_id: environment.SCW_DEFAULT_PROJECT_ID,
  });
  const answer = join(folder, "answer.json");
  writeFileSync(answer, await (await fetch(url)).text());
  const events = join(folder, "events.json");
  const size = Math.min(pageSize, volumesPerZone);
  writeFileSync(events, JSON.stringify(resourcesIn(document).slice(0, size)));
  const times = String((pages * volumes) / volumesPerZone);
  const words = [fileIn("./ndjson-baseline.js"), answer, events, times];
  const output = join(folder, "baseline.ndjson");
  return { alone: await measured(words, {}, output), fetched: await measured([...words, String(url)], {}, output) };
}

function report({ usedMs, wallMs, most }, { alone, fetched }) {
  const seconds = (ms) => (ms / 1000).toFixed(1);
  const microseconds = (ms) => ((ms * 1000) / volumes).toFixed(1);
  print(
    `processor time ${seconds(usedMs)} s, ${microseconds(usedMs)} µs each; wall ${seconds(wallMs)} s; at most ${most.toFixed(0)} MB`,
  );
  print(`parse, stringify and write alone: ${seconds(alone.usedMs)} s, ratio ${(usedMs / alone.usedMs).toFixed(2)}`);
  print(`the same, each answer by fetch: ${seconds(fetched.usedMs)} s, ratio ${(usedMs / fetched.usedMs).toFixed(2)}`);
  const isHeld = usedMs <= alone.usedMs * mostTimes;
  check(isHeld, `at most ${mostTimes} times the processor time of parse, stringify and write`);
  if (!isHeld) {
    const [reading, own] = [fetched.usedMs - alone.usedMs, usedMs - fetched.usedMs];
    print(
      `  of the rest fetching takes ${microseconds(reading)} µs each, and checking, telling apart and converting ${microseconds(own)} µs`,
    );
  }
  check(most <= mostMegabytes, `at most ${mostMegabytes} MB resident at any time`);
}

/** The first resources of a document, which is larger than any text may be. */
function resourcesIn(path) {
  const [file, head] = [openSync(path), Buffer.alloc(headBytes)];
  const length = readSync(file, head);
  closeSync(file);
  const lines = head.toString("utf8", 0, length).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line)).filter(({ type }) => type === "resource");
}

/** Runs a program to its end. */
async function measured(words, environment, output) {
  const place = openSync(output, "w");
  const [startedMs, usedMs] = [performance.now(), processorMsOfChildren() ?? Number.NaN];
  const env = { PATH: process.env.PATH, CLOUD_INVENTORY_STATE_DIR: "off", ...placesIn(environment) };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", place, "ignore"] });
  closeSync(place);
  let most = Number.NaN;
  const look = setInterval(() => {
    most = residentMegabytes(child.pid)?.most ?? most;
  }, lookEveryMs);
  const [code] = await once(child, "exit");
  clearInterval(look);
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}`);
  return { usedMs: (processorMsOfChildren() ?? Number.NaN) - usedMs, wallMs: performance.now() - startedMs, most };
}

/** Where the clouds are, without credentials. */
function placesIn(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith("CLOUD_INVENTORY_")));
}

function fileIn(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}
