import { InventoryError } from "../inventory/errors.ts";
import { createProjectNames } from "../inventory/project-names.ts";
import type { Resource } from "../inventory/resource.ts";
import { both, type Evidence, evidenceForOthers, ownEvidence } from "./coverage-evidence.ts";
import { coverageRules, isJudged, ruleOf } from "./coverage-rules.ts";
import type { Judged } from "./coverage-verdict.ts";
import type { SnapshotHeader, SnapshotScope } from "./format.ts";
import { type Look, scopeKey } from "./look.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** What is told of a resource beside what is held of it. */
export interface Description extends Pick<Resource, "urn" | "kind" | "class" | "name"> {
  readonly project?: string;
  readonly region?: string;
  readonly country?: string;
  readonly sizeBytes?: number;
  readonly createdAt?: string;
}

export interface DescribedJudged extends Judged {
  readonly description: Description;
}

/** What is held of a snapshot whose coverage is judged. */
export interface JudgedSnapshot {
  readonly look: Look;
  readonly judged: ReadonlyMap<string, DescribedJudged>;
  readonly told: ReadonlyMap<string, Evidence>;
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
 * @param seen is told every URN that there is.
 * @throws InventoryError INVALID_CONFIG where it is no whole snapshot, or of an account that was read already.
 */
export async function readJudged(
  path: string,
  before: readonly Look[],
  seen: (urn: string) => unknown,
): Promise<JudgedSnapshot> {
  const about: { header?: SnapshotHeader; started?: Look["started"]; finished?: Look["finished"] } = {};
  const scopes = new Map<string, SnapshotScope>();
  const judged = new Map<string, DescribedJudged>();
  const told = new Map<string, Evidence>();
  const unnamed = new Set<string>();
  const names = createProjectNames();
  for await (const line of readSnapshot(path)) {
    if (line.type === "snapshot") {
      about.header = line;
      checkOtherAccount(path, line, before);
      continue;
    }
    names.note(line);
    if (line.type === "scope") scopes.set(scopeKey(line.kind, line.scope), line);
    else if (line.type === "started") about.started = line;
    else if (line.type === "finished") about.finished = line;
    else {
      const { resource, scope } = line;
      seen(resource.urn);
      if (namesNothing.has(resource.kind)) unnamed.add(scopeKey(resource.kind, scope));
      for (const { urn, evidence } of evidenceForOthers(resource)) told.set(urn, both(told.get(urn) ?? {}, evidence));
      if (isJudged(resource)) judged.set(resource.urn, judgedOf(resource, scope));
    }
  }
  const { header, started, finished } = about;
  if (header === undefined || started === undefined || finished === undefined) {
    throw new InventoryError("INTERNAL", `${path} passed for whole without being it; this is a defect of the plugin`);
  }
  const scopeOf: Look["scopeOf"] = (kind, scope) => scopes.get(scopeKey(kind, scope));
  const look = { path, header, started, finished, scopes: [...scopes.values()], scopeOf };
  return { look, judged, told, unnamed, nameOf: (project) => names.nameOf(header.inventory, project) };
}

function checkOtherAccount(path: string, { inventory, account }: SnapshotHeader, before: readonly Look[]): void {
  const same = before.find(({ header }) => header.inventory === inventory && header.account === account);
  if (same === undefined) return;
  const whose = account === undefined ? "an account that neither names" : `the account ${account}`;
  throw new InventoryError(
    "INVALID_CONFIG",
    `${same.path} and ${path} are both of ${inventory}, ${whose}: name one of them`,
  );
}

// What a provider names without describing it.
const undescribed: ReadonlySet<string | undefined> = new Set(["unreadable", "listed-only"]);

function judgedOf(resource: Resource, scope: string): DescribedJudged {
  const { urn, kind, class: itsClass, name, region, country, details } = resource;
  const { project, sizeBytes, createdAt, relations, protection, status } = details;
  const coveredAs = ruleOf(kind)?.coveredAs;
  return {
    urn,
    kind,
    scope,
    region,
    isUndescribed: undescribed.has(status),
    own: ownEvidence(resource),
    tells: protection.map(({ type }) => type),
    coveredAs: coveredAs === undefined ? [] : relations.flatMap((one) => (one.type === coveredAs ? one.urn : [])),
    description: {
      urn,
      kind,
      class: itsClass,
      name,
      ...(project === undefined ? {} : { project }),
      ...(region === undefined ? {} : { region }),
      ...(country === undefined ? {} : { country }),
      ...(sizeBytes === undefined ? {} : { sizeBytes }),
      ...(createdAt === undefined ? {} : { createdAt }),
    },
  };
}
