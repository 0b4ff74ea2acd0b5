import { loadProvider } from "../../src/providers/registry.ts";
import { faults } from "./faults.ts";
import { startRun } from "./library.ts";
import { type Asked, type Mishap, type Network, openNetwork, type Reply } from "./network.ts";
import { brokenPromises, leaked, type Told, toldBy } from "./oracle.ts";
import type { Change, Incident, Plan } from "./plan.ts";
import { startPlugin } from "./plugin.ts";
import { createTime, type Time } from "./time.ts";
import type { Known, World } from "./worlds.ts";

/** Longer than any run may take: every wait is bounded by the patience of a request (180 s) or the host's deadline. */
const limitMs = 24 * 3_600_000;

/** What a run came to. */
export interface Aftermath {
  /** What was broken of the promise, in sentences; none where it was kept. */
  readonly broken: readonly string[];
  /** The faults that hit a request, each once. */
  readonly met: ReadonlySet<string>;
  readonly requests: number;
  /** How many scopes ended in which way, as far as the host tells. */
  readonly outcomes: readonly string[];
}

/** Does what a plan says to a run of its world, and holds what comes of it against the promise. */
export async function chaosIn(world: World, plan: Plan): Promise<Aftermath> {
  const { census, emulator } = world;
  const time = createTime(limitMs, plan.random);
  world.setTime(time);
  emulator.resetStatistics();
  census.begin();
  for (const change of plan.changes) arrange(change, world);
  const leaving = new AbortController();
  const met = new Set<string>();
  const mishapOf = misfortune(world, plan, time, { leave: () => leaving.abort(), met });
  const { least, most } = plan.latencyMs;
  const latencyMs = () => least + plan.random() * (most - least);
  const network = openNetwork({ emulator, time, latencyMs, mishapOf });
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);
  process.on("unhandledRejection", onRejection);
  try {
    const { told, said } = await time.drive(hosted(world, plan, time, leaving.signal), network.isBusy);
    const broken = [
      ...brokenPromises(told, world),
      ...leaked(said, [...secretsOf(world), ...network.carried]).map((secret) => `a secret was told: ${secret}`),
      ...(await leftBehind(network, time)),
    ];
    const outcomes = told.scopes.map(({ outcome }) => outcome);
    const unhandled = rejections.map((reason) => `unhandled rejection: ${String(reason)}`);
    return { broken: [...broken, ...unhandled, ...overCap(network, plan)], met, requests: network.requests, outcomes };
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { broken: [reason], met, requests: network.requests, outcomes: [] };
  } finally {
    process.off("unhandledRejection", onRejection);
    network.close();
  }
}

async function hosted(
  { provider, emulator, config: ofWorld }: World,
  { host, maxInFlight, deadlineMs }: Plan,
  time: Time,
  signal: AbortSignal,
): Promise<{ readonly told: Told; readonly said: string }> {
  const definition = await loadProvider(provider);
  const config = { ...ofWorld, max_in_flight: String(maxInFlight) };
  const parts = { definition, emulator, config, time };
  if (host === "library") {
    const events = await startRun({ ...parts, deadlineMs, signal }).events();
    return { told: toldBy(events), said: JSON.stringify(events) };
  }
  const plugin = startPlugin(parts);
  signal.addEventListener("abort", plugin.hangUp, { once: true });
  return plugin.list();
}

/** Nothing is asked any more once a run has ended or whoever wanted it has gone. */
async function leftBehind(network: Network, time: Time): Promise<readonly string[]> {
  const { signal } = new AbortController();
  // A moment for what was under way to notice that nobody waits for it.
  await time.drive(time.sleep(1000, signal), network.isBusy);
  const { requests } = network;
  await time.drive(time.sleep(600_000, signal), network.isBusy);
  return [
    ...(network.inFlight > 0 ? [`${network.inFlight} request(s) are in flight after the end`] : []),
    ...(network.requests > requests ? [`${network.requests - requests} request(s) were sent after the end`] : []),
  ];
}

function overCap({ mostInFlight }: Network, { maxInFlight }: Plan): readonly string[] {
  return mostInFlight > maxInFlight ? [`${mostInFlight} requests were in flight, and the cap is ${maxInFlight}`] : [];
}

function secretsOf({ emulator: { credentials }, config }: World): readonly string[] {
  const all = { ...credentials.ovhServiceAccount, ...credentials.ovhAccessToken, ...config };
  return Object.entries(all).flatMap(([name, value]) => (/key|secret|token/.test(name) ? [value] : []));
}

/** Puts a change of the account into the census. */
function arrange({ of, which, way, at, until }: Change, { known, kinds, places, census, requests }: World): void {
  const all = [...known.values()];
  const parents = kinds.flatMap(({ below }) => below ?? []);
  const candidates = of === "place" ? places : of === "parent" ? all.filter(({ kind }) => parents.includes(kind)) : all;
  const chosen = candidates[Math.floor(which * candidates.length)];
  if (chosen === undefined) return;
  const id = typeof chosen === "string" ? chosen : chosen.id;
  const [first, second] = [at, until]
    .sort((left, right) => left - right)
    .map((share) => Math.ceil(share * requests * 1.3));
  if (first === undefined || second === undefined) return;
  if (way === "goes") census.leave(id, first, Number.POSITIVE_INFINITY);
  else if (typeof chosen === "string") census.leave(id, way === "comes" ? 0 : first, second);
  // Lists are newest first: what comes is newer than all that was there, and what is old does not come back.
  else if (way === "comes") {
    const { id: newest } = all.filter(({ scope }) => scope === chosen.scope).reduce(newer);
    census.leave(newest, 0, second);
  } else census.leave(id, first, Number.isNaN(chosen.madeAtMs) ? second : Number.POSITIVE_INFINITY);
}

function newer(one: Known, other: Known): Known {
  return other.madeAtMs > one.madeAtMs ? other : one;
}

interface Pending {
  readonly incident: Incident;
  readonly path: string | undefined;
  left: number;
}

/** What happens to each request of a run, in the order in which requests arrive. */
function misfortune(
  { census, paths, requests }: World,
  plan: Plan,
  time: Time,
  { leave, met }: { readonly leave: () => void; readonly met: Set<string> },
) {
  const { random, limit, clockJump, leavesAt } = plan;
  const pending = plan.incidents.map((incident): Pending => {
    const path = incident.path === undefined ? undefined : paths[Math.floor(incident.path * paths.length)];
    return { incident, path, left: incident.times };
  });
  const isAt = (share: number | undefined, number: number): boolean =>
    share !== undefined && number === 1 + Math.floor(share * requests);
  let tokens = limit?.perSecond ?? 0;
  let filledAtMs = time.monotonic();
  const isTooMuch = (): boolean => {
    if (limit === undefined) return false;
    tokens = Math.min(limit.perSecond, tokens + ((time.monotonic() - filledAtMs) / 1000) * limit.perSecond);
    filledAtMs = time.monotonic();
    if (tokens < 1) return true;
    tokens -= 1;
    return false;
  };
  let arrived = 0;
  return async (asked: Asked, ask: (url: URL) => Promise<Reply>): Promise<Mishap> => {
    arrived += 1;
    census.requested();
    if (clockJump !== undefined && isAt(clockJump.at, arrived)) time.setWallClock(clockJump.byMs);
    if (isAt(leavesAt, arrived)) leave();
    if (isTooMuch()) {
      met.add(`${limit?.status} as throttling`);
      return (await faults[String(limit?.status)]?.({ asked, ask, random })) ?? {};
    }
    for (const one of pending) {
      const { fault, from, share } = one.incident;
      const isMeant = one.path === undefined || asked.url.pathname === one.path;
      if (one.left === 0 || !isMeant || arrived <= from * requests || random() >= share) continue;
      const mishap = await faults[fault]?.({ asked, ask, random });
      if (mishap === undefined) continue;
      one.left -= 1;
      met.add(fault);
      return mishap;
    }
    return {};
  };
}
