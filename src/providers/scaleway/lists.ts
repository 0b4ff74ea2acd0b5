import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ListContext, Page, Provider, ReadContext } from "../../inventory/provider.ts";
import type { Scope } from "../../inventory/scope.ts";
import type { Joins } from "../../listing/joins.ts";
import type { ListedKind } from "../../listing/kind.ts";
import type { Share } from "../../listing/paging/shared-window.ts";
import type { BucketReader } from "./buckets.ts";
import type { ScalewayReader } from "./client.ts";
import { checkedAbsence } from "./localities.ts";
import type { ProvenProjects } from "./proven-projects.ts";

/** What one run learns while it reads. */
export interface RunState {
  readonly proven: ProvenProjects;
  joins: Joins;
}

export interface ListParts {
  readonly reader: ScalewayReader;
  readonly readBuckets: BucketReader;
  /** Lists that are read at the same time share what is read ahead. */
  readonly share: Share;
  readonly runOf: (context: ReadContext) => RunState;
}

/** The lists of every kind: read as their rows say, believed only in projects that exist, joined where a row needs it. */
export function createLists({ reader, readBuckets, share, runOf }: ListParts): Provider["list"] {
  const listPages = (kind: ListedKind, scope: Scope, context: ListContext): AsyncIterable<Page> => {
    const { project, locality, organization } = scope;
    const { proven } = runOf(context);
    const documents = {
      ...reader(context),
      async readBuckets(owner: string, region: string) {
        const buckets = await readBuckets(owner, region, context);
        // The list names its owner.
        proven.confirm(owner);
        return buckets;
      },
    };
    const { parents, idsOnly } = context;
    const values = { project, locality, organization };
    return share((window) => kind.list.read({ values, reader: documents, window, parents, idsOnly }));
  };

  async function* provenPages(kind: ListedKind, scope: Scope, context: ListContext): AsyncGenerator<Page, void, void> {
    const { proven } = runOf(context);
    const { project } = scope;
    let items = 0;
    for await (const page of listPages(kind, scope, context)) {
      const own = ownOf(page, kind, scope);
      if (project === undefined) checkOrganization(page, scope);
      else proven.learn(own, project);
      items += own.items.length;
      yield page;
    }
    if (items === 0 && project !== undefined) await proven.prove(project, context);
  }

  /** Pages, with "not offered" believed only of a place that the SDK does not list, in a project that exists. */
  async function* checkedPages(kind: ListedKind, scope: Scope, context: ListContext): AsyncGenerator<Page, void, void> {
    try {
      yield* provenPages(kind, scope, context);
    } catch (thrown) {
      const error = checkedAbsence(asInventoryError(thrown), kind, scope);
      const { proven } = runOf(context);
      if (error.notOffered) await proven.prove(scope.project ?? "", context);
      // A project that does not exist has no rights either: no grant would end that.
      else if (isRefusal(error) && scope.project !== undefined) await proven.refute(scope.project, context);
      throw error;
    }
  }

  return (kind: ListedKind, scope, context) => {
    const readOther = (other: ListedKind, place: Scope) => listPages(other, place, context);
    return runOf(context).joins.through(kind, scope, checkedPages(kind, scope, context), readOther);
  };
}

function isRefusal({ code }: InventoryError): boolean {
  return code === "PERMISSION_DENIED" || code === "NOT_FOUND";
}

/** A page without what is another owner's, of a list that mixes in such items: nothing of it shows a project, or disproves one. */
export function ownOf({ items }: Pick<Page, "items">, kind: ListedKind, scope: Scope): Pick<Page, "items"> {
  return { items: items.filter((item) => !kind.isForeign?.(item, scope)) };
}

/** @throws InventoryError INVALID_RESPONSE for an item of another organization: the filter was ignored then. */
export function checkOrganization({ items }: Page, { organization }: Scope): void {
  for (const item of items) {
    const owner = item !== null && typeof item === "object" ? Reflect.get(item, "organization_id") : undefined;
    if (organization !== undefined && typeof owner === "string" && owner.toLowerCase() !== organization) {
      throw new InventoryError("INVALID_RESPONSE", "an item of another organization was listed");
    }
  }
}
