import type * as z from "zod";
import { completeResource, type ResourceDraft } from "../inventory/complete-resource.ts";
import { createFitter } from "../inventory/connectors.ts";
import { costInWords } from "../inventory/list-cost.ts";
import type { ReadBefore } from "../inventory/read-order.ts";
import type { KindSummary, Place, ResourceKind } from "../inventory/resource-kind.ts";
import { longestUrn } from "../inventory/safe-text.ts";
import type { Below, Dialect } from "./dialects/dialect.ts";
import { isExpired } from "./expired.ts";
import { fieldReader } from "./field.ts";
import { foreignTeller, type Ownership, ownershipInWords } from "./ownership.ts";
import { parseItem } from "./parse-item.ts";

/** A kind with its list: a row of a provider's table. */
export interface ListedKind extends ResourceKind {
  readonly list: Dialect;
  /** What is read of an item, under the cloud's own field names. */
  readonly schema: z.ZodObject;
  /** How a region names the product among its services, by prefix: a region that names it does offer it. */
  readonly regionService?: string;
  /** What is told by the lists of other kinds. */
  readonly joins?: readonly Join[];
  /** How its items tell whose they are, where the list mixes in what is not the customer's. */
  readonly ownedBy?: Ownership;
  /** `false`: no resource, and in no table of kinds; it only says what kinds are listed below, such as the organizations of Exchange. */
  readonly isReported?: false;
}

/** What a list of another kind tells of the items, by a key of its own. */
export type Facts = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** A row's wish to have its items completed by what the list of another kind in the same project tells of them. */
export interface Join {
  /** Whose list tells. */
  readonly kind: ListedKind;
  /** In which locality that list is, for items of a locality; in the same where absent. */
  localityOf?(locality: string): string;
  /** The key that one item of that list is asked for by; undefined where nobody asks for it. */
  keyOf(item: unknown): string | undefined;
  /** What to keep of it, beside what is kept under the same key already. */
  keep(item: unknown, kept: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>>;
  /** Whether an item has anything to complete. */
  needs(item: unknown): boolean;
  complete(item: unknown, facts: Facts): unknown;
  /** What to say where that list cannot be read. */
  readonly warning: string;
}

type Derived = "provider" | "below" | "proof" | "requests" | "mayShift" | "parent" | "optional";
type Defaulted = "subclass" | "byDefault";

/**
 * What a row says; everything else follows from its id, its list and its connectors. Most have no subclass. What a connector can
 * protect is read by default, unless it is inside something that one can protect whole; a row that says so without one has its
 * reason in `default-exceptions.ts`.
 */
export interface KindDefinition<Shape extends z.ZodObject>
  extends Omit<KindSummary, Derived | Defaulted>,
    Partial<Pick<KindSummary, Defaulted>>,
    Pick<ListedKind, "list" | "regionService" | "joins" | "protectionFrom" | "ownedBy" | "isReported"> {
  /** The id of an item where it is made of several fields; else it is what the list's field of ids holds. */
  readonly idOf?: (raw: unknown) => string | undefined;
  /** The cloud's own field names, only those we use. Required fields are the identity; all others are nullish. */
  readonly schema: Shape;
  /** Pure; sees only what the schema let through. */
  readonly toResource: (item: z.infer<Shape>, place: Place) => ResourceDraft;
  /** The field whose entries' `size` makes the size up: one that lost an entry, or its size, would make it too small. */
  readonly sizeIsSumOf?: keyof Shape["shape"] & string;
}

/** Binds a row's schema to its `toResource`, so that tables of different items are one list of kinds. */
export function defineKind<Shape extends z.ZodObject>(definition: KindDefinition<Shape>): ListedKind {
  const { schema, toResource, sizeIsSumOf, idOf, ...rest } = definition;
  const { ownedBy } = rest;
  const { below, idField, proof, mayShift, cost, together } = rest.list;
  // What it is below is looked for in the scope that it is listed in.
  if (below !== undefined && below.kind.locality !== rest.locality) {
    throw new TypeError(`${rest.id} is listed below ${below.kind.id}, whose locality is another one`);
  }
  const isNamed = (below?.kind as ListedKind | undefined)?.isReported !== false;
  const row = {
    subclass: "" as const,
    byDefault: isTaken(rest) && !(below !== undefined && isTaken(below.kind)),
    ...rest,
    schema,
    provider: rest.id.slice(0, rest.id.indexOf(".")),
    proof: ownedBy === undefined ? proof : `${proof}; only items whose ${ownershipInWords(ownedBy)} are reported`,
    ...(ownedBy === undefined ? {} : { isForeign: foreignTeller(ownedBy) }),
    cost,
    ...(together === undefined ? {} : { costTogether: together.cost }),
    requests: requestsInWords(rest),
    ...(mayShift ? { mayShift } : {}),
    ...(below === undefined ? {} : { parent: parentOf(below) }),
    ...(below === undefined || !isNamed ? {} : { below: below.kind.id }),
  };
  // Nobody reads people without having named them, and a default is named by nobody.
  if (row.personal && row.byDefault) throw new TypeError(`${rest.id} is of people and cannot be read by default`);
  const readAfter = orderOf(rest);
  const fields = Object.keys(schema.shape);
  const fitted = createFitter(row);
  const idAt = fieldReader(idField);
  return {
    ...row,
    ...(readAfter.length === 0 ? {} : { readAfter }),
    idOf: idOf ?? ((raw) => textOf(idAt(raw))),
    read(raw, place, onLongUrn) {
      const parsed = parseItem(schema, fields, raw);
      if (parsed === undefined) return undefined;
      const draft = toResource(parsed.item, place);
      if (draft.urn.length > longestUrn) {
        onLongUrn?.();
        return undefined;
      }
      const cutFields = [...parsed.cutFields];
      const isTooSmall = parsed.lost.some(({ field, part }) => field === sizeIsSumOf && holdsSize(part));
      const sized = isTooSmall ? { ...draft, sizeBytes: undefined } : draft;
      const known = isExpired(raw) ? { ...sized, status: "expired" } : sized;
      return {
        resource: completeResource(row, fitted(known), place, cutFields),
        lost: parsed.lost,
        notRead: draft.notRead ?? [],
        cutFields,
      };
    },
  };
}

function requestsInWords({ list, locality, joins = [] }: Pick<ListedKind, "list" | "locality" | "joins">): string {
  const idsOf = (isIndex: boolean): readonly string[] =>
    joins.flatMap(({ kind }) => ((kind.isIndex ?? false) === isIndex ? [kind.id] : []));
  // An index is one for all kinds.
  const ofIndexes = idsOf(true).map((id) => `${id} once a run where needed`);
  return [costInWords(list.cost, locality, idsOf(false)), ...ofIndexes].join(" + ");
}

function parentOf({ kind, needs = [], by }: Below): NonNullable<ResourceKind["parent"]> {
  return { kind, needs, ...(by === undefined ? {} : { isDivided: true }) };
}

/** Whether a connector can take a kind. */
function isTaken({ connectors = [] }: Pick<KindSummary, "connectors">): boolean {
  return connectors.length > 0;
}

/** What tells of the items comes first: lists that are joined in their own place, copies wherever the project has them. */
function orderOf({ joins = [], protectionFrom = [] }: Pick<ListedKind, "joins" | "protectionFrom">): ReadBefore[] {
  return [
    // An index is read when all that it points to has been.
    ...joins
      .filter(({ kind }) => !kind.isIndex)
      .map(({ kind, localityOf }): ReadBefore => ({ kind: kind.id, within: localityOf ? "project" : "scope" })),
    ...protectionFrom.map(({ kind }): ReadBefore => ({ kind, within: "project" })),
  ];
}

/** Whether a lost part is a whole entry, or the size of one: `volumes.1`, `volumes.0.size`. */
function holdsSize(part: string): boolean {
  const steps = part.replaceAll("[]", ".0").split(".");
  return steps.length <= 2 || steps.at(-1) === "size";
}

/** Ids are texts or whole numbers. */
export function textOf(id: unknown): string | undefined {
  if (typeof id === "number" && Number.isSafeInteger(id)) return String(id);
  return typeof id === "string" && id !== "" ? id : undefined;
}
