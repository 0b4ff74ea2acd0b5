import type * as z from "zod";
import type { Locality, Scope } from "../../inventory/scope.ts";
import type { Dialect } from "../../listing/dialects/dialect.ts";
import { numberedPages } from "../../listing/dialects/numbered-pages.ts";
import { defineKind, type KindDefinition, type ListedKind } from "../../listing/kind.ts";
import type { Query } from "../../listing/reader.ts";
import { scalewayUrn } from "./urn.ts";

/** What all kinds of a product share. */
export interface ScalewayProduct {
  /** The product's word in ids of resources, such as `rdb`. */
  readonly service: string;
  /** Where its API lives, such as `/rdb/v1`. */
  readonly api: string;
  readonly locality: Locality;
  /** From the widest to the narrowest; one of them is enough. */
  readonly permissionSets: readonly string[];
  /** How lists are filtered and put in order; what most APIs call it when absent. */
  readonly filter?: Query;
  /** The filter by the organization in place of `filter`. */
  readonly organizationFilter?: Query;
  readonly order?: Query;
  /** The parameter that says how many items a page may hold. */
  readonly sizeParameter?: string;
}

/** A list of the product, by the name that its path ends with. */
interface ProductList {
  readonly path: string;
  readonly listKey: string;
  /** Beside filter and order. */
  readonly query?: Query;
  /** Present where the API cannot order the list, or names the order by other words. */
  readonly order?: Query;
  /** Present where the list is filtered by something else than the product's others. */
  readonly filter?: Query;
  /** False where its items do not tell their project: a list of the organization would not tell whose they are. */
  readonly namesProject?: boolean;
  /** What holds an item's id; `id` when absent. */
  readonly idField?: string;
}

type Row<Shape extends z.ZodObject> = Omit<
  KindDefinition<Shape>,
  "rights" | "needs" | "service" | "resource" | "locality"
>;

/** The tools that a product's rows are made with. */
export interface ProductTools {
  pages(list: ProductList): Dialect;
  kind<Shape extends z.ZodObject>(row: Row<Shape>): ListedKind;
  /** The URN of an item of the product, by its type's word; see {@link scalewayUrn}. */
  urn(scope: Scope, type: string, ...ids: readonly string[]): string;
}

const places: Partial<Record<Locality, string>> = { zone: "/zones/{locality}", region: "/regions/{locality}" };
const filters: Partial<Record<Locality, Query>> = {
  organization: { organization_id: "{organization}" },
  none: {},
};

// What most APIs call the two filters; each is optional, and items repeat what they are filtered by (scaleway/scaleway-sdk-js).
const byProject: Query = { project_id: "{project}" };
const byOrganization: Query = { organization_id: "{organization}" };

/** Where the lists of a product are, which rights they need and how they are asked for: said once, for all its rows. */
export function scalewayProduct(product: ScalewayProduct): ProductTools {
  const { service, api, locality, permissionSets } = product;
  const filter = product.filter ?? filters[locality] ?? byProject;
  const organizationFilter = product.organizationFilter ?? (filter === byProject ? byOrganization : undefined);
  const order = product.order ?? { order_by: "created_at_desc" };
  return {
    pages(list) {
      const filteredBy = (query: Query): Dialect =>
        numberedPages({
          path: `${api}${places[locality] ?? ""}/${list.path}`,
          listKey: list.listKey,
          query: { ...query, ...list.query, ...(list.order ?? order) },
          ...(list.idField === undefined ? {} : { idField: list.idField }),
          ...(product.sizeParameter === undefined ? {} : { sizeParameter: product.sizeParameter }),
        });
      const own = filteredBy(list.filter ?? filter);
      const hasTogether = organizationFilter !== undefined && list.filter === undefined && list.namesProject !== false;
      return hasTogether ? { ...own, together: filteredBy(organizationFilter) } : own;
    },
    kind: (row) =>
      defineKind({
        ...row,
        service,
        // The last word of the kind's id, such as `instance`.
        resource: `${service}:${row.id.slice(row.id.lastIndexOf(".") + 1)}`,
        locality,
        rights: { permissionSets },
        // One of them is enough.
        needs: [permissionSets.join(" or ")],
      }),
    urn: (scope, type, ...ids) => scalewayUrn(scope, service, type, ...ids),
  };
}
