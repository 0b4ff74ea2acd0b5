import { generator, pick } from "../../src/emulator/random.ts";
import { faults } from "./faults.ts";
import { type WorldName, worldNames } from "./worlds.ts";

/** One fault, and whom it hits. */
export interface Incident {
  readonly fault: string;
  /** The share of the undisturbed run's paths at which the fault's own path stands; undefined hits every path. */
  readonly path: number | undefined;
  /** The share of the undisturbed run's requests after which it begins. */
  readonly from: number;
  /** The share of the requests that it hits. */
  readonly share: number;
  readonly times: number;
}

/** Something that is not there for a part of the run, in shares of the undisturbed run's requests. */
export interface Change {
  readonly of: "item" | "place" | "parent";
  /** Which of them, from 0 to 1. */
  readonly which: number;
  readonly way: "comes" | "goes" | "goes and comes back";
  readonly at: number;
  readonly until: number;
}

/** All that one seed decides. */
export interface Plan {
  readonly seed: number;
  readonly world: WorldName;
  readonly host: "library" | "grpc";
  readonly maxInFlight: number;
  readonly latencyMs: { readonly least: number; readonly most: number };
  readonly incidents: readonly Incident[];
  readonly changes: readonly Change[];
  /** Requests by the second that are answered; the others are refused with this status. */
  readonly limit: { readonly perSecond: number; readonly status: 403 | 429 } | undefined;
  readonly clockJump: { readonly at: number; readonly byMs: number } | undefined;
  readonly deadlineMs: number | undefined;
  /** When whoever asked goes away, in a share of the undisturbed run's requests. */
  readonly leavesAt: number | undefined;
  /** The source of every further choice that the run makes. */
  readonly random: () => number;
}

const minuteMs = 60_000;
const fitsFew = (fault: string): boolean => /page|total|batch|item/.test(fault);

/** What happens in the run of a seed: the same for the same seed, whatever the machine does. */
export function planOf(seed: number): Plan {
  const random = generator(Math.imul(seed, 0x9e3779b1));
  // The first draws of neighbouring seeds are alike.
  for (let draw = 0; draw < 8; draw += 1) random();
  const maybe = <Value>(share: number, value: () => Value): Value | undefined =>
    random() < share ? value() : undefined;
  const several = <Value>(most: number, value: () => Value): Value[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, value);
  const names = Object.keys(faults);
  return {
    seed,
    world: worldNames[seed % worldNames.length] ?? "ovh, default kinds",
    host: random() < 0.75 ? "library" : "grpc",
    maxInFlight: pick([1, 3, 8, 32], random),
    latencyMs: pick(
      [
        { least: 1, most: 2 },
        { least: 20, most: 80 },
        { least: 50, most: 900 },
      ],
      random,
    ),
    incidents: several(4, () => pick(names, random)).map((fault) => ({
      fault,
      // Few requests are of the form that a lie about a list needs.
      path: maybe(fitsFew(fault) ? 0.25 : 0.75, random),
      from: pick([0, 0, random()], random),
      share: pick([0.05, 0.3, 1, 1], random),
      times: pick([1, 1, 2, 3, 8, Number.POSITIVE_INFINITY], random),
    })),
    changes: several(5, () => ({
      of: pick(["item", "item", "item", "place", "parent"] as const, random),
      which: random(),
      way: pick(["comes", "goes", "goes and comes back"] as const, random),
      at: random(),
      until: random(),
    })),
    limit: maybe(0.15, () => ({ perSecond: pick([2, 5, 20], random), status: pick([403, 429] as const, random) })),
    clockJump: maybe(0.2, () => ({
      at: random(),
      byMs: pick([-86_400_000, -minuteMs, 5 * minuteMs, 3_600_000], random),
    })),
    deadlineMs: maybe(0.1, () => pick([300, 3000, 2 * minuteMs], random)),
    leavesAt: maybe(0.08, random),
    random,
  };
}

/** A plan in one line, for whoever looks into a seed. */
export function described({ random: _random, ...plan }: Plan): string {
  return JSON.stringify(plan);
}
