import type * as z from "zod";
import { isOverfull, trimmedItem } from "./bounds.ts";
import { completeResource } from "./complete-resource.ts";
import type { Endpoint, Protection, Relation, Resource, ResourceClass, ResourceSubclass } from "./resource.ts";
import { longestUrn } from "./safe-text.ts";
import type { Locality, Scope } from "./scope.ts";

/**
 * How a provider hands out a list. Each has one reader under `http/paging/` (S3's XML is read by its provider).
 * `detailPath` and `path` are templates; `{project}` and `{locality}` come from the scope, `{id}` from the item.
 */
export type Dialect =
  | { readonly type: "whole-list" }
  /** One object, which carries the scope's project under `idKey`. */
  | { readonly type: "single-document"; readonly idKey: string }
  | {
      readonly type: "ids-then-detail";
      readonly detailPath: string;
      readonly idKey: string;
      readonly detailQuery?: Readonly<Record<string, string>>;
    }
  | { readonly type: "numbered-pages"; readonly listKey: string; readonly pageSizeParameter: string }
  | { readonly type: "s3-xml" };

/** What a credential needs to list a kind; each provider fills in the form it knows. */
export interface Rights {
  /** OVHcloud access rules, `METHOD /path` with `*` as the API matches it. */
  readonly rules?: readonly string[];
  /** OVHcloud IAM actions. */
  readonly actions?: readonly string[];
  /** Scaleway permission sets, from the widest to the narrowest; one of them is enough. */
  readonly permissionSets?: readonly string[];
}

/** The rights to ask for, in the provider's own form: each rule, or one of several permission sets. */
export function neededRights({ rules = [], permissionSets = [] }: Rights): readonly string[] {
  if (rules.length > 0) return rules;
  return permissionSets.length > 0 ? [permissionSets.join(" or ")] : [];
}

/** What a row's `toResource` knows; the constant fields of the row are added to it. */
export interface ResourceDraft {
  readonly urn: string;
  readonly name?: string | null | undefined;
  readonly subclass?: ResourceSubclass;
  readonly class?: ResourceClass;
  readonly region?: string | null | undefined;
  readonly tags?: readonly string[];
  readonly endpoints?: readonly Endpoint[];
  readonly account?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly createdAt?: string | null | undefined;
  readonly sizeBytes?: number | null | undefined;
  readonly protection?: readonly Protection[];
  readonly relations?: readonly Relation[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What a row says of its kind, beside how an item is parsed. */
export interface KindRow {
  /** `<provider>.<product>[.<resource>]` */
  readonly id: string;
  readonly title: string;
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
  readonly service: string;
  readonly resource: string;
  readonly locality: Locality;
  /** How a region names the product among its services, by prefix: a region that names it does offer it. */
  readonly regionService?: string;
  readonly rights: Rights;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
  /** Part of a run that names no kinds: what a backup connector can protect. */
  readonly byDefault: boolean;
  /** A credential that finds none of these sees nothing at all, so an empty list is not believed. */
  readonly required?: boolean;
  /** The account's list leaves out what the credential may not see, without a word: a shorter list is no proof of a deletion. */
  readonly mayLeaveOut?: boolean;
}

/** One parsed item. */
export interface Reading {
  readonly resource: Resource;
  /** The fields that had to be left out because they did not parse. */
  readonly droppedFields: readonly string[];
  /** The fields, of the item or of the resource, that hold more than one resource may. */
  readonly cutFields: readonly string[];
}

/** A kind of resource: a row of a provider's table. It holds no HTTP and no logging. */
export interface ResourceKind extends KindRow {
  readonly provider: string;
  /**
   * Parses one raw item; undefined where its identity is missing, or too long for a URN, of which `onLongUrn` is told: a URN
   * that is cut would be another's.
   */
  read(raw: unknown, scope: Scope, onLongUrn?: () => void): Reading | undefined;
}

interface KindDefinition<Shape extends z.ZodObject> extends KindRow {
  /** The cloud's own field names, only those we use. Required fields are the identity; all others are nullish. */
  readonly schema: Shape;
  /** Pure; sees only what the schema let through. */
  readonly toResource: (item: z.infer<Shape>, scope: Scope) => ResourceDraft;
}

/** Binds a row's schema to its `toResource`, so that tables of different items are one list of kinds. */
export function defineKind<Shape extends z.ZodObject>(definition: KindDefinition<Shape>): ResourceKind {
  const { schema, toResource, ...rest } = definition;
  const row = { ...rest, provider: rest.id.slice(0, rest.id.indexOf(".")) };
  const fields = Object.keys(schema.shape);
  return {
    ...row,
    read(raw, scope, onLongUrn) {
      const parsed = parseItem(schema, fields, raw);
      if (parsed === undefined) return undefined;
      const draft = toResource(parsed.item, scope);
      if (draft.urn.length > longestUrn) {
        onLongUrn?.();
        return undefined;
      }
      const cutFields = [...parsed.cutFields];
      return {
        resource: completeResource(row, draft, scope, cutFields),
        droppedFields: parsed.droppedFields,
        cutFields,
      };
    },
  };
}

/** Identity is required, the rest is wanted: fields that do not parse are dropped and named, and the item lives on. */
function parseItem<Shape extends z.ZodObject>(schema: Shape, fields: readonly string[], raw: unknown) {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) return undefined;
  const { item, cutFields } = isOverfull(raw, fields) ? trimmedItem(raw, fields) : { item: raw, cutFields: [] };
  const whole = schema.safeParse(item);
  if (whole.success) return { item: whole.data, droppedFields: [], cutFields };
  const droppedFields = [...new Set(whole.error.issues.map((issue) => String(issue.path[0])))];
  const kept = fields.filter((field) => Object.hasOwn(item, field) && !droppedFields.includes(field));
  const reduced = schema.safeParse(Object.fromEntries(kept.map((field) => [field, Reflect.get(item, field)])));
  return reduced.success ? { item: reduced.data, droppedFields, cutFields } : undefined;
}
