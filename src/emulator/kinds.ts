import { closest } from "fastest-levenshtein";
import { servedEntries } from "./kinds.gen.ts";
import type { ServedEntry } from "./served/entry.ts";
import { withNewerPlaces } from "./served/exceptions.ts";

/** Every kind that has code of its own, with how many of it each place holds unless told otherwise. */
const defaultCounts = {
  "ovh.cloud.project": 3,
  "ovh.cloud.instance": 6,
  "ovh.cloud.instance-snapshot": 2,
  "ovh.cloud.volume": 6,
  "ovh.cloud.volume-snapshot": 3,
  "ovh.cloud.volume-backup": 2,
  "ovh.cloud.bucket": 3,
  "ovh.cloud.swift-container": 2,
  "ovh.cloud.database": 2,
  "ovh-data-platform.bucket": 3,
  "scaleway.account.project": 2,
  "scaleway.instance.server": 2,
  "scaleway.instance.volume": 2,
  "scaleway.instance.snapshot": 1,
  "scaleway.instance.image": 1,
  "scaleway.block.volume": 2,
  "scaleway.block.snapshot": 1,
  "scaleway.object.bucket": 2,
  "scaleway.secret.secret": 2,
} as const;

/** A kind that has code of its own. */
export type BuiltKind = keyof typeof defaultCounts;

/** The id of a kind of resource that the emulator holds: one with code of its own, or any that is served from an example. */
export type EmulatedKind = BuiltKind | (string & {});

/** Kinds that are listed by Scaleway's JSON APIs in a zone or a region. */
export type ScalewayListKind = Exclude<
  Extract<BuiltKind, `scaleway.${string}`>,
  "scaleway.account.project" | "scaleway.object.bucket"
>;

/** Kinds inside an OVHcloud Public Cloud project. */
export type OvhListKind = Exclude<Extract<BuiltKind, `ovh.${string}`>, "ovh.cloud.project">;

/** Whether a kind has code of its own; its entry, if there is one, serves nothing. */
export function isBuiltKind(kind: string): kind is BuiltKind {
  return Object.hasOwn(defaultCounts, kind);
}

/** What is served from examples. */
export const servedKindEntries: ReadonlyMap<string, ServedEntry> = new Map(
  servedEntries.filter(({ kind }) => !isBuiltKind(kind)).map((entry) => [entry.kind, withNewerPlaces(entry)]),
);

/** How many of a kind there are in each place by default; of a document there is one. */
export function defaultCount(kind: EmulatedKind): number {
  if (isBuiltKind(kind)) return defaultCounts[kind];
  return servedKindEntries.get(kind)?.list.answers === "one" ? 1 : 2;
}

/**
 * How many of a kind there are in each place. A number for all kinds is the most of those below a parent, not more of
 * them: lists below lists would grow with its power.
 */
export function countOf(
  kind: EmulatedKind,
  resources: number | Readonly<Record<string, number | undefined>> = {},
): number {
  if (typeof resources === "object") return resources[kind] ?? defaultCount(kind);
  const isBelow = (servedKindEntries.get(kind)?.parent ?? null) !== null;
  return isBelow ? Math.min(resources, defaultCount(kind)) : resources;
}

/** Refuses a name that no kind has; RangeError with the name that comes nearest. */
export function assertKinds(names: readonly string[], option: string): void {
  const known = [...Object.keys(defaultCounts), ...servedKindEntries.keys()];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  // The first of those with as few wrong letters counts: one as long, as where two letters only changed places.
  const differenceTo = ({ length }: string): number => Math.abs(length - unknown.length);
  const nearest = closest(
    unknown,
    known.toSorted((one, other) => differenceTo(one) - differenceTo(other)),
  );
  throw new RangeError(`${option}: no kind is called ${unknown}; the nearest is ${nearest}`);
}
