import { unknownAmong, usage } from "cloud-inventory-plugin/fleet";
import { schema } from "../database/connect.ts";

/** What a view is asked for. */
export interface ViewRequest {
  readonly customer?: string | undefined;
  /** For what changed: since when. */
  readonly since: Date;
  /** For what comes to its end: within how many days. */
  readonly days: number;
}

interface View {
  readonly help: string;
  /** What stands behind FROM, and WHERE where a customer is chosen; `$1` is what `of` answers. */
  readonly from: string;
  readonly columns: readonly string[];
  readonly order: string;
  readonly of?: (request: ViewRequest) => unknown;
}

/** What `fleet query` prints: views of the database, by the names that are typed. */
export const views: Readonly<Record<string, View>> = {
  current: {
    help: "what there is",
    from: "current_resources",
    columns: [
      "customer",
      "name",
      "kind",
      "display_name",
      "region",
      "class",
      "coverage",
      "first_seen",
      "last_seen",
      "urn",
    ],
    order: "customer, name, kind, urn",
  },
  changes: {
    help: "what was added, removed and changed (--since)",
    from: "changes_since($1)",
    columns: ["customer", "name", "at", "type", "kind", "display_name", "fields", "urn"],
    order: "at, customer, name, kind, urn",
    of: ({ since }) => since,
  },
  protected: {
    help: "what providers hold as backup, by class",
    from: "protected",
    columns: ["customer", "name", "class", "resources", "backup", "snapshots_only", "none_found", "unknown"],
    order: "customer, name, class",
  },
  expiring: {
    help: "credentials that end soon (--days)",
    from: "expiring WHERE days_left <= $1::float8",
    columns: ["customer", "name", "what", "ends_at", "days_left"],
    order: "ends_at, customer, name",
    of: ({ days }) => days,
  },
  incomplete: {
    help: "what the last runs did not read to its end",
    from: "incomplete",
    columns: ["customer", "name", "kind", "scope", "outcome", "reason", "read_at", "whole_at"],
    order: "customer, name, kind, scope",
  },
  customers: {
    help: "each customer in one line",
    from: "by_customer",
    columns: [
      "customer",
      "inventories",
      "incomplete",
      "resources",
      "without_backup",
      "oldest_run",
      "next_credential_end",
    ],
    order: "customer",
  },
};

/** A question to the database. */
export interface ViewQuery {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly columns: readonly string[];
  readonly customer: string | undefined;
}

/** @throws InventoryError INVALID_CONFIG naming the nearest view where there is none of the name. */
export function viewQuery(name: string, request: ViewRequest): ViewQuery {
  const view = Object.hasOwn(views, name) ? views[name] : undefined;
  if (view === undefined) throw usage(unknownAmong("view", name, Object.keys(views)));
  const { from, columns, order, of } = view;
  const values = of === undefined ? [] : [of(request)];
  const { customer } = request;
  const all = `SELECT ${columns.join(", ")} FROM ${schema}.${from}`;
  const chosen =
    customer === undefined ? all : `SELECT * FROM (${all}) AS all_of_it WHERE customer = $${values.length + 1}`;
  return {
    sql: `${chosen} ORDER BY ${order}`,
    values: customer === undefined ? values : [...values, customer],
    columns,
    customer,
  };
}
