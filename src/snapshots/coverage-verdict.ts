import { projectOf } from "../inventory/project-names.ts";
import type { Resource } from "../inventory/resource.ts";
import { both, type Evidence } from "./coverage-evidence.ts";
import { type CopyKind, type CopyType, ruleOf } from "./coverage-rules.ts";
import type { SnapshotScope } from "./format.ts";
import { isWhole, type Look, whyNotWhole } from "./look.ts";

/** What a provider holds of a resource; `none-found` is said only where everything that could tell was read. */
export const coverageStates = ["backup", "snapshots-only", "none-found", "unknown"] as const;
export type CoverageState = (typeof coverageStates)[number];

export interface CoverageVerdict {
  readonly state: CoverageState;
  /** Why it is unknown. */
  readonly reason?: string;
  readonly evidence: Evidence;
}

/** What is told of a resource beside what is held of it. */
export interface Description extends Pick<Resource, "urn" | "kind" | "class" | "name"> {
  readonly project?: string;
  readonly region?: string;
  readonly country?: string;
  readonly sizeBytes?: number;
  readonly createdAt?: string;
}

/** What is held of a resource that can be covered, until all of its snapshot was read. */
export interface Judged {
  readonly description: Description;
  readonly scope: string;
  readonly own: Evidence;
  /** Of which copies it says nothing itself, and should. */
  readonly untold: readonly CopyType[];
  /** What it is covered as, where its rule says that. */
  readonly coveredAs: readonly string[];
}

/** What a whole snapshot says beside the resource that is judged. */
export interface Surroundings {
  readonly look: Look;
  /** What other resources say of the copies of one. */
  toldOf(urn: string): Evidence | undefined;
  judgedOf(urn: string): Judged | undefined;
  /** Whether there are copies of a kind in a scope; asked of those that do not say of what. */
  hasCopies(kind: string, scope: string): boolean;
}

export function createJudge(surroundings: Surroundings): (judged: Judged) => CoverageVerdict {
  const { look } = surroundings;
  const scopesByKind = new Map<string, SnapshotScope[]>();
  for (const scope of look.scopes) {
    const ofKind = scopesByKind.get(scope.kind);
    if (ofKind === undefined) scopesByKind.set(scope.kind, [scope]);
    else ofKind.push(scope);
  }
  const known = new Map<string, string | undefined>();
  /** Why copies of a kind may have gone unseen; undefined where none can. */
  const whyUnseen = (copies: CopyKind, { scope, description: { region } }: Judged): string | undefined => {
    const key = `${copies.kind}\t${projectOf(scope)}\t${region ?? ""}`;
    if (!known.has(key)) known.set(key, reasonOf(copies, scope, region));
    return known.get(key);
  };
  function reasonOf({ kind, namesNothing }: CopyKind, scope: string, region: string | undefined): string | undefined {
    if (!look.started.kinds.includes(kind)) return `${kind} was not read`;
    const near = (scopesByKind.get(kind) ?? []).filter((one) => isNear(one.scope, scope));
    const here = near.filter((one) => isHere(one.scope, region));
    if (here.length === 0) return `${kind} was not read where its copies would be`;
    const unread = here.find((one) => !isWhole(look, one)) ?? near.find((one) => !isReadElsewhere(look, one));
    if (unread !== undefined) return `${kind}: the snapshot ${whyNotWhole(unread)}`;
    const isAny = namesNothing && near.some((one) => surroundings.hasCopies(kind, one.scope));
    return isAny ? `${kind} has some that do not say what they are of` : undefined;
  }
  function direct(judged: Judged): CoverageVerdict {
    const evidence = both(judged.own, surroundings.toldOf(judged.description.urn) ?? {});
    if (evidence.backup !== undefined) return { state: "backup", evidence };
    const noBackup = whyUnknown(judged, evidence, "backup");
    if (noBackup !== undefined) return { state: "unknown", reason: noBackup, evidence };
    if (evidence.snapshots !== undefined) return { state: "snapshots-only", evidence };
    const noSnapshots = whyUnknown(judged, evidence, "snapshots");
    if (noSnapshots !== undefined) return { state: "unknown", reason: noSnapshots, evidence };
    return { state: "none-found", evidence };
  }
  /** Why it cannot be said that there are no copies of a sort. */
  function whyUnknown(judged: Judged, evidence: Evidence, type: CopyType): string | undefined {
    const rule = ruleOf(judged.description.kind);
    if (rule === undefined || rule.coveredAs !== undefined) return "nothing that is read tells";
    for (const copies of rule.copies ?? []) {
      const reason = copies.type === type ? whyUnseen(copies, judged) : undefined;
      if (reason !== undefined) return reason;
    }
    if (evidence.unknown?.includes(type)) return `whether it has ${inWords[type]} could not be read`;
    return judged.untold.includes(type) ? `it does not say whether it has ${inWords[type]}` : undefined;
  }
  /** A whole that is covered as its parts are, or a part that is covered as its whole is. */
  function byOthers(judged: Judged): CoverageVerdict {
    const own = both(judged.own, surroundings.toldOf(judged.description.urn) ?? {});
    if (own.backup !== undefined) return { state: "backup", evidence: own };
    const verdicts = judged.coveredAs.map((urn) => surroundings.judgedOf(urn)).map((one) => one && direct(one));
    const found = verdicts.filter((one) => one !== undefined);
    const isPart = ruleOf(judged.description.kind)?.coveredAs !== "has-volume";
    const unknown = (reason: string): CoverageVerdict => ({ state: "unknown", reason, evidence: own });
    if (own.unknown !== undefined) return unknown("whether it has copies could not be read");
    if (verdicts.length === 0) return unknown("it does not say what it is covered with");
    if (found.some(({ state }) => state === "none-found")) {
      return own.snapshots === undefined
        ? { state: "none-found", evidence: own }
        : { state: "snapshots-only", evidence: own };
    }
    if (found.length < verdicts.length) return unknown("what it is covered with was not read");
    const doubtful = found.find(({ state }) => state === "unknown");
    if (doubtful !== undefined) return unknown(`of what it is covered with: ${doubtful.reason}`);
    const evidence = both(own, oldest(found.map((one) => one.evidence)));
    if (found.some(({ state }) => state === "snapshots-only")) return { state: "snapshots-only", evidence };
    const isByHand = isPart && found.some((one) => !one.evidence.isAutomatic);
    return isByHand ? unknown("a backup that was made by hand may be of another part") : { state: "backup", evidence };
  }
  return (judged) => (ruleOf(judged.description.kind)?.coveredAs === undefined ? direct(judged) : byOthers(judged));
}

const inWords: Readonly<Record<CopyType, string>> = { backup: "backups", snapshots: "snapshots" };

/** The copies of several things are as old as the oldest of them. */
function oldest(all: readonly Evidence[]): Pick<Evidence, "backup"> {
  const backups = all.flatMap(({ backup }) => backup ?? []);
  const dates = backups.flatMap(({ newest, isDated }) => (isDated && newest !== undefined ? [newest] : []));
  const [newest] = dates.sort((one, other) => Date.parse(one) - Date.parse(other));
  return backups.length === 0 ? {} : { backup: { newest, isDated: newest !== undefined } };
}

const ofNoProject: ReadonlySet<string> = new Set(["account", "organization"]);

/** Whether what a scope lists may be of the same project as what another one lists. */
function isNear(scope: string, other: string): boolean {
  const [one, two] = [projectOf(scope), projectOf(other)];
  return one === two || ofNoProject.has(one) || ofNoProject.has(two);
}

/** Whether a scope lists what is in a region, or in the zone that a zonal provider calls so. */
function isHere(scope: string, region: string | undefined): boolean {
  const locality = localityOf(scope);
  return locality === undefined || region === undefined || locality === region;
}

function localityOf(scope: string): string | undefined {
  const slash = scope.indexOf("/");
  return slash === -1 ? undefined : scope.slice(slash + 1);
}

/** A copy may lie in another place of the project; where the product is not offered there is none. */
function isReadElsewhere(look: Look, scope: SnapshotScope): boolean {
  return scope.outcome === "not-offered" || isWhole(look, scope);
}
