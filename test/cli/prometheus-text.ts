import { expect } from "vitest";

/** One line of a metric, read. */
export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const name = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*/;
const value = /^(?:[+-]Inf|NaN|-?\d+(?:\.\d+)?(?:e[+-]\d+)?)$/;

/**
 * Reads the text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/) as strictly as its words can be taken: each
 * metric has HELP and then TYPE, its samples follow as one group, no sample is there twice, and none has a timestamp. All are gauges, but
 * those whose names end in `_total` where `counters` are expected.
 */
export function parsePrometheusText(text: string, { counters = false } = {}): ParsedSample[] {
  expect(text.endsWith("\n"), "the last line ends").toBe(true);
  const seen = new Set<string>();
  const metrics = new Set<string>();
  const samples: ParsedSample[] = [];
  let state: { readonly name: string; readonly has: "help" | "type" } | undefined;
  for (const line of text.slice(0, -1).split("\n")) {
    if (line === "") continue;
    const help = /^# HELP (\S+) (.+)$/.exec(line);
    if (help !== null) {
      const [, metric = "", said = ""] = help;
      expect(metric).toMatch(name);
      expect(said, line).not.toMatch(/\\(?![\\n])/);
      expect(metrics.has(metric), `${metric} is one group`).toBe(false);
      metrics.add(metric);
      state = { name: metric, has: "help" };
      continue;
    }
    if (line.startsWith("#")) {
      const type = counters && state?.name.endsWith("_total") ? "counter" : "gauge";
      expect(line).toBe(`# TYPE ${state?.name} ${type}`);
      expect(state?.has, line).toBe("help");
      state = { name: state?.name ?? "", has: "type" };
      continue;
    }
    const sample = parseSample(line);
    expect(state, line).toEqual({ name: sample.name, has: "type" });
    const identity = JSON.stringify([sample.name, Object.entries(sample.labels).toSorted()]);
    expect(seen.has(identity), `${line} is there once`).toBe(false);
    seen.add(identity);
    samples.push(sample);
  }
  return samples;
}

function parseSample(line: string): ParsedSample {
  const [metric = ""] = name.exec(line) ?? [];
  expect(metric, line).not.toBe("");
  const labels: Record<string, string> = {};
  let rest = line.slice(metric.length);
  if (rest.startsWith("{")) {
    do {
      rest = rest.slice(1);
      const [label = ""] = labelName.exec(rest) ?? [];
      const [quoted = "", content = ""] = /^="((?:[^"\\\n]|\\[\\"n])*)"/.exec(rest.slice(label.length)) ?? [];
      expect(label !== "" && quoted !== "" && !Object.hasOwn(labels, label), line).toBe(true);
      labels[label] = content.replaceAll(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one));
      rest = rest.slice(label.length + quoted.length);
    } while (rest.startsWith(","));
    expect(rest.startsWith("}"), line).toBe(true);
    rest = rest.slice(1);
  }
  expect(rest.startsWith(" "), line).toBe(true);
  const written = rest.slice(1);
  expect(written, "a value alone, no timestamp").toMatch(value);
  return { name: metric, labels, value: Number(written.replace("Inf", "Infinity")) };
}

/** The value of one sample: of the metric, without its prefix, with these labels among its own. */
export function gaugeOf(samples: readonly ParsedSample[], metric: string, labels: Readonly<Record<string, string>>) {
  const found = samples.filter(
    (sample) =>
      sample.name === `cloud_inventory_${metric}` &&
      Object.entries(labels).every(([label, wanted]) => sample.labels[label] === wanted),
  );
  expect(found.length, `${metric} ${JSON.stringify(labels)}`).toBeLessThanOrEqual(1);
  return found[0]?.value;
}
