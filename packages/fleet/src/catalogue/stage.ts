import { type CoveredResource, coverageOf, InventoryError, type SnapshotLine } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { keyOf, storableJson, storableMoment, storableText } from "../database/storable.ts";
import { copyRows, type RowWriter } from "./copy-rows.ts";
import type { MergedRun } from "./merged-run.ts";

type Line<Type extends SnapshotLine["type"]> = Extract<SnapshotLine, { type: Type }>;

/** A scope of a snapshot that was staged. */
export interface StagedScope {
  readonly key: string;
  readonly line: Line<"scope">;
  /** How many resources its list named. */
  readonly resources: number;
}

/** What a snapshot says beside its resources, which are in tables that only the connection sees, until it ends. */
export interface Staged {
  readonly header: Line<"snapshot">;
  readonly started: Line<"started">;
  readonly finished: Line<"finished">;
  readonly scopes: readonly StagedScope[];
}

const makeTables = `
CREATE TEMPORARY TABLE staged (line int, key uuid, scope_key uuid, digest uuid, kind text, urn text, scope text, resource jsonb);
CREATE TEMPORARY TABLE judged (key uuid, coverage text, coverage_reason text, last_backup_at timestamptz, safeguards text[]);`;

const indexTables = `
CREATE INDEX ON staged (scope_key);
CREATE INDEX ON judged (key);
ANALYZE staged (key, scope_key);
ANALYZE judged (key);
-- A list is a small part of these as a rule, and where it is not, going through an index costs little more.
SET enable_seqscan = off;`;

/**
 * Brings the resources of a snapshot to the database. Nothing may be concluded from them before this has ended: only then is the
 * snapshot known to be whole.
 *
 * @param check is told the first line, and may throw.
 * @throws InventoryError INVALID_CONFIG where it is no whole snapshot.
 */
export async function stageSnapshot(
  client: pg.ClientBase,
  { customer, name }: Pick<MergedRun, "customer" | "name">,
  path: string,
  check: (header: Line<"snapshot">) => void,
  signal: AbortSignal,
): Promise<Staged> {
  await client.query(makeTables);
  const keyOfInventory: KeyOf = (kind, place) => keyOf(customer, name, kind, place);
  const reader = createReader(check, keyOfInventory);
  let covered: readonly CoveredResource[] = [];
  await copyRows(client, "staged", async (rows) => {
    const coverage = await coverageOf([path], { signal }, (line) => reader.see(line, rows));
    covered = coverage.resources;
  });
  await copyRows(client, "judged", async (rows) => {
    for (const one of covered) {
      const room = rows.write(judgedRow(one, keyOfInventory));
      if (room !== undefined) await room;
    }
  });
  await keepFirstOfEach(client);
  await client.query(indexTables);
  return reader.staged();
}

/** A resource that two lists name is the first one's, as in a comparison of snapshots. Mostly there is none. */
async function keepFirstOfEach(client: pg.ClientBase): Promise<void> {
  const index = "CREATE UNIQUE INDEX ON staged (key)";
  try {
    await client.query(index);
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === uniqueViolation)) throw thrown;
    await client.query(
      `DELETE FROM staged USING staged AS first WHERE first.key = staged.key AND first.line < staged.line; ${index}`,
    );
  }
}

const uniqueViolation = "23505";

/** What stands for a kind's scope, or its resource. */
type KeyOf = (kind: string, scopeOrUrn: string) => string;

function createReader(check: (header: Line<"snapshot">) => void, keyOfInventory: KeyOf) {
  const about: { header?: Line<"snapshot">; started?: Line<"started">; finished?: Line<"finished"> } = {};
  const ends = new Map<string, Line<"scope">>();
  const counts = new Map<string, number>();
  let lines = 0;
  // Lists come mostly in one piece.
  let last = { kind: "", scope: "", key: "" };
  const scopeKeyOf = (kind: string, scope: string): string => {
    if (last.kind !== kind || last.scope !== scope) last = { kind, scope, key: keyOfInventory(kind, scope) };
    return last.key;
  };
  const stage = ({ resource, scope }: Line<"resource">, rows: RowWriter): Promise<void> | undefined => {
    const { kind, urn } = resource;
    const scopeKey = scopeKeyOf(kind, scope);
    const json = JSON.stringify(resource);
    counts.set(scopeKey, (counts.get(scopeKey) ?? 0) + 1);
    lines += 1;
    return rows.write([
      lines,
      keyOfInventory(kind, urn),
      scopeKey,
      keyOf(json),
      kind,
      urn,
      storableText(scope),
      storableJson(json),
    ]);
  };
  return {
    see(line: SnapshotLine, rows: RowWriter): Promise<void> | undefined {
      if (line.type === "resource") return stage(line, rows);
      if (line.type === "scope") ends.set(keyOfInventory(line.kind, line.scope), line);
      else if (line.type === "started") about.started = line;
      else if (line.type === "finished") about.finished = line;
      else {
        check(line);
        about.header = line;
      }
      return undefined;
    },
    staged(): Staged {
      const { header, started, finished } = about;
      if (header === undefined || started === undefined || finished === undefined) {
        throw new InventoryError("INTERNAL", "a snapshot passed for whole without being it");
      }
      const scopes = [...ends].map(([key, line]) => ({ key, line, resources: counts.get(key) ?? 0 }));
      return { header, started, finished, scopes };
    },
  };
}

function judgedRow({ kind, urn, state, reason, lastBackupAt, safeguards }: CoveredResource, keyOfInventory: KeyOf) {
  return [
    keyOfInventory(kind, urn),
    state,
    reason === undefined ? undefined : storableText(reason),
    storableMoment(lastBackupAt),
    `{${safeguards.join(",")}}`,
  ];
}
