// node packages/fleet/bench/catalogue.js URL [RESOURCES [OF_EACH_LIST]]: how many resources a second come into the catalogue of an empty Postgres,
// with its indexes and row-level security. Build the package first; nothing else may use the database.
import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSnapshotWriter } from "cloud-inventory-plugin/fleet";
import { mergeSnapshot } from "../dist/catalogue/merge-snapshot.js";
import { openDatabase, schema } from "../dist/database/connect.js";
import { migrate } from "../dist/database/migrate.js";

const [url, count = "100000", ofEachList = "1000"] = process.argv.slice(2);
const resources = Number(count);
const perScope = Number(ofEachList);
const folder = mkdtempSync(join(tmpdir(), "catalogue-bench-"));
const pool = await openDatabase({ DATABASE_URL: url });
await migrate(pool);

let token = 0;
let mostBytes = 0;
const watching = setInterval(() => {
  mostBytes = Math.max(mostBytes, process.memoryUsage().rss);
}, 20);
for (const [what, generationOf] of [
  ["first load", () => 0],
  ["nothing changed", () => 0],
  ["10 % changed", (index) => (index % 10 === 0 ? 1 : 0)],
]) {
  token += 1;
  const path = join(folder, `${token}.ndjson`);
  await writeSnapshot(path, new Date(Date.UTC(2026, 0, token)), generationOf);
  const run = await beginRun();
  const { stagedMs, mergedMs } = await mergeSnapshot(pool, run, path, new AbortController().signal);
  const parts = { "read and copied": stagedMs, merged: mergedMs, "in all": stagedMs + mergedMs };
  const rates = Object.entries(parts).map(([part, ms]) => `${part} ${Math.round((resources / ms) * 1000)}`);
  console.log(`${what}: ${rates.join(", ")}`);
}
clearInterval(watching);
console.log(`resources a second; ${resources} of them, at most ${Math.round(mostBytes / 1024 / 1024)} MB`);
await pool.end();
rmSync(folder, { recursive: true });

async function beginRun() {
  await pool.query(
    `INSERT INTO ${schema}.account_leases VALUES ('bench', $1, 'bench', 'bench', now() + interval '1 hour')
     ON CONFLICT (account_digest) DO UPDATE SET token = EXCLUDED.token`,
    [token],
  );
  const { rows } = await pool.query(
    `INSERT INTO ${schema}.runs (customer, name, night, inventory, account_digest, token, worker)
     VALUES ('bench', 'bench', $1, 'bench', 'bench', $2, 'bench') RETURNING run_id`,
    [new Date(Date.UTC(2026, 0, token)), token],
  );
  return { runId: rows[0].run_id, token: String(token), customer: "bench", name: "bench" };
}

async function writeSnapshot(path, startedAt, generationOf) {
  const kind = "bench.compute.server";
  const writer = createSnapshotWriter({ inventory: "bench", account: "account-1" }, () => startedAt.getTime() + 1000);
  const file = await open(path, "w");
  const scopes = Math.ceil(resources / perScope);
  const about = { inventory: "bench", requests: 1, durationMs: 1 };
  await file.write(
    writer.event({
      type: "started",
      inventory: "bench",
      version: "1.0.0",
      credential: "a key",
      kinds: [kind],
      startedAt: startedAt.toISOString(),
    }),
  );
  for (let scope = 0; scope < scopes; scope += 1) {
    const found = Array.from({ length: Math.min(perScope, resources - scope * perScope) }, (_, index) => index);
    const lines = found.map((index) =>
      writer.event({
        type: "resource",
        inventory: "bench",
        scope: `project-${scope}/region-1`,
        resource: server(kind, scope * perScope + index, generationOf(index)),
      }),
    );
    const end = { type: "scope", kind, scope: `project-${scope}/region-1`, outcome: "completed", warnings: [] };
    await file.write(lines.join("") + writer.event({ ...about, ...end, count: found.length }));
  }
  const outcomes = { completed: scopes, partial: 0, denied: 0, "not-offered": 0, failed: 0 };
  const finished = { type: "finished", complete: true, resources, scopes, outcomes, acceptedGaps: 0, refused: 0 };
  await file.write(writer.event({ ...about, ...finished }) + writer.end());
  await file.close();
}

function server(kind, index, generation) {
  const id = `7f3a${index.toString(16).padStart(8, "0")}`;
  return {
    urn: `urn:bench:compute:account-1:region-1:server/${id}`,
    kind,
    class: "compute",
    subclass: "",
    name: `server-${index}`,
    service: "compute",
    resource: "server",
    region: "region-1",
    country: "FR",
    tags: ["env=prod", `team=${index % 7}`],
    endpoints: [{ type: "inet4", endpoint: `198.51.100.${index % 250}`, attributes: {} }],
    details: {
      provider: "bench",
      account: "account-1",
      project: `project-${Math.floor(index / perScope)}`,
      status: "running",
      createdAt: "2025-01-01T00:00:00Z",
      sizeBytes: (50 + generation) * 1024 ** 3,
      protection: [{ type: "snapshots", state: "disabled" }],
      relations: [{ type: "attached-to", urn: `urn:bench:network:account-1:region-1:network/${index % 50}` }],
      attributes: { flavor: "b3-8", image: "Debian 13", monthlyBilling: false },
    },
  };
}
