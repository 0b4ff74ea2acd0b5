// npm run bench -- limits: how fast, and how politely, whole inventories are read under limits, beside the providers' own clients.
import { writeFileSync } from "node:fs";
import { check, median, missedBounds, print } from "../report.js";
import { realMs } from "./virtual-time.js";
import "./network.js";
import { floorOf, secondsAllowed } from "./floors.js";
import { latencies, lines } from "./lines.js";
import { measure, measureOurs } from "./measure.js";
import { measureNight } from "./night.js";
import { peers } from "./peers.js";
import { printSummary } from "./summary.js";

const resultFile = "bench-limits.json";
const latencySeconds = { "50 ms": 0.05, "300 ms": 0.3 };

async function measureLine({ work, server, latency, isSecond, settings, runs }) {
  const latencyMs = latencies[latency];
  const ours = [];
  for (let seed = 1; seed <= runs; seed += 1) {
    const setting = { work, server, latencyMs, seed };
    const first = isSecond ? await measureOurs(setting) : undefined;
    ours.push(await measureOurs(setting, { settings, rates: first?.rates }));
  }
  const others = {};
  if (work.kinds !== undefined) {
    for (const [name, read] of Object.entries(peers[work.provider])) {
      others[name] = await measure({ work, server, latencyMs }, read);
    }
  }
  const floorSeconds = work.requests === undefined ? undefined : floorOf(work, server.limit, latenciesOf(work, others));
  return { ours, peers: others, floorSeconds };
}

/** Of the requests that the work takes, as the client of the provider sent them that asks for nothing else. */
function latenciesOf({ requests }, others) {
  const { latenciesMs } = Object.values(others).at(-1);
  return latenciesMs.length >= 2 ? latenciesMs.slice(0, requests) : [...latenciesMs, ...latenciesMs];
}

function report({ name, work, latency, bounds, server, isSecond }, { ours, peers: others, floorSeconds }) {
  const clouds = { ovh: "OVHcloud", scaleway: "Scaleway" };
  console.log(`\n${clouds[work.provider]}: ${name} (latency ${latency})`);
  if (floorSeconds !== undefined) print(`floor ${floorSeconds.toFixed(2)} s, ${work.requests} requests`);
  const middle = middleOf(ours);
  print(`ours${isSecond ? ", told what the first run learned" : ""}: ${figures(middle, floorSeconds)}`);
  if (ours.length > 1)
    print(`  the middle of ${ours.length} runs, seed ${middle.seed}; of all: ${rangesOf(ours, floorSeconds)}`);
  for (const [peer, result] of Object.entries(others)) print(`${peer}: ${figures(result, floorSeconds)}`);
  if (floorSeconds === undefined) print(`most asked for: ${routesIn(middle.routes)}`);
  return verdicts(
    { work, bounds, server, latency },
    { ours: { ...middle, refused: median(ours.map(({ refused }) => refused)) }, others, floorSeconds },
  );
}

/** The run whose time is the median; what is lost in any run stays in sight. */
function middleOf(runs) {
  const middle = runs.toSorted((one, other) => one.seconds - other.seconds)[Math.floor(runs.length / 2)];
  const lost = middle.lost === undefined ? undefined : Math.max(...runs.map((run) => run.lost));
  return { ...middle, lost };
}

function rangesOf(runs, floorSeconds) {
  const range = (values, digits) => `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
  const ratios = runs.map(({ seconds }) => seconds / floorSeconds);
  return `${range(ratios, 2)}x, ${range(
    runs.map(({ refused }) => refused),
    0,
  )} refused`;
}

function figures({ seconds, requests, refused, lost, aborted, words, furtherIds }, floorSeconds) {
  const ratio = floorSeconds === undefined ? "" : ` (${(seconds / floorSeconds).toFixed(2)}x)`;
  const ends = Object.entries(words ?? {}).map(([word, count]) => `${count} scopes ${word}`);
  return [
    aborted === undefined ? `${seconds.toFixed(2)} s${ratio}` : `gave up (${aborted})`,
    `${requests} requests`,
    `${refused} refused`,
    ...(lost === undefined ? [] : [`${lost} lost`]),
    ...(furtherIds > 0 ? [`${furtherIds} further ids in batches`] : []),
    ...ends,
  ].join(", ");
}

/** How much a work takes, and of a sweep how much it took. */
function sizeOf(work, { requests }) {
  return work.requests === undefined ? { requests, lists: requests } : work;
}

/** Compares each figure with its bound; of one that is missed it prints where the time went. */
function verdicts({ work, bounds, latency }, { ours, others, floorSeconds }) {
  const whole = Object.values(others).filter(({ lost, aborted }) => lost === 0 && aborted === undefined);
  const bestSeconds = Math.min(...whole.map(({ seconds }) => seconds));
  const fewestRequests = Math.min(...whole.map(({ requests }) => requests));
  // A refusal is known only when its answer comes: at a longer latency more have left by then.
  const late = latency === "300 ms" ? 2 * ours.firstRefusalUnderWay : 0;
  const allowed =
    latencySeconds[latency] === undefined || bounds.ofAllowed === undefined
      ? undefined
      : secondsAllowed(sizeOf(work, ours), latencySeconds[latency], work.rate);
  const facts = [
    ["lost", ours.lost, 0, "nothing lost"],
    ["denied", denied(ours.words), 0, "no false word about rights"],
    ["ratio", ours.seconds / floorSeconds, bounds.ratio, `at most ${bounds.ratio} times the floor`],
    ["refused", ours.refused, bounds.refused && bounds.refused + late, `at most ${bounds.refused + late} refused`],
    ["share", ours.refused / ours.requests, bounds.share, `at most ${(bounds.share ?? 0) * 100} % refused`],
    ["tries", ours.mostTries, bounds.tries, `at most ${bounds.tries} tries of one request`],
    [
      "ofAllowed",
      ours.seconds / allowed,
      bounds.ofAllowed,
      `at most ${bounds.ofAllowed} times the ${allowed?.toFixed(2)} s that start, growth and ceiling allow`,
    ],
    [
      "peer",
      ours.seconds / bestSeconds,
      bounds.peer,
      `at most ${bounds.peer} times the ${bestSeconds.toFixed(2)} s of the best peer`,
    ],
    [
      "peerRequests",
      ours.requests / fewestRequests,
      bounds.peerRequests,
      `at most ${bounds.peerRequests} times the ${fewestRequests} requests of the SDK`,
    ],
  ].filter(([, value, bound]) => value !== undefined && bound !== undefined);
  const goals = facts.map(([name, value, bound, text]) => {
    const isHeld = value <= bound + 1e-9;
    check(isHeld, isHeld ? text : `${text}; ${Number(value.toFixed(4))} here`);
    return { name, value, bound, isHeld };
  });
  if (goals.some(({ isHeld }) => !isHeld)) print(`what was let in: ${spansIn(ours.spans)}`);
  return goals;
}

function denied(words = {}) {
  return Object.entries(words).reduce((sum, [word, count]) => sum + (word.startsWith("denied") ? count : 0), 0);
}

function routesIn(routes) {
  const most = Object.entries(routes).toSorted(([, one], [, other]) => other - one);
  return most
    .slice(0, 6)
    .map(([route, count]) => `${count} ${route}`)
    .join(", ");
}

/** Between which refusals how many a second were let in, the first of many. */
function spansIn(spans) {
  const shown = spans.slice(0, 8).map(({ fromSeconds, toSeconds, letIn }) => {
    const perSecond = letIn / Math.max(1e-3, toSeconds - fromSeconds);
    return `${letIn} until ${toSeconds.toFixed(2)} s (${perSecond.toFixed(2)}/s)`;
  });
  return `${shown.join("; refused; ")}${spans.length > shown.length ? `; and ${spans.length - shown.length} more` : ""}`;
}

const startedMs = realMs();
const asked = process.argv.slice(2);
const isAsked = (name) => asked.length === 0 || asked.some((text) => name.includes(text));
const results = [];
console.log(
  "\nLimits: whole inventories in virtual time, our defaults only; ratio to the floor max(depth x latency, what the limit lets in)",
);
for (const line of lines.filter(({ name }) => isAsked(name))) {
  const measured = await measureLine(line);
  const goals = report(line, measured);
  const { name, latency, server, work } = line;
  const middle = middleOf(measured.ours);
  results.push({ name, provider: work.provider, latency, server, ...measured, middle, goals });
}
if (results.length > 0) printSummary(results);
if (isAsked("night")) results.push(await measureNight());
writeFileSync(resultFile, `${JSON.stringify(results, withoutTraces, 1)}\n`);
console.log(
  `\nThe table took ${((realMs() - startedMs) / 1000).toFixed(0)} s of this machine; its figures are in ${resultFile}`,
);
process.exitCode = missedBounds() === 0 ? 0 : 1;

/** Each request of ten thousand is too much to keep: the spans between refusals tell what they did. */
function withoutTraces(key, value) {
  return key === "latenciesMs" || key === "rates" ? undefined : value;
}
