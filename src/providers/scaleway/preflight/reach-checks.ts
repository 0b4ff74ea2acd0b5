import type { ErrorCode, InventoryError } from "../../../inventory/errors.ts";
import type { CheckResult } from "../../../preflight/report.ts";
import { type Sentence, sentence } from "../../../preflight/sentence.ts";
import { isWrongPair, isWrongTime } from "../errors.ts";
import { isWithin } from "../localities.ts";
import { unknownPlaces, unknownSentence } from "../places-asked.ts";
import type { ProjectState } from "../products/account/answers.ts";
import { compareIds, NoSuchProject } from "../proven-projects.ts";
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
export function projectsCheck(findings: readonly ProjectFinding[], { listed, error }: Enumeration): CheckResult {
  const id = "projects.visible";
  const unshown = findings.filter(({ result }) => result.error?.code === "NOT_FOUND");
  const unknown = findings.filter(({ result }) => result.error && result.error.code !== "NOT_FOUND");
  const shown = findings.length - unshown.length - unknown.length;
  if (error !== undefined) {
    const rest = shown === 0 ? undefined : sentence`, so that only ${{ count: shown }} configured here can be read`;
    const message = sentence`the organization's projects could not be listed${rest}: ${{ reason: error.message }}`;
    const remediation = sentence`grant ProjectReadOnly on the organization, or set scw_scope=project to read the projects that are named here alone`;
    return { id, status: error.code === "PERMISSION_DENIED" ? "warn" : "unknown", message, remediation };
  }
  if (unshown.length > 0) {
    const remediation = sentence`${{ advice: compareIds }}`;
    // Lists of a project that does not exist are empty, not refused.
    return { id, status: shown === 0 ? "fail" : "warn", message: unshownSentence(unshown), remediation };
  }
  if (unknown.length > 0) {
    const [first] = unknown;
    const message = sentence`whether ${projectsOf(unknown.map(({ project }) => project))} exists is not known: ${{ reason: first?.result.error?.message ?? "" }}`;
    return { id, status: "unknown", message };
  }
  const whose = listed.length > 0 ? sentence`, all that the organization has and what is configured` : undefined;
  const count = findings.length;
  const projects = count === 1 ? sentence`${{ count }} project` : sentence`${{ count }} projects`;
  return { id, status: "pass", message: sentence`${projects} can be seen${whose}` };
}

/** Projects that the Account API does not know do not exist; of others nothing is shown. */
function unshownSentence(findings: readonly ProjectFinding[]): Sentence {
  const isAbsent = ({ result }: ProjectFinding): boolean => result.error instanceof NoSuchProject;
  const absent = findings.filter(isAbsent).map(({ project }) => project);
  const others = findings.filter((finding) => !isAbsent(finding)).map(({ project }) => project);
  if (others.length === 0) return sentence`${projectsOf(absent)} does not exist`;
  const doubts = sentence`mistyped, another organization's, or out of the key's reach`;
  if (absent.length === 0) return sentence`nothing shows that ${projectsOf(others)} exists: ${doubts}`;
  return sentence`${projectsOf(absent)} does not exist, and nothing shows that ${{ others }} exists: ${doubts}`;
}

/** The state of projects, where the Account API tells it: `active` and `deleting` are its words (scaleway/scaleway-sdk-js). */
export function stateChecks(findings: readonly ProjectFinding[]): readonly CheckResult[] {
  const id = "projects.state";
  const told = findings.filter(({ document }) => document?.status);
  if (told.length === 0) return [];
  const ending = told.filter(({ document }) => document?.status === "deleting").map(({ project }) => project);
  if (ending.length === 0) return [{ id, status: "pass", message: sentence`no project is being deleted` }];
  return [{ id, status: "warn", message: sentence`${projectsOf(ending)} is being deleted, with all that is in it` }];
}

const silences: readonly (ErrorCode | undefined)[] = ["UNAVAILABLE", "RATE_LIMITED", "INVALID_RESPONSE"];

/** Where probes were answered. A refusal of rights is an answer too; what cannot be read is none. */
export function placesChecks(
  places: ReadonlyMap<string, ProbeResult>,
  chosen: readonly string[],
): readonly CheckResult[] {
  const id = "places.visible";
  const unknown = unknownPlaces(chosen).map((name): CheckResult => {
    const offers = [...places].some(([place, { error }]) => isWithin(place, name) && !error?.notOffered);
    const message = offers
      ? sentence`${{ reason: unknownSentence(name) }}`
      : sentence`${{ reason: unknownSentence(name) }}, and nothing was seen to be offered there`;
    return { id, status: "warn", message, remediation: sentence`compare it with the places that the console shows` };
  });
  if (unknown.length > 0) return unknown;
  if (places.size === 0) return [];
  const silent = [...places].filter(([, { error }]) => silences.includes(error?.code));
  const [first] = silent;
  if (first === undefined) {
    return [
      { id, status: "pass", message: sentence`answered where it was asked: ${{ places: [...places.keys()].sort() }}` },
    ];
  }
  const message = sentence`no usable answer from ${{ places: silent.map(([place]) => place).sort() }}: ${{ reason: first[1].error?.message ?? "" }}`;
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
): readonly CheckResult[] {
  const id = "object-storage.key-pair";
  const remediation = sentence`copy scw_access_key and scw_secret_key again, both from the same API key`;
  if (isUnknownToIam) {
    return [{ id, status: "fail", message: sentence`IAM knows no API key with this scw_access_key`, remediation }];
  }
  if (keyPair === "shown")
    return [{ id, status: "pass", message: sentence`Object Storage accepts both halves of the key` }];
  if (keyPair !== undefined && isWrongPair(keyPair))
    return [{ id, status: "fail", message: sentence`${{ reason: keyPair.message }}`, remediation }];
  if (!isNeeded) return [];
  const reason = keyPair?.message ?? "it was not asked";
  return [
    {
      id,
      status: "unknown",
      message: sentence`Object Storage did not show whether both halves belong together: ${{ reason }}`,
    },
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
): readonly CheckResult[] {
  // Where no project is known, there is nothing to compare it with.
  return projects.length === 0 ? [] : [preferredProjectCheck(preferred, projects)];
}

function preferredProjectCheck(preferred: string | InventoryError, projects: readonly string[]): CheckResult {
  const id = "object-storage.preferred-project";
  if (typeof preferred !== "string") {
    return {
      id,
      status: "unknown",
      message: sentence`the key's preferred project is not known: ${{ reason: preferred.message }}`,
    };
  }
  const what = sentence`a backup tool that uses this key and names no project sees the buckets of`;
  const isRead = projects.includes(preferred);
  if (isRead && projects.length === 1) return { id, status: "pass", message: sentence`${what} this project` };
  if (isRead)
    return {
      id,
      status: "pass",
      message: sentence`${what} ${{ project: preferred }}, one of the ${{ count: projects.length }} that are read`,
    };
  return {
    id,
    status: "warn",
    message: sentence`${what} ${{ project: preferred }}, which is not read here`,
    remediation: sentence`set the key's preferred project to the one whose buckets are backed up, or use a key for each project`,
  };
}

/** Object Storage refuses signatures that are more than this far off, as S3 does. */
const toleranceSeconds = 15 * 60;
const worthNamingSeconds = 60;

/** The clock, as far as answers told the time: Object Storage signs it, the JSON APIs do not look at it. */
export function clockCheck(
  skewSeconds: number | undefined,
  objectStorage: "shown" | InventoryError | undefined,
): CheckResult {
  const id = "surroundings.clock";
  const remediation = sentence`set the clock of this machine, best by NTP`;
  const isRefused = objectStorage !== undefined && objectStorage !== "shown" && isWrongTime(objectStorage);
  if (skewSeconds === undefined) {
    return isRefused
      ? { id, status: "fail", message: sentence`${{ reason: objectStorage.message }}`, remediation }
      : { id, status: "unknown", message: sentence`no answer told the time` };
  }
  const seconds = Math.abs(skewSeconds);
  const off =
    skewSeconds > 0
      ? sentence`the clock of this machine is ${{ seconds }} s behind Scaleway's`
      : sentence`the clock of this machine is ${{ seconds }} s ahead of Scaleway's`;
  if (isRefused || seconds > toleranceSeconds) {
    return {
      id,
      status: "fail",
      message: sentence`${off}, and Object Storage refuses what is signed with it`,
      remediation,
    };
  }
  if (seconds > worthNamingSeconds) return { id, status: "warn", message: off, remediation };
  return { id, status: "pass", message: sentence`the clock agrees with Scaleway's to a minute` };
}

function projectsOf(ids: readonly string[]): Sentence {
  return ids.length === 1
    ? sentence`project ${{ projects: ids }}`
    : sentence`each of the projects ${{ projects: ids }}`;
}
