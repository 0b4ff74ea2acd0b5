import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fleetGauges, prefix } from "../src/operations/fleet-gauges.ts";
import { countWork } from "../src/operations/worker-counters.ts";
import { tools } from "./tools.ts";

const folder = join(import.meta.dirname, "../deploy/prometheus");
const page = readFileSync(join(import.meta.dirname, "../../../docs/fleet-operations.md"), "utf8");

const named = (text: string): string[] => [...new Set(text.match(/\bcloud_inventory_\w+/g))];
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const ofWorker = /^# HELP (\S+) (.+)$/gm;

const alerts = [...read("alerts.yaml").matchAll(/- alert: (\w+)/g)].map(([, alert]) => alert);

async function known(): Promise<Map<string, string>> {
  const gauges = Object.entries(fleetGauges).map(([name, { help }]) => [`${prefix}${name}`, help] as const);
  const counters = [...(await countWork().text()).matchAll(ofWorker)].map(
    ([, name = "", help = ""]) => [name, help] as const,
  );
  return new Map([...gauges, ...counters]);
}

it.each(["alerts.yaml", "alerts.test.yaml"])("%s names metrics that are told, and no others", async (file) => {
  const told = await known();
  const names = named(read(file));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !told.has(name))).toEqual([]);
});

it("every alert is tried, both where it fires and where it does not", () => {
  const tests = read("alerts.test.yaml").split(/^ {2}- name: /m);
  const fires = tests.flatMap((one) =>
    [...one.matchAll(/alertname: (\w+)\n\s+exp_alerts:\n/g)].map(([, alert]) => alert),
  );
  const keepsStill = tests.flatMap((one) =>
    [...one.matchAll(/alertname: (\w+), exp_alerts: \[\]/g)].map(([, alert]) => alert),
  );
  expect(alerts.filter((alert) => !fires.includes(alert))).toEqual([]);
  expect(alerts.filter((alert) => !keepsStill.includes(alert))).toEqual([]);
});

it("docs/fleet-operations.md has every metric with what it says, and no other", async () => {
  const rows = [...page.matchAll(/^\| `(cloud_inventory_\w+)`[^|]* \|(?: [^|]*\|)? ([^|]+) \|$/gm)];
  expect(new Map(rows.map(([, name = "", help = ""]) => [name, help]))).toEqual(await known());
  expect(named(page).filter((name) => !rows.some(([, documented]) => documented === name))).toEqual([]);
});

it("docs/fleet-operations.md has every alert, and no other", () => {
  expect([...page.matchAll(/^\| `(CloudInventory\w+)` \|/gm)].map(([, alert]) => alert)).toEqual(alerts);
});

describe.skipIf(!tools.promtool)("promtool", () => {
  it("takes the rules", () => {
    expect(execFileSync("promtool", ["check", "rules", "alerts.yaml"], { cwd: folder, encoding: "utf8" })).toContain(
      "SUCCESS",
    );
  });

  it("sees each alert fire when it should", () => {
    const { status, stdout, stderr } = spawnSync("promtool", ["test", "rules", "alerts.test.yaml"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(`${stdout}${stderr}`).toContain("SUCCESS");
    expect(status).toBe(0);
  });
});
