import type { EntryRead } from "./read-entry.ts";
import type { ReadOrder } from "./read-order.ts";
import type { Protection, Relation, Resource } from "./resource.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/**
 * A kind whose resources tell how those of another are protected, such as the snapshots of volumes: only where the run reads it anyway,
 * so that it costs no request.
 */
export interface ProtectionTeller {
  /** The id of the kind that tells. */
  readonly kind: string;
  /** The relation of its resources that points to what they protect. */
  readonly relation: Relation["type"];
  readonly type: Protection["type"];
}

/** What the resources of a run tell of each other's protection. */
export interface ToldProtection {
  /** Hears what a resource protects; undefined where the kind tells nothing that anybody asked for. */
  listenerOf(kind: ResourceKind): ((resource: Resource) => void) | undefined;
  /** Resolves once all that comes before a kind in these scopes was read; undefined where nothing does. */
  heard(kind: ResourceKind, scopes: readonly Scope[]): Promise<void> | undefined;
  /** The resource with what it was told to be protected by. */
  completed(kind: ResourceKind, scope: Scope, resource: Resource): Resource;
}

/** What tells of one resource: copies of it, or what keeps making them. */
interface Told {
  copies: number;
  newest: string | undefined;
  /** What a schedule or an agent says of the protection itself. */
  said?: Protection;
}

// A copy in one of these states cannot be restored from; the words are the clouds' own.
const unusable = /error|fail|invalid|delet|creating|pending/i;

/** Whether a copy in this state, in the cloud's own word, can be restored from. */
export function isUsableCopy(status: string | undefined): boolean {
  return status === undefined || !unusable.test(status);
}

export function createToldProtection(kinds: readonly ResourceKind[], order: ReadOrder): ToldProtection {
  const told = new Map<string, Told>();
  const whole = new Set<string>();
  const isRead = (id: string): boolean => kinds.some((kind) => kind.id === id);
  const tellers = new Map(
    kinds.map((kind) => [kind.id, (kind.protectionFrom ?? []).filter((teller) => isRead(teller.kind))]),
  );
  const tellersOf = ({ id }: ResourceKind): readonly ProtectionTeller[] => tellers.get(id) ?? [];
  const all = [...tellers.values()].flat();
  const askedOf = (id: string): readonly ProtectionTeller[] => all.filter((teller) => teller.kind === id);

  async function hear(kind: ResourceKind, scope: Scope): Promise<void> {
    for (const teller of tellersOf(kind)) {
      const ends = await order.readsBefore({ kind: teller.kind, within: "project" }, scope);
      if (ends.length > 0 && ends.every(isWhole)) whole.add(keyOf(teller, kind, scope));
    }
  }

  return {
    listenerOf(kind) {
      const asked = askedOf(kind.id);
      if (asked.length === 0) return undefined;
      return ({ details }) => {
        for (const teller of asked) {
          const { relation } = teller;
          for (const { type, urn } of details.relations) {
            if (type === relation) note(told, keyOfTold(kind.id, urn), teller, details);
          }
        }
      };
    },
    heard(kind, scopes) {
      const before = order.after(kind, scopes);
      return before?.then(async () => {
        await Promise.all(scopes.map((scope) => hear(kind, scope)));
      });
    },
    completed(kind, scope, resource) {
      const ofKind = tellersOf(kind);
      if (ofKind.length === 0) return resource;
      const facts = ofKind.map((teller): Protection => {
        const key = keyOfTold(teller.kind, resource.urn);
        const found = told.get(key);
        // A resource is told once.
        told.delete(key);
        return protectionOf(teller, found, whole.has(keyOf(teller, kind, scope)));
      });
      const { details } = resource;
      return { ...resource, details: { ...details, protection: [...details.protection, ...facts] } };
    },
  };
}

function isWhole({ report }: EntryRead): boolean {
  return report.outcome.status === "completed" || report.outcome.status === "not-offered";
}

function note(
  told: Map<string, Told>,
  key: string,
  { relation, type }: ProtectionTeller,
  of: Resource["details"],
): void {
  const { status, createdAt } = of;
  const before = told.get(key) ?? { copies: 0, newest: undefined };
  if (relation === "protects") {
    const said = of.protection.find((one) => one.type === type);
    // Of several schedules one that runs is enough.
    if (said !== undefined && before.said?.state !== "enabled") told.set(key, { ...before, said });
    return;
  }
  if (!isUsableCopy(status)) {
    told.set(key, before);
    return;
  }
  const isNewer = createdAt !== undefined && Date.parse(createdAt) > Date.parse(before.newest ?? "1970-01-01");
  told.set(key, { copies: before.copies + 1, newest: isNewer ? createdAt : before.newest });
}

function protectionOf({ type }: ProtectionTeller, found: Told | undefined, isAllKnown: boolean): Protection {
  if (found?.said !== undefined) return found.said;
  if (found !== undefined && found.copies > 0) {
    const { copies, newest } = found;
    return { type, state: "enabled", ...(newest === undefined ? {} : { lastSuccessAt: newest }), copiesKept: copies };
  }
  return { type, state: isAllKnown ? "disabled" : "unknown" };
}

const keyOf = (teller: ProtectionTeller, kind: ResourceKind, scope: Scope): string =>
  `${teller.kind} of ${kind.id}@${scope.id}`;
const keyOfTold = (kind: string, urn: string): string => `${kind} of ${urn}`;
