import type { Protection, Resource } from "../inventory/resource.ts";
import { isUsableCopy } from "../inventory/told-protection.ts";
import type { CopyType } from "./coverage-rules.ts";

/** Copies of one sort that are known of a resource. */
export interface Copies {
  /** When the newest was made, as far as it is known. */
  readonly newest: string | undefined;
  /** Whether each of them says when it was made. */
  readonly isDated: boolean;
}

export type Safeguard = Exclude<Protection["type"], "automatic-backup" | "backup" | "snapshots">;

/** What is known of the copies of one resource, of itself or of others. */
export interface Evidence {
  readonly backup?: Copies;
  readonly snapshots?: Copies;
  /** Whether the provider makes the backups by itself, so that they are of all that there is. */
  readonly isAutomatic?: true;
  /** What was said without saying whether there are any. */
  readonly unknown?: readonly CopyType[];
  readonly safeguards?: readonly Safeguard[];
}

/** A fact about copies of another resource. */
export interface Told {
  readonly urn: string;
  readonly evidence: Evidence;
}

const none: Evidence = {};

/** What a resource says of its own copies. */
export function ownEvidence({ details }: Resource): Evidence {
  return details.protection.map(evidenceOf).reduce(both, none);
}

/** What a resource says of the copies of others. */
export function evidenceForOthers({ details }: Resource): readonly Told[] {
  return details.relations.flatMap(({ type, urn }): Told[] => {
    if (type === "protects") return [{ urn, evidence: both(none, ofProtector(details.protection)) }];
    if (type === "replica-of") return [{ urn, evidence: { safeguards: ["replication"] } }];
    if ((type !== "backup-of" && type !== "snapshot-of") || !isCopy(details)) return [];
    const copies = copiesOf(details.createdAt ?? lastOf(details.protection));
    if (type === "snapshot-of") return [{ urn, evidence: { snapshots: copies } }];
    const { isAutomatic } = ofProtector(details.protection);
    return [{ urn, evidence: { backup: copies, ...(isAutomatic && { isAutomatic }) } }];
  });
}

/** What is known of two sorts of evidence together. */
export function both(one: Evidence, other: Evidence): Evidence {
  const backup = bothCopies(one.backup, other.backup);
  const snapshots = bothCopies(one.snapshots, other.snapshots);
  const unknown = [...new Set([...(one.unknown ?? []), ...(other.unknown ?? [])])];
  const safeguards = [...new Set([...(one.safeguards ?? []), ...(other.safeguards ?? [])])];
  return {
    ...(backup && { backup }),
    ...(snapshots && { snapshots }),
    ...((one.isAutomatic || other.isAutomatic) && { isAutomatic: true }),
    ...(unknown.length > 0 && { unknown }),
    ...(safeguards.length > 0 && { safeguards }),
  };
}

function evidenceOf({ type, state, lastSuccessAt, copiesKept }: Protection): Evidence {
  const isOfCopies = type === "automatic-backup" || type === "backup" || type === "snapshots";
  if (!isOfCopies) return state === "enabled" ? { safeguards: [type] } : none;
  const copyType = copyTypeOf(type);
  if (state === "unknown") return { unknown: [copyType] };
  // Switched on, and nothing came of it: none is told where there is none.
  if (state === "disabled" || copiesKept === 0) return none;
  const copies = copiesOf(lastSuccessAt);
  return type === "automatic-backup" ? { backup: copies, isAutomatic: true } : { [copyType]: copies };
}

/** Which copies a protection is about, where it is about any. */
export function copyTypeOf(type: Protection["type"]): CopyType {
  return type === "snapshots" ? "snapshots" : "backup";
}

/** What an agent or a schedule does for what it protects; of itself it has no safeguards. */
function ofProtector(protection: readonly Protection[]): Evidence {
  const { safeguards: _, ...copies } = protection.map(evidenceOf).reduce(both, none);
  return copies;
}

/** Whether something can be restored from what calls itself a copy. */
function isCopy({ status, protection }: Resource["details"]): boolean {
  const backups = protection.filter(({ type }) => type === "automatic-backup" || type === "backup");
  const isEmpty = backups.length > 0 && backups.every((one) => evidenceOf(one).backup === undefined);
  return isUsableCopy(status) && !isEmpty;
}

function lastOf(protection: readonly Protection[]): string | undefined {
  return protection.find(({ lastSuccessAt }) => lastSuccessAt !== undefined)?.lastSuccessAt;
}

function copiesOf(madeAt: string | undefined): Copies {
  const isDated = madeAt !== undefined && !Number.isNaN(Date.parse(madeAt));
  return { newest: isDated ? madeAt : undefined, isDated };
}

function bothCopies(one: Copies | undefined, other: Copies | undefined): Copies | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { newest: newer(one.newest, other.newest), isDated: one.isDated && other.isDated };
}

function newer(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}
