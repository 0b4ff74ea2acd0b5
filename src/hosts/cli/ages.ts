const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** How long ago some moments were, the oldest first: `3 hours ago to 5 minutes ago`; at least one. */
export function agesOf(moments: readonly string[], nowMs: number): string {
  const ages = moments.map((moment) => nowMs - Date.parse(moment)).sort((one, other) => other - one);
  const [oldest, newest] = [ago(ages[0] ?? 0), ago(ages.at(-1) ?? 0)];
  return oldest === newest ? oldest : `${oldest} to ${newest}`;
}

/** In the largest unit that it fills; a clock that was set back makes nothing younger than now. */
function ago(ageMs: number): string {
  const pastMs = Math.max(0, ageMs);
  const [unit, unitMs] = units.find(([, ms]) => pastMs >= ms) ?? units[3];
  return new Intl.RelativeTimeFormat("en").format(-Math.floor(pastMs / unitMs), unit);
}
