import { startEmulator } from "../../dist/emulator/index.js";
import { connect } from "./network.js";
import { readWithOurs } from "./ours.js";
import { inVirtualTime, realMs, virtualMs } from "./virtual-time.js";

/**
 * One client reads one work under one limit.
 *
 * @param seed of the waits that are drawn at random.
 * @param server `limit`, `retryAfterSeconds` and `tooSoonStatus` of the emulator.
 * @param latencyMs of a request, by its place.
 */
export async function measure({ work, server, latencyMs, seed = 1 }, read) {
  const emulator = await startEmulator({ ...work.emulator, ...server });
  const traffic = connect(emulator, latencyMs);
  const [startedMs, startedRealMs] = [virtualMs(), realMs()];
  try {
    const { found, ...rest } = await inVirtualTime(seed, () => read(work, emulator));
    const { requests, refused, paths } = emulator.statistics;
    return {
      seed,
      seconds: (virtualMs() - startedMs) / 1000,
      requests,
      refused,
      lost: lostOf(work, emulator, found),
      found: found.size,
      mostUnderWay: traffic.mostUnderWay,
      firstRefusalUnderWay: traffic.firstRefusalUnderWay,
      mostTries: mostOfOne(paths),
      furtherIds: paths.reduce((saved, path) => saved + idsBesideTheFirst(path), 0),
      latenciesMs: traffic.arrivals.map((arrival) => arrival.latencyMs),
      routes: routesOf(paths),
      spans: spansOf(traffic.arrivals, startedMs),
      realSeconds: (realMs() - startedRealMs) / 1000,
      ...rest,
    };
  } finally {
    await emulator.close();
  }
}

/** @param rates what an earlier run learned, of whichever address it asked. */
export function measureOurs(setting, { rates, ...options } = {}) {
  const [learned] = Object.values(rates ?? {});
  return measure(setting, (work, emulator) =>
    readWithOurs(work, emulator, { ...options, rates: learned && { [emulator.url]: learned } }),
  );
}

/** What exists and was not found, by the emulator's own account. */
function lostOf({ kinds }, emulator, found) {
  if (kinds === undefined) return undefined;
  return kinds.flatMap((kind) => emulator.expectedIds().get(kind) ?? []).filter((id) => !found.has(id)).length;
}

function mostOfOne(paths) {
  const counts = new Map();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** How often each route was asked, whatever the ids, regions and zones. */
function routesOf(paths) {
  const counts = {};
  for (const path of paths) {
    const [, words] = path.split(/[ ?]/);
    const route = words
      .replace(/(regions?|zones?)\/[^/]+/g, "$1/*")
      .replace(/\/storage\/[^/]+/g, "/storage/*")
      .replace(/\/([^/]*\d[^/]{7,})/g, "/*");
    counts[route] = (counts[route] ?? 0) + 1;
  }
  return counts;
}

/** A batch names several ids in one path, where a request would name one. */
function idsBesideTheFirst(path) {
  return path.split("?")[0].replaceAll("%2C", ",").split(",").length - 1;
}

/** How many requests were let in between one refusal and the next: where time was lost, and where too much was asked. */
function spansOf(arrivals, startedMs) {
  const spans = [];
  let span = { fromSeconds: 0, letIn: 0 };
  for (const { atMs, isRefused } of arrivals) {
    if (!isRefused) {
      span.letIn += 1;
      continue;
    }
    const toSeconds = (atMs - startedMs) / 1000;
    spans.push({ ...span, toSeconds });
    span = { fromSeconds: toSeconds, letIn: 0 };
  }
  const lastMs = arrivals.at(-1)?.atMs ?? startedMs;
  return [...spans, { ...span, toSeconds: (lastMs - startedMs) / 1000 }];
}
