import type { InventoryError } from "../../../inventory/errors.ts";
import type { ScopeEntry } from "../../../inventory/provider.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { Coverage } from "../../../preflight/examiner.ts";
import { NoSuchProject } from "../proven-projects.ts";
import { isLeftOut } from "./memoised-readers.ts";
import { type Grant, standingOf } from "./permissions.ts";
import { isProjectDocument, type ProbeResult, type Prober } from "./prober.ts";

/** What a row is decided from. */
interface Facts {
  /** What IAM's rules say; undefined where they could not all be read and do not grant it. */
  readonly standing: "granted" | "conditional" | "missing" | undefined;
  /** What the API itself said. */
  readonly result: ProbeResult;
  /** Whether the project is shown to exist. */
  readonly project: ProbeResult;
}

type Decision = Pick<Coverage, "status" | "reason">;

/** One row for each kind in each scope of discovery. */
export async function coverageOf(
  entries: readonly ScopeEntry[],
  prober: Prober,
  grants: readonly Grant[] | undefined,
): Promise<readonly Coverage[]> {
  const rows = entries.flatMap(({ kinds, scope, error }) =>
    (kinds as readonly ListedKind[]).map(async (kind): Promise<Coverage> => {
      if (error !== undefined) return unlisted(kind, scope.id, error);
      const { project = "", locality } = scope;
      const sets = kind.rights["permissionSets"] ?? [];
      const { organization } = scope;
      const decision = decide({
        standing: grants && standingOf(grants, sets, project),
        result: await (organization === undefined
          ? prober.atKind(kind, project, locality)
          : prober.atOrganization(kind, organization)),
        project: organization !== undefined || isProjectDocument(kind) ? {} : await prober.atProject(project),
      });
      return rowOf(kind, scope.id, decision, sets);
    }),
  );
  return Promise.all(rows);
}

/** The rows where Object Storage refuses the key: discovery ends with the first refusal, whatever else is granted. */
export function stoppedCoverage(entries: readonly ScopeEntry[]): readonly Coverage[] {
  const reason = "Object Storage refuses the key, and discovery stops there";
  return entries.flatMap(({ kinds, scope }) =>
    (kinds as readonly ListedKind[]).map((kind) => rowOf(kind, scope.id, { status: "unknown", reason }, [])),
  );
}

/** The rows of the account: the projects below it could not be listed. */
function unlisted(kind: ListedKind, scope: string, error: InventoryError): Coverage {
  const isDenied = error.code === "PERMISSION_DENIED";
  const isOrganization = kind.locality === "organization";
  const reason = isOrganization ? error.message : `the organization's projects could not be listed: ${error.message}`;
  return rowOf(kind, scope, { status: isDenied ? "missing" : "unknown", reason }, ["ProjectReadOnly"]);
}

function rowOf(kind: ListedKind, scope: string, { status, reason }: Decision, sets: readonly string[]): Coverage {
  return {
    kind: kind.id,
    scope,
    status,
    // One of a kind's sets is enough, and the first is the one to ask for.
    missing: status === "missing" ? sets.slice(0, 1) : [],
    ...(reason === undefined ? {} : { reason }),
  };
}

/**
 * The API's own word counts for more than what we make of IAM's rules: which set implies which is nowhere published. What could
 * not be asked is never called missing.
 */
function decide({ standing, result, project }: Facts): Decision {
  if (project.error instanceof NoSuchProject) return { status: "unknown", reason: project.error.message };
  if (result.error === undefined) return unproven(project) ?? grantedAs(standing);
  if (result.error.code === "PERMISSION_DENIED") return refusedThough(standing, result.error);
  const isUntried = isLeftOut(result.error) || result.error.notOffered;
  const isGranted = standing === "granted" || standing === "conditional";
  if (isUntried && isGranted) return unproven(project) ?? grantedAs(standing);
  return { status: "unknown", reason: result.error.message };
}

/** A list that is empty counts only in a project that something shows: discovery ends it as failed. */
function unproven({ error }: ProbeResult): Decision | undefined {
  return error && { status: "unknown", reason: error.message };
}

function grantedAs(standing: Facts["standing"]): Decision {
  if (standing !== "conditional") return { status: "granted" };
  return { status: "conditional", reason: "every rule that grants it has a condition" };
}

function refusedThough(standing: Facts["standing"], { message }: InventoryError): Decision {
  switch (standing) {
    case "granted":
      // Grants take a minute to arrive, five at Object Storage, and flap meanwhile (Scaleway's documentation of policies).
      return {
        status: "unknown",
        reason: `IAM grants it, and the API refuses it: a new grant may take minutes (${message})`,
      };
    case "conditional":
      return { status: "missing", reason: `granted only under a condition, which does not hold now (${message})` };
    default:
      return { status: "missing", reason: message };
  }
}
