import { print } from "../report.js";

const heads = ["work", "floor", "ours", "peers"];

/** The whole table in a few columns: requests/refused, and the ratio to the floor. */
export function printSummary(results) {
  console.log("\nAll of it (requests/refused; ratio to the floor)");
  const rows = results.map(({ provider, name, latency, floorSeconds, middle, peers }) => [
    `${provider}: ${name}, ${latency}`,
    floorSeconds === undefined ? "–" : `${floorSeconds.toFixed(2)} s`,
    cell(middle, floorSeconds),
    Object.values(peers)
      .map((peer) => cell(peer, floorSeconds))
      .join("; ") || "–",
  ]);
  for (const row of [heads, heads.map(() => "---"), ...rows]) print(`| ${row.join(" | ")} |`);
}

function cell({ seconds, requests, refused, lost = 0, aborted }, floorSeconds) {
  if (aborted !== undefined) return `aborts, ${requests}/${refused}`;
  const time = floorSeconds === undefined ? `${seconds.toFixed(1)} s` : `${(seconds / floorSeconds).toFixed(2)}x`;
  return `${time}, ${requests}/${refused}${lost > 0 ? `, lost ${lost}` : ""}`;
}
