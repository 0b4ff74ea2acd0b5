import type { ConnectorId } from "./connectors.ts";
import type { Family } from "./family.ts";
import type { ListCost } from "./list-cost.ts";
import type { Parent } from "./parents.ts";
import type { ReadBefore } from "./read-order.ts";
import type { Resource, ResourceClass, ResourceSubclass } from "./resource.ts";
import type { Locality, Scope } from "./scope.ts";
import type { ProtectionTeller } from "./told-protection.ts";

/** What a credential needs for a kind, in the provider's own words: a list of rights by what the provider calls them. */
export type Rights = Readonly<Record<string, readonly string[]>>;

/** What is known of a kind without loading what reads it. */
export interface KindSummary {
  /** `<provider>.<product>[.<resource>]` */
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly family: Family;
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
  readonly service: string;
  readonly resource: string;
  readonly locality: Locality;
  /** The id of the kind that it is listed below. */
  readonly below?: string;
  readonly rights: Rights;
  /** The rights to ask for, in the provider's own form, ready for a sentence. */
  readonly needs: readonly string[];
  /** The backup connectors that can take its resources; absent where none can. */
  readonly connectors?: readonly ConnectorId[];
  /** Part of a run that names no kinds: what a backup connector can protect. */
  readonly byDefault: boolean;
  /** Part of the default set and not of its core: where nobody names it and it is not granted, nothing fails. */
  readonly optional?: boolean;
  /** A credential that finds none of these sees nothing at all, so an empty list is not believed. */
  readonly required?: boolean;
  /** Its list proves the whole credential, where others may see a part of it alone. */
  readonly provesCredential?: boolean;
  /** The account's list leaves out what the credential may not see, without a word: a shorter list is no proof of a deletion. */
  readonly mayLeaveOut?: boolean;
  /** Its items are people: read only where its whole id is named, never by a pattern or a family. Their name is their id. */
  readonly personal?: boolean;
  /** An index of what other kinds list: read after them, and only what none of them has listed becomes a resource. */
  readonly isIndex?: boolean;
  /** No vendor's source describes its list, and no answer of it was ever seen: never in the default set. */
  readonly unproven?: boolean;
  /** What shows that the list is whole, for the documentation. */
  readonly proof: string;
  /** How many requests reading it takes, in words. */
  readonly requests: string;
  /** Its list has pages between which an item can slip, and nothing shows it: a completed scope may lack it (docs/unproven.md). */
  readonly mayShift?: boolean;
}

/** Where an item was listed: its scope, and what it is below. */
export interface Place extends Scope {
  readonly parent?: Parent | undefined;
}

/** What an item lost because it did not have the documented form. */
export interface LostField {
  /** The field of the item. */
  readonly field: string;
  /** What of it: the field itself, or a part such as `tags.owner` or `endpoints[]`. */
  readonly part: string;
}

/** One parsed item. */
export interface Reading {
  readonly resource: Resource;
  readonly lost: readonly LostField[];
  /** What the item is known to have and nobody reads, in words such as `addresses of private networks`. */
  readonly notRead: readonly string[];
  /** The fields, of the item or of the resource, that hold more than one resource may. */
  readonly cutFields: readonly string[];
}

/** A kind of resource, with what reads it. It holds no HTTP and no logging. */
export interface ResourceKind extends KindSummary {
  /** Kinds that are read before it where the run reads both. */
  readonly readAfter?: readonly ReadBefore[];
  /** The kinds whose resources tell how those of this one are protected; it is read after them. */
  readonly protectionFrom?: readonly ProtectionTeller[];
  /** The kind that it is listed below, the fields of it that are needed, and whether some of its items alone have such a list. */
  readonly parent?: { readonly kind: ResourceKind; readonly needs: readonly string[]; readonly isDivided?: boolean };
  /** How many requests reading it takes, and what one list of several places takes in their stead, where there may be one. */
  readonly cost: ListCost;
  readonly costTogether?: ListCost;
  /** The kinds whose lists complete its items: read for them where they are not read for themselves. */
  readonly joins?: readonly {
    readonly kind: ResourceKind;
    /** In which locality that list is, for items of a locality; in the same where absent. */
    localityOf?(locality: string): string;
  }[];
  /** The provider's own id of a raw item; undefined where it has none. */
  idOf(raw: unknown): string | undefined;
  /** Whether a raw item is another owner's, of a list that mixes in such items: counted, and never reported. Absent where none does. */
  isForeign?(raw: unknown, place: Place): boolean;
  /**
   * Parses one raw item; undefined where its identity is missing, or too long for a URN, of which `onLongUrn` is told: a URN
   * that is cut would be another's.
   */
  read(raw: unknown, place: Place, onLongUrn?: () => void): Reading | undefined;
}
