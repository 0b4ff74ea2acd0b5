import { tmpdir } from "node:os";
import { abortError, InventoryError } from "../inventory/errors.ts";
import { ListedUrns } from "../inventory/listed-urns.ts";
import type { Endpoint, Resource } from "../inventory/resource.ts";
import { csvCell } from "./csv-cell.ts";
import { checkOtherAccount, factsOf, type Look, readLook, type SnapshotFacts, whyNotWhole } from "./look.ts";
import { createSortedResources } from "./sorted-resources.ts";
import { openSpool } from "./spool.ts";

/** Why a snapshot may lack something that exists. */
export interface ReplacementGap {
  readonly path: string;
  readonly inventory: string;
  /** Absent where it is about the snapshot as a whole. */
  readonly kind?: string;
  readonly scope?: string;
  /** How the scope ended, in one word. */
  readonly status: string;
  readonly reason: string;
  readonly remediation: string;
}

/** What was asked for would delete what is there: the snapshots do not tell all. */
export class WouldDelete extends InventoryError {
  readonly gaps: readonly ReplacementGap[];

  constructor(gaps: readonly ReplacementGap[]) {
    const [first] = gaps;
    const where = [first?.path, first?.kind, first?.scope].filter((part) => part !== undefined).join(", ");
    const more = gaps.length > 1 ? `, and ${gaps.length - 1} more` : "";
    super(
      "INVALID_CONFIG",
      `what the table lacks, its import deletes, and the snapshots may lack something: ${where}: ${first?.reason}${more}`,
    );
    this.gaps = gaps;
  }
}

export interface PlakarCsvOptions {
  /** Where what does not fit into memory is kept meanwhile; the system's folder for such files when absent. */
  readonly spoolFolder?: string;
  /** Stops the reading. */
  readonly signal?: AbortSignal;
}

/** What a table holds. */
export interface PlakarCsvSummary {
  readonly snapshots: readonly SnapshotFacts[];
  readonly rows: number;
  /** How many resources have no class, and no row: they hold others, and no backup can be made of them. */
  readonly unclassified: number;
  /** The kinds whose lists may have lost something between two pages, without a trace: what `started.mayShift` says. */
  readonly shifting: readonly string[];
}

/**
 * The table that a self-managed inventory of Plakar Control Plane imports: one resource a row, and several host names with commas between
 * them (PlakarKorp/plakar.io, control-plane/infrastructure/inventories/self-managed.md). The import replaces all that the inventory
 * holds, so all snapshots that belong in it go into one table, and only of whole ones a table is made: nothing overrides that. Rows stand
 * in the order of kind and URN, each URN once.
 *
 * @throws WouldDelete where a snapshot may lack something, before anything is told; InventoryError INVALID_CONFIG where one is no snapshot or
 *   two are of one account, CANCELLED where the signal is aborted, INTERNAL where there is no room to sort them.
 */
export async function* plakarCsv(
  paths: readonly string[],
  { spoolFolder = tmpdir(), signal }: PlakarCsvOptions = {},
): AsyncGenerator<string, PlakarCsvSummary, void> {
  const spool = await openSpool(spoolFolder);
  try {
    const resources = createSortedResources(async () => spool);
    const looks: Look[] = [];
    for (const path of paths) {
      const look = await readLook(
        path,
        (line) => (line.type === "resource" ? resources.add(line.resource, line.scope) : undefined),
        signal,
      );
      checkOtherAccount(path, look.header, looks);
      looks.push(look);
    }
    const gaps = looks.flatMap(gapsOf);
    if (gaps.length > 0) throw new WouldDelete(gaps);
    const written = new ListedUrns();
    let unclassified = 0;
    yield "Class;Name;URN;Hostname\r\n";
    for await (const batch of resources.inOrder()) {
      if (signal?.aborted) throw abortError(signal);
      let text = "";
      for (const { urn, json } of batch) {
        const resource: Resource = JSON.parse(json);
        if (resource.class === "") unclassified += 1;
        // Two accounts may see the same.
        else if (written.mark(urn, 1) === undefined) text += rowOf(resource);
      }
      yield text;
    }
    const shifting = [...new Set(looks.flatMap(({ started }) => started.mayShift ?? []))].sort();
    return { snapshots: looks.map(factsOf), rows: written.size, unclassified, shifting };
  } finally {
    await spool.close();
  }
}

function rowOf({ class: itsClass, name, urn, endpoints }: Resource): string {
  return `${[itsClass, name, urn, hostnamesOf(endpoints)].map((text) => csvCell(text, ";")).join(";")}\r\n`;
}

/** By name where there is one, else by address. */
function hostnamesOf(endpoints: readonly Endpoint[]): string {
  const ofType = (type: Endpoint["type"]): readonly string[] =>
    endpoints.flatMap((one) => (one.type === type ? [one.endpoint] : []));
  const found = [ofType("host"), ofType("inet4"), ofType("inet6")].find((hosts) => hosts.length > 0) ?? [];
  return [...new Set(found)].filter((host) => !host.includes(",")).join(",");
}

const readAgain = "read it again, or leave the kind out with --kinds where the inventory shall not have it";

const seenBefore =
  "run discover again with its state folder, and with the kind above where it is listed below another one: what was listed before tells whether something is left out";
const grantedFor = (kind: string): string => `grant what is missing (rights --kinds ${kind}), or leave the kind out`;

/** What keeps a snapshot from proving that nothing else is there. */
function gapsOf(look: Look): readonly ReplacementGap[] {
  const { path, header, finished, scopes } = look;
  const about = { path, inventory: header.inventory };
  const gaps = scopes.flatMap((scope): readonly ReplacementGap[] => {
    const { kind, outcome, filtered, notGranted } = scope;
    if (outcome === "not-offered" || (outcome === "completed" && !filtered)) return [];
    const reason = `the snapshot ${whyNotWhole(scope)}`;
    const remediation = filtered ? seenBefore : notGranted ? grantedFor(kind) : (scope.remediation ?? readAgain);
    return [
      {
        ...about,
        kind,
        scope: scope.scope,
        status: filtered ? "filtered" : outcome,
        reason,
        remediation,
      },
    ];
  });
  if (gaps.length > 0) return gaps;
  if (!finished.complete) {
    return [
      { ...about, status: "incomplete", reason: finished.reason ?? "the run was not complete", remediation: readAgain },
    ];
  }
  if (finished.resources > 0) return [];
  const remediation =
    "leave the snapshot out where the account is empty indeed, or empty the inventory by hand: an import of nothing deletes everything";
  return [{ ...about, status: "empty", reason: "the snapshot holds no resource at all", remediation }];
}
