// A night of random limits: the way to the network alone, asked as a run asks, so that hundreds of thousands of requests take minutes.
import pLimit from "p-limit";
import { generator } from "../../dist/emulator/random.js";
import { createThrottle } from "../../dist/emulator/throttle.js";
import { createDoor } from "../../dist/http/door.js";
import { defaultLimits } from "../../dist/http/limits.js";
import { newContext } from "../../dist/inventory/new-context.js";
import { check, median, print } from "../report.js";
import { secondsToLetIn } from "./floors.js";
import { inVirtualTime, virtualMs, wait } from "./virtual-time.js";

const nights = 500;
const requests = 1001;
const latencyMs = 50;
const wayMs = 20;
const [slowest, fastest, mostBurst] = [0.7, 140, 60];
const concurrentLists = 32;
const bounds = { median: 1.1, p90: 1.35 };

const authorizer = { prepare: async () => {}, authorize: async () => ({}), holdsSecret: () => false };
const headers = new Headers();

/** One list, then a thousand requests of those that it names, under a limit that is drawn from the seed. */
async function measureOne(seed) {
  const random = generator(seed);
  const perSecond = slowest * (fastest / slowest) ** random();
  const burst = 1 + Math.floor(random() * mostBurst);
  const limit = { type: "tokens", perSecond, burst };
  const isTooSoon = createThrottle(limit, virtualMs);
  const counts = { sent: 0, refused: 0, answered: 0 };
  const before = globalThis.fetch;
  globalThis.fetch = async () => {
    counts.sent += 1;
    await wait(wayMs);
    const isRefused = isTooSoon();
    await wait(latencyMs - wayMs);
    counts[isRefused ? "refused" : "answered"] += 1;
    return { status: isRefused ? 429 : 200, ok: !isRefused, headers, body: null };
  };
  const door = createDoor({ authorizer, classify: () => undefined, requestIdHeaders: [], limits: defaultLimits });
  const context = newContext(new AbortController().signal);
  const ask = (place) => {
    const url = new URL(`http://provider.example/list/${place}`);
    return door.send({ method: "GET", url, headers: {}, label: `GET ${url.pathname}` }, context).then(
      () => 0,
      () => 1,
    );
  };
  const startedMs = virtualMs();
  const lost = await inVirtualTime(seed, async () => {
    const first = await ask(0);
    const turn = pLimit(concurrentLists);
    const others = await Promise.all(Array.from({ length: requests - 1 }, (_, index) => turn(() => ask(index + 1))));
    return others.reduce((sum, one) => sum + one, first);
  }).finally(() => {
    globalThis.fetch = before;
  });
  const seconds = (virtualMs() - startedMs) / 1000;
  const floorSeconds = Math.max((2 * latencyMs) / 1000, secondsToLetIn(limit, requests));
  return { seed, perSecond, burst, seconds, floorSeconds, ratio: seconds / floorSeconds, lost, ...counts };
}

export async function measureNight() {
  console.log(
    `\nA night of ${nights} random limits: ${slowest} to ${fastest} requests a second, bursts of 1 to ${mostBurst}, ${requests} requests, latency ${latencyMs} ms, seeds 1 to ${nights}`,
  );
  const results = [];
  for (let seed = 1; seed <= nights; seed += 1) results.push(await measureOne(seed));
  const ratios = results.map(({ ratio }) => ratio).toSorted((one, other) => one - other);
  const p90 = ratios[Math.floor(ratios.length * 0.9)];
  const lost = results.filter((result) => result.lost > 0);
  const sent = results.reduce((sum, result) => sum + result.sent, 0);
  const refused = results.reduce((sum, result) => sum + result.refused, 0);
  print(`ratio: median ${median(ratios).toFixed(3)}, p90 ${p90.toFixed(3)}, most ${ratios.at(-1).toFixed(2)}`);
  print(`${sent} requests, ${refused} refused (${((100 * refused) / sent).toFixed(2)} %)`);
  const worst = results.toSorted((one, other) => other.ratio - one.ratio).slice(0, 10);
  for (const { seed, perSecond, burst, ratio } of worst) {
    print(`seed ${seed}: ${perSecond.toFixed(2)}/s, burst ${burst}: ${ratio.toFixed(2)}x`);
  }
  check(
    lost.length === 0,
    `nothing lost${lost.length === 0 ? "" : `: seeds ${lost.map(({ seed }) => seed).join(", ")}`}`,
  );
  check(median(ratios) <= bounds.median, `median at most ${bounds.median} times the floor`);
  check(p90 <= bounds.p90, `90 of 100 at most ${bounds.p90} times the floor`);
  return { name: "night of random limits", bounds, results };
}
