import type { CoveredResource } from "../coverage.ts";

const dayMs = 86_400_000;

/** How old the newest backup of a resource was when it was looked at. */
export const backupAges = [
  "under a day",
  "1 to 7 days",
  "7 to 30 days",
  "30 to 90 days",
  "over 90 days",
  "not known",
] as const;
export type BackupAge = (typeof backupAges)[number];

const upTo: readonly (readonly [BackupAge, number])[] = [
  ["under a day", dayMs],
  ["1 to 7 days", 7 * dayMs],
  ["7 to 30 days", 30 * dayMs],
  ["30 to 90 days", 90 * dayMs],
];

export type BackupAgeCounts = Readonly<Record<BackupAge, number>>;

/**
 * How many resources have a newest backup of each age.
 *
 * @param lookedAt when a resource was looked at.
 */
export function countBackupAges(
  resources: readonly CoveredResource[],
  lookedAt: (resource: CoveredResource) => string | undefined,
): BackupAgeCounts {
  const counts = Object.fromEntries(backupAges.map((age) => [age, 0])) as Record<BackupAge, number>;
  for (const resource of resources) {
    if (resource.state === "backup") counts[ageOf(resource.lastBackupAt, lookedAt(resource))] += 1;
  }
  return counts;
}

function ageOf(backedUpAt: string | undefined, lookedAt: string | undefined): BackupAge {
  const age = Date.parse(lookedAt ?? "") - Date.parse(backedUpAt ?? "");
  if (Number.isNaN(age)) return "not known";
  return upTo.find(([, most]) => age < most)?.[0] ?? "over 90 days";
}
