import { createProjectNames } from "../inventory/project-names.ts";
import type { Resource } from "../inventory/resource.ts";
import { both, copyTypeOf, type Evidence, evidenceForOthers, ownEvidence } from "./coverage-evidence.ts";
import { type CopyType, coverageRules, isJudged, ruleOf } from "./coverage-rules.ts";
import type { Judged } from "./coverage-verdict.ts";
import type { SnapshotEvent, SnapshotLine } from "./format.ts";
import { checkOtherAccount, type Look, readLook, scopeKey } from "./look.ts";

/** What is held of a snapshot whose coverage is judged. */
export interface JudgedSnapshot {
  readonly look: Look;
  readonly judged: Map<string, Judged>;
  readonly told: Map<string, Evidence>;
  /** The scopes in which there are copies that do not say of what. */
  readonly unnamed: ReadonlySet<string>;
  readonly nameOf: (project: string) => string | undefined;
}

const namesNothing: ReadonlySet<string> = new Set(
  Object.values(coverageRules)
    .flatMap(({ copies = [] }) => copies)
    .flatMap((copies) => (copies.namesNothing ? copies.kind : [])),
);

/**
 * Reads a snapshot to its end.
 *
 * @param before those that were read already, of other accounts.
 * @param see is told every line; what it answers with is waited for.
 * @throws InventoryError INVALID_CONFIG where it is no whole snapshot, or of an account that was read already.
 */
export async function readJudged(
  path: string,
  before: readonly Look[],
  see: (line: SnapshotLine) => Promise<void> | undefined,
  signal?: AbortSignal,
): Promise<JudgedSnapshot> {
  const judged = new Map<string, Judged>();
  const told = new Map<string, Evidence>();
  const unnamed = new Set<string>();
  const names = createProjectNames();
  const same = createPool();
  const take = (line: SnapshotLine): Promise<void> | undefined => {
    if (line.type === "snapshot") checkOtherAccount(path, line, before);
    else note(line);
    return see(line);
  };
  const note = (line: SnapshotEvent): void => {
    names.note(line);
    if (line.type !== "resource") return;
    const { resource, scope } = line;
    if (namesNothing.has(resource.kind)) unnamed.add(scopeKey(resource.kind, scope));
    for (const { urn, evidence } of evidenceForOthers(resource)) told.set(urn, both(told.get(urn) ?? {}, evidence));
    if (isJudged(resource)) judged.set(resource.urn, judgedOf(resource, scope, same));
  };
  const look = await readLook(path, take, signal);
  return { look, judged, told, unnamed, nameOf: (project) => names.nameOf(look.header.inventory, project) };
}

// What a provider names without describing it.
const undescribed: ReadonlySet<string | undefined> = new Set(["unreadable", "listed-only"]);

function judgedOf(resource: Resource, scope: string, same: (text: string) => string): Judged {
  const { urn, kind, class: itsClass, name, region, country, details } = resource;
  const { project, sizeBytes, createdAt, relations } = details;
  const coveredAs = ruleOf(kind)?.coveredAs;
  return {
    scope: same(scope),
    own: ownEvidence(resource),
    untold: untoldBy(resource),
    coveredAs: coveredAs === undefined ? nothing : relations.flatMap((one) => (one.type === coveredAs ? one.urn : [])),
    description: {
      urn,
      kind: same(kind),
      class: itsClass,
      name,
      ...(project === undefined ? {} : { project: same(project) }),
      ...(region === undefined ? {} : { region: same(region) }),
      ...(country === undefined ? {} : { country: same(country) }),
      ...(sizeBytes === undefined ? {} : { sizeBytes }),
      ...(createdAt === undefined ? {} : { createdAt }),
    },
  };
}

const nothing: readonly never[] = [];

function untoldBy({ kind, details: { protection, status } }: Resource): readonly CopyType[] {
  const { tells = nothing } = ruleOf(kind) ?? {};
  const isTold = (type: string): boolean => !undescribed.has(status) && protection.some((one) => one.type === type);
  const untold = tells.filter((type) => !isTold(type)).map(copyTypeOf);
  return untold.length === 0 ? nothing : untold;
}

/** Keeps each text once, however often it was read. */
function createPool(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}
