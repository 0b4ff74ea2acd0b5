import { cycle, pick, type Series } from "./random.ts";

const roles = ["web", "api", "db", "cache", "worker", "mail", "build", "proxy", "search", "metrics"];
const contents = ["invoices", "backups", "media", "logs", "exports", "archive"];
const teams = ["platform", "payments", "data", "support"];
const environments = ["prod", "prod", "staging", "dev"];

const firstDayMs = Date.UTC(2025, 0, 6, 8);
const spanMs = 300 * 24 * 3600 * 1000;

function numbered(words: readonly string[], index: number): { word: string; number: string } {
  const number = Math.floor(index / words.length) + 1;
  return { word: cycle(words, index), number: String(number).padStart(2, "0") };
}

/** `web-01`, or with a suffix `web-volume-01`: the same index gives the same role, so names go together. */
export function nameOf(index: number, suffix = ""): string {
  const { word, number } = numbered(roles, index);
  return [word, suffix, number].filter((part) => part !== "").join("-");
}

/** A bucket's name: unique in the world, as the clouds ask, because it holds the project and the region. */
export function bucketName(index: number, projectId: string, region: string): string {
  const { word, number } = numbered(contents, index);
  return `${word}-${projectId.slice(0, 8)}-${region.toLowerCase()}-${number}`;
}

/** A few tags of the form `key=value`; some resources have none. */
export function tagsOf(random: () => number): string[] {
  if (random() < 0.2) return [];
  const tags = [`env=${pick(environments, random)}`, `team=${pick(teams, random)}`];
  return random() < 0.3 ? [...tags, "backup=daily"] : tags;
}

/** When an item was made: in 2025, and strictly later than the item before it. */
export function createdAtMs(series: Series, index: number, count: number): number {
  const stepMs = Math.max(1000, Math.floor(spanMs / (count + 1) / 1000) * 1000);
  return firstDayMs + Math.floor((series.phase * stepMs) / 1000) * 1000 + index * stepMs;
}

/** `2025-03-04T05:06:07Z`, or with the offset form of the zone. */
export function isoSeconds(timeMs: number, zone: "Z" | "+00:00" = "Z"): string {
  return new Date(timeMs).toISOString().slice(0, 19) + zone;
}

/** `2025-03-04T05:06:07.089012Z`: both clouds write six decimals in places. */
export function isoMicroseconds(timeMs: number, random: () => number, zone: "Z" | "+00:00" = "Z"): string {
  const decimals = String(Math.floor(random() * 1_000_000)).padStart(6, "0");
  return `${new Date(timeMs).toISOString().slice(0, 19)}.${decimals}${zone}`;
}
