import type { ErrorCode, InventoryError } from "../../../inventory/errors.ts";
import type { Check } from "../../../preflight/report.ts";
import { isWrongPair, isWrongTime } from "../errors.ts";
import { isWithin } from "../localities.ts";
import { unknownPlaces, unknownSentence } from "../places-asked.ts";
import type { ProjectState } from "../products/account/answers.ts";
import type { Enumeration } from "../scopes.ts";
import type { ProbeResult } from "./prober.ts";

/** What one project came to. */
export interface ProjectFinding {
  readonly project: string;
  /** Whether something shows that it exists. */
  readonly result: ProbeResult;
  /** Undefined where the Account API may not be asked. */
  readonly document: ProjectState | undefined;
}

/** Which projects exist. None is the classic trap: a credential that works and sees nothing. */
export function projectsCheck(findings: readonly ProjectFinding[], { listed, error }: Enumeration): Check {
  const id = "projects.visible";
  const absent = findings.filter(({ result }) => result.error?.code === "NOT_FOUND").map(({ project }) => project);
  const unknown = findings.filter(({ result }) => result.error && result.error.code !== "NOT_FOUND");
  const shown = findings.length - absent.length - unknown.length;
  if (error !== undefined) {
    const rest = shown === 0 ? "" : `, so that only ${shown} configured here can be read`;
    const message = `the organization's projects could not be listed${rest}: ${error.message}`;
    const remediation =
      "grant ProjectReadOnly on the organization, or set scw_scope=project to read the projects that are named here alone";
    return { id, status: error.code === "PERMISSION_DENIED" ? "warn" : "unknown", message, remediation };
  }
  const remediation =
    "compare scw_project_id and scw_project_ids with the ids in the console, and grant the key its rights on them";
  if (absent.length > 0) {
    const message = `nothing shows that ${listedIds(absent)} exists: mistyped, another organization's, or out of the key's reach`;
    // Lists of a project that does not exist are empty, not refused.
    return { id, status: shown === 0 ? "fail" : "warn", message, remediation };
  }
  if (unknown.length > 0) {
    const [first] = unknown;
    const message = `whether ${listedIds(unknown.map(({ project }) => project))} exists is not known: ${first?.result.error?.message}`;
    return { id, status: "unknown", message };
  }
  const whose = listed.length > 0 ? ", all that the organization has and what is configured" : "";
  return { id, status: "pass", message: `${counted(findings.length, "project")} can be seen${whose}` };
}

/** The state of projects, where the Account API tells it: `active` and `deleting` are its words (scaleway/scaleway-sdk-js). */
export function stateChecks(findings: readonly ProjectFinding[]): readonly Check[] {
  const id = "projects.state";
  const told = findings.filter(({ document }) => document?.status);
  if (told.length === 0) return [];
  const ending = told.filter(({ document }) => document?.status === "deleting").map(({ project }) => project);
  if (ending.length === 0) return [{ id, status: "pass", message: "no project is being deleted" }];
  return [{ id, status: "warn", message: `${listedIds(ending)} is being deleted, with all that is in it` }];
}

const silences: readonly (ErrorCode | undefined)[] = ["UNAVAILABLE", "RATE_LIMITED", "INVALID_RESPONSE"];

/** Where probes were answered. A refusal of rights is an answer too; what cannot be read is none. */
export function placesChecks(places: ReadonlyMap<string, ProbeResult>, chosen: readonly string[]): readonly Check[] {
  const id = "places.visible";
  const unknown = unknownPlaces(chosen).map((name): Check => {
    const offers = [...places].some(([place, { error }]) => isWithin(place, name) && !error?.notOffered);
    const message = `${unknownSentence(name)}${offers ? "" : ", and nothing was seen to be offered there"}`;
    return { id, status: "warn", message, remediation: "compare it with the places that the console shows" };
  });
  if (unknown.length > 0) return unknown;
  if (places.size === 0) return [];
  const silent = [...places].filter(([, { error }]) => silences.includes(error?.code));
  const [first] = silent;
  if (first === undefined) {
    return [{ id, status: "pass", message: `answered where it was asked: ${[...places.keys()].sort().join(", ")}` }];
  }
  const message = `no usable answer from ${silent
    .map(([place]) => place)
    .sort()
    .join(", ")}: ${first[1].error?.message}`;
  return [{ id, status: "unknown", message }];
}

/**
 * Whether both halves of the key belong together, which Object Storage alone shows.
 *
 * @param error a refusal of the key as a whole, by Object Storage or by IAM.
 * @param isNeeded whether buckets are read: where they are not, a refused list of buckets is no gap.
 */
export function keyPairChecks(
  keyPair: "shown" | InventoryError | undefined,
  isUnknownToIam: boolean,
  isNeeded: boolean,
): readonly Check[] {
  const id = "object-storage.key-pair";
  const remediation = "copy scw_access_key and scw_secret_key again, both from the same API key";
  if (isUnknownToIam) {
    return [{ id, status: "fail", message: "IAM knows no API key with this scw_access_key", remediation }];
  }
  if (keyPair === "shown") return [{ id, status: "pass", message: "Object Storage accepts both halves of the key" }];
  if (keyPair !== undefined && isWrongPair(keyPair))
    return [{ id, status: "fail", message: keyPair.message, remediation }];
  if (!isNeeded) return [];
  const reason = keyPair?.message ?? "it was not asked";
  return [
    { id, status: "unknown", message: `Object Storage did not show whether both halves belong together: ${reason}` },
  ];
}

/**
 * Whether a tool that uses the same key and names no project reads the same buckets.
 *
 * @param preferred the key's preferred project, or why it is not known.
 */
export function preferredProjectChecks(
  preferred: string | InventoryError,
  projects: readonly string[],
): readonly Check[] {
  // Where no project is known, there is nothing to compare it with.
  return projects.length === 0 ? [] : [preferredProjectCheck(preferred, projects)];
}

function preferredProjectCheck(preferred: string | InventoryError, projects: readonly string[]): Check {
  const id = "object-storage.preferred-project";
  if (typeof preferred !== "string") {
    return { id, status: "unknown", message: `the key's preferred project is not known: ${preferred.message}` };
  }
  const what = "a backup tool that uses this key and names no project sees the buckets of";
  const isRead = projects.includes(preferred);
  if (isRead && projects.length === 1) return { id, status: "pass", message: `${what} this project` };
  if (isRead)
    return { id, status: "pass", message: `${what} ${preferred}, one of the ${projects.length} that are read` };
  return {
    id,
    status: "warn",
    message: `${what} ${preferred}, which is not read here`,
    remediation:
      "set the key's preferred project to the one whose buckets are backed up, or use a key for each project",
  };
}

/** Object Storage refuses signatures that are more than this far off, as S3 does. */
const toleranceSeconds = 15 * 60;
const worthNamingSeconds = 60;

/** The clock, as far as answers told the time: Object Storage signs it, the JSON APIs do not look at it. */
export function clockCheck(
  skewSeconds: number | undefined,
  objectStorage: "shown" | InventoryError | undefined,
): Check {
  const id = "surroundings.clock";
  const remediation = "set the clock of this machine, best by NTP";
  const isRefused = objectStorage !== undefined && objectStorage !== "shown" && isWrongTime(objectStorage);
  if (skewSeconds === undefined) {
    return isRefused
      ? { id, status: "fail", message: objectStorage.message, remediation }
      : { id, status: "unknown", message: "no answer told the time" };
  }
  const off = `the clock of this machine is ${Math.abs(skewSeconds)} s ${skewSeconds > 0 ? "behind" : "ahead of"} Scaleway's`;
  if (isRefused || Math.abs(skewSeconds) > toleranceSeconds) {
    return { id, status: "fail", message: `${off}, and Object Storage refuses what is signed with it`, remediation };
  }
  if (Math.abs(skewSeconds) > worthNamingSeconds) return { id, status: "warn", message: off, remediation };
  return { id, status: "pass", message: "the clock agrees with Scaleway's to a minute" };
}

function listedIds(ids: readonly string[]): string {
  const more = ids.length > 3 ? ` and ${ids.length - 3} more` : "";
  return `${ids.length === 1 ? "project" : "each of the projects"} ${ids.slice(0, 3).join(", ")}${more}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
