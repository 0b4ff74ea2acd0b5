import type { z } from "zod";
import type { Endpoint, Protection, Relation, Resource, ResourceClass, ResourceSubclass } from "./resource.ts";
import { lastUrnPart, safeText, safeValue } from "./safe-text.ts";
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

interface KindRow {
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

/** One parsed item: the resource, and the fields that had to be left out because they did not parse. */
export interface Reading {
  readonly resource: Resource;
  readonly droppedFields: readonly string[];
}

type Details = Resource["details"];

/** A kind of resource: a row of a provider's table. It holds no HTTP and no logging. */
export interface ResourceKind extends KindRow {
  readonly provider: string;
  /** Parses one raw item; undefined where its identity is missing. */
  read(raw: unknown, scope: Scope): Reading | undefined;
}

interface KindDefinition<Shape extends z.ZodObject> extends KindRow {
  /** The cloud's own field names, only those we use. Required fields are the identity; all others are nullish. */
  readonly schema: Shape;
  /** Pure; sees only what the schema let through. */
  readonly toResource: (item: z.infer<Shape>, scope: Scope) => ResourceDraft;
}

/** Binds a row's schema to its `toResource`, so that tables of different items are one list of kinds. */
export function defineKind<Shape extends z.ZodObject>(definition: KindDefinition<Shape>): ResourceKind {
  const { schema, toResource, ...row } = definition;
  const provider = row.id.slice(0, row.id.indexOf("."));
  return {
    ...row,
    provider,
    read(raw, scope) {
      const parsed = parseItem(schema, raw);
      if (parsed === undefined) return undefined;
      const draft = toResource(parsed.item, scope);
      return { resource: complete(row, provider, draft, scope), droppedFields: parsed.droppedFields };
    },
  };
}

/** Identity is required, the rest is wanted: fields that do not parse are dropped and named, and the item lives on. */
function parseItem<Shape extends z.ZodObject>(schema: Shape, raw: unknown) {
  const whole = schema.safeParse(raw);
  if (whole.success) return { item: whole.data, droppedFields: [] };
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) return undefined;
  const droppedFields = [...new Set(whole.error.issues.map((issue) => String(issue.path[0])))];
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !droppedFields.includes(key)));
  const reduced = schema.safeParse(rest);
  return reduced.success ? { item: reduced.data, droppedFields } : undefined;
}

/** What is absent gets no key. Keys are set one by one: an object spread for each costs as much as all else that an item does. */
function complete(row: KindRow, provider: string, draft: ResourceDraft, scope: Scope): Resource {
  const details: Details = {
    provider,
    protection: safeValue(draft.protection ?? []) as Protection[],
    relations: [...(draft.relations ?? [])],
    attributes: safeValue(withoutEmpty(draft.attributes ?? {})) as Details["attributes"],
  };
  if (draft.account) details.account = safeText(draft.account);
  if (scope.project) details.project = safeText(scope.project);
  if (draft.status) details.status = safeText(draft.status);
  if (draft.createdAt) details.createdAt = safeText(draft.createdAt);
  if (typeof draft.sizeBytes === "number") details.sizeBytes = draft.sizeBytes;
  const resource: Resource = {
    urn: draft.urn,
    kind: row.id,
    class: draft.class ?? row.class,
    subclass: draft.subclass ?? row.subclass,
    name: safeText(draft.name || lastUrnPart(draft.urn)),
    service: row.service,
    resource: row.resource,
    tags: (draft.tags ?? []).map(safeText),
    endpoints: safeValue(draft.endpoints ?? []) as Endpoint[],
    details,
  };
  const region = draft.region ?? scope.locality;
  if (region) resource.region = safeText(region);
  return resource;
}

function withoutEmpty(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null));
}
