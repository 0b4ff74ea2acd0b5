import type { TableRow } from "../../../src/snapshots/report/page/page.ts";

const kinds = [
  ["ovh.cloud.instance", "compute"],
  ["ovh.cloud.volume", "block-storage"],
  ["scaleway.rdb.instance", "database"],
  ["scaleway.object.bucket", "object-storage"],
  ["ovh.domain.zone", ""],
] as const;
const states = ["backup", "snapshots-only", "none-found", "unknown"];
const names = ["web", "billing-db", "archive", "mail", "build"];
const gibibyte = 1024 ** 3;

/** Made-up resources. Each value follows from the number of the row. */
export function* madeUpRows(count: number): Generator<TableRow, void, void> {
  for (let number = 1; number <= count; number += 1) yield madeUpRow(number);
}

export function madeUpRow(number: number): TableRow {
  const [kind, type] = kinds[number % kinds.length] ?? kinds[0];
  const hash = (number * 2_654_435_761) % 4_294_967_296;
  const project = (hash % 8).toString(16).repeat(32);
  const isSized = type !== "" && type !== "compute";
  return {
    kind,
    class: type,
    name: `${names[hash % names.length]}-${number}`,
    urn: `urn:v1:eu:resource:${kind}:${hash.toString(16).padStart(8, "0")}-${number}`,
    project,
    projectName: `Team ${hash % 8}`,
    region: ["GRA11", "fr-par-1", "nl-ams-1", "BHS5"][hash % 4] ?? "",
    country: ["FR", "FR", "NL", "CA"][hash % 4] ?? "",
    status: number % 50 === 0 ? "ERROR" : "ACTIVE",
    ...(isSized ? { sizeBytes: (1 + (hash % 2_000)) * gibibyte } : {}),
    createdAt: new Date(Date.UTC(2019, 0, 1 + (hash % 2_500), hash % 24)).toISOString(),
    ...(type === "" ? {} : { coverage: states[hash % states.length] ?? "", isProtected: hash % 3 === 0 }),
    ...(type !== "" && hash % states.length === 0
      ? { lastBackupAt: new Date(Date.UTC(2026, 9, 1 + (hash % 50))).toISOString() }
      : {}),
    tags: number % 3 === 0 ? ["env=prod", `team=${hash % 8}`] : [],
  };
}
