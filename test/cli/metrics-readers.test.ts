import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { gauges, prefix } from "../../src/hosts/cli/metrics/gauges.ts";
import { patiently } from "../patience.ts";
import { type ParsedSample, parsePrometheusText } from "./prometheus-text.ts";
import { run, startCloud } from "./run.ts";

const page = readFileSync("docs/metrics.md", "utf8");
const isThere = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
const exporter = "prometheus-node-exporter";

let folder = "";
let text = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "metrics-"));
  const cloud = await startCloud({ ovhCredential: { expiration: "2031-02-03T04:05:06Z" } });
  const ended = await run(["discover", "--metrics", "run.prom"], { environment: cloud.environment });
  await cloud.close();
  text = ended.files["run.prom"]?.text ?? "";
  writeFileSync(join(folder, "run.prom"), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("docs/metrics.md tells each metric, its labels and what it says", () => {
  const rows = [...page.matchAll(/^\| `(cloud_inventory_\w+)` \| (.*?) ?\| (.+) \|$/gm)];
  const documented = rows.map(([, name, labels = "", help]) => ({ name, labels: labels.match(/\w+/g) ?? [], help }));
  const known = Object.entries(gauges).map(([name, gauge]) => ({
    name: `${prefix}${name}`,
    labels: "labels" in gauge ? [...gauge.labels] : [],
    help: gauge.help,
  }));
  expect(documented).toEqual(known);
  const named = page.match(/cloud_inventory_\w+/g) ?? [];
  expect(named.filter((name) => !known.some((gauge) => gauge.name === name))).toEqual([]);
});

test("a run of all inventories tells every metric", () => {
  const names = parsePrometheusText(text).map(({ name }) => name);
  expect([...new Set(names)].toSorted()).toEqual(
    Object.keys(gauges)
      .filter((name) => name !== "last_success_timestamp_seconds" || names.includes(`${prefix}${name}`))
      .map((name) => `${prefix}${name}`)
      .toSorted(),
  );
});

describe.skipIf(!isThere("promtool"))("promtool (skipped without it; of Debian's package prometheus)", () => {
  test("finds nothing wrong", () => {
    expect(execFileSync("promtool", ["check", "metrics"], { input: text, encoding: "utf8" })).toBe("");
  });

  test("takes the alerts of docs/metrics.md", () => {
    const [, rules = ""] = /^```yaml\n(.+?)^```$/ms.exec(page) ?? [];
    const path = join(folder, "rules.yml");
    writeFileSync(path, rules);
    const alerts = rules.match(/- alert:/g)?.length ?? 0;
    expect(alerts).toBeGreaterThan(0);
    const said = execFileSync("promtool", ["check", "rules", path], { encoding: "utf8" });
    expect(said).toContain(`SUCCESS: ${alerts} rules found`);
  });
});

test.skipIf(!isThere(exporter))(
  "node_exporter tells each sample (skipped without Debian's package prometheus-node-exporter)",
  async () => {
    const collector = [
      "--collector.disable-defaults",
      "--collector.textfile",
      `--collector.textfile.directory=${folder}`,
    ];
    const child = spawn(exporter, [...collector, "--web.listen-address=127.0.0.1:0"]);
    try {
      let log = "";
      child.stderr.setEncoding("utf8").on("data", (more: string) => {
        log += more;
      });
      const listening = /msg="Listening on" address=(\S+)/;
      await vi.waitUntil(() => child.exitCode !== null || listening.test(log), patiently);
      const [, address] = listening.exec(log) ?? [];
      const told = await (await fetch(`http://${address}/metrics`)).text();
      expect(told).toMatch(/^node_textfile_scrape_error 0$/m);
      const ours = told.split("\n").filter((line) => line.includes(prefix) && !line.startsWith("node_"));
      const inOrder = (samples: readonly ParsedSample[]) =>
        samples
          .map(({ name, labels, value }) => JSON.stringify([name, Object.entries(labels).toSorted(), `${value}`]))
          .toSorted();
      // It drops labels that are empty and orders all; what is left is what the file says.
      expect(inOrder(parsePrometheusText(`${ours.join("\n")}\n`))).toEqual(inOrder(parsePrometheusText(text)));
    } finally {
      child.kill();
    }
  },
);
