import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import { hasHole } from "../../inventory/judge.ts";
import { recordOf } from "../../inventory/pass.ts";
import type { Page, ReadContext, SharedPage } from "../../inventory/provider.ts";
import { organizationScopeId, type Scope } from "../../inventory/scope.ts";
import type { Joins } from "../../listing/joins.ts";
import type { ListedKind } from "../../listing/kind.ts";
import type { Share } from "../../listing/paging/shared-window.ts";
import type { ScalewayReader } from "./client.ts";
import { checkOrganization } from "./lists.ts";
import type { CoversAll } from "./organization-rights.ts";
import { compareWithOwn, type KindTrust, newTrust } from "./own-lists.ts";
import { ownerOf } from "./proven-projects.ts";

/**
 * From so many projects on one list of the organization is asked for: it saves a request for each further project in each place, and
 * costs up to five of IAM a run, two of projects a kind, and one in each place where it is empty.
 */
export const fewestProjects = 3;

/** A place of a project that nobody had planned to read, although the organization's list shows something there. */
export interface UnplannedPlace {
  readonly kind: ListedKind;
  readonly project: string;
  readonly locality: string | undefined;
}

/**
 * One run's lists of a whole organization in place of one list a project, as far as they are shown to leave nothing out: the bearer's
 * rules reach all projects, every item names its project, and what some projects list themselves is there.
 */
export interface OrganizationLists {
  /** The pages of the list that serves some scopes of a kind; undefined where each has to be read by itself. */
  read(
    kind: ListedKind,
    scopes: readonly Scope[],
    joins: Joins,
    context: ReadContext,
  ): AsyncIterable<SharedPage> | undefined;
  /** Where things were seen that are in none of the scopes, such as a project that came meanwhile. */
  readonly unplanned: ReadonlyMap<string, UnplannedPlace>;
}

export interface OrganizationListParts {
  readonly organization: string;
  /** All projects that the organization lists. */
  readonly projects: ReadonlySet<string>;
  readonly covers: CoversAll;
  readonly reader: ScalewayReader;
  readonly share: Share;
}

const projectForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createOrganizationLists(parts: OrganizationListParts): OrganizationLists {
  const { organization, projects, covers, reader, share } = parts;
  const trusts = new Map<string, KindTrust>();
  const unplanned = new Map<string, UnplannedPlace>();
  const trustIn = ({ id }: ListedKind): KindTrust => {
    const trust = trusts.get(id) ?? newTrust();
    trusts.set(id, trust);
    return trust;
  };

  /** The list, which ends normally only where it is shown to be whole, or by itself shows that it changed. */
  async function* wholePages(
    kind: ListedKind,
    scopes: readonly Scope[],
    context: ReadContext,
  ): AsyncGenerator<Page, void, void> {
    const { together } = kind.list;
    const trust = trustIn(kind);
    if (together === undefined || trust.isOff) throw notShown(`no list of the organization is believed for ${kind.id}`);
    const locality = scopes[0]?.locality;
    const shown = trust.startsComparing(kind);
    const pages = [];
    try {
      for await (const page of share((window) =>
        together.read({ values: { organization, locality }, reader: reader(context), window }),
      )) {
        checkOrganization(page, { id: organizationScopeId, organization });
        pages.push(recordOf(page));
        for (const item of page.items) shown.add(ownerIn(item, kind), item);
        yield page;
      }
    } catch (thrown) {
      // Whoever is refused once is refused in every other place.
      if (asInventoryError(thrown).code === "PERMISSION_DENIED") trust.isOff = true;
      throw thrown;
    }
    // What changed is read anew, and says nothing of whether the list leaves something out.
    if (hasHole({ pages, repeated: 0, skipped: 0, gone: 0, undescribed: 0 })) return;
    await compareWithOwn({ kind, scopes, shown, trust, reader, context });
  }

  /** @throws InventoryError where an item does not name a project: it cannot be told whose it is. */
  function ownerIn(item: unknown, kind: ListedKind): string {
    const owner = ownerOf(item);
    if (typeof owner === "string" && projectForm.test(owner)) return owner;
    trustIn(kind).isOff = true;
    throw notShown(`the organization's list of ${kind.id} holds an item that names no project`);
  }

  async function* read(
    kind: ListedKind,
    scopes: readonly Scope[],
    joins: Joins,
    context: ReadContext,
  ): AsyncGenerator<SharedPage, void, void> {
    const locality = scopes[0]?.locality;
    const place: Scope = {
      id: `${organizationScopeId}/${locality ?? ""}`,
      ...(locality === undefined ? {} : { locality }),
    };
    const scopeOf = new Map(scopes.map((scope) => [scope.project, scope]));
    const readOther = (other: ListedKind, { locality: where }: Scope) =>
      wholePages(
        other,
        scopes.map((scope) => (where === undefined ? scope : { ...scope, locality: where })),
        context,
      );
    for await (const page of joins.through(kind, place, wholePages(kind, scopes, context), readOther)) {
      if (isUnjoined(kind, page)) throw notShown(`what completes ${kind.id} could not be read in the organization`);
      const parts = new Map<Scope, unknown[]>();
      for (const item of page.items) {
        const project = ownerIn(item, kind);
        const scope = scopeOf.get(project);
        if (scope === undefined && kind.ownedBy !== undefined) {
          throw notShown(`the organization's list of ${kind.id} holds what may be another's`);
        }
        if (scope === undefined) unplanned.set(`${kind.id}@${project}/${locality}`, { kind, project, locality });
        else pushTo(parts, scope, item);
      }
      const { items, warnings = [], joined = [], ...rest } = page;
      const ofScopes = [...parts].map(([scope, of]) => ({
        scope,
        page: { number: page.number, items: of, warnings, joined },
      }));
      yield { ...rest, items: items.length, parts: ofScopes };
    }
  }

  /** Whether a page lacks what another list would have told, although the key may read that everywhere: projects tell it then. */
  function isUnjoined({ joins = [] }: ListedKind, { warnings = [] }: Page): boolean {
    return joins.some((join) => warnings.includes(join.warning) && covers(join.kind));
  }

  return {
    unplanned,
    read(kind, scopes, joins, context) {
      const areListed = scopes.every(({ project = "" }) => projects.has(project));
      const isWorthIt = scopes.length >= fewestProjects;
      const isServed = kind.list.together !== undefined && isWorthIt && areListed && covers(kind);
      return isServed && !trustIn(kind).isOff ? read(kind, scopes, joins, context) : undefined;
    },
  };
}

function notShown(reason: string): InventoryError {
  return new InventoryError("INVALID_RESPONSE", reason);
}

function pushTo<Key>(lists: Map<Key, unknown[]>, key: Key, value: unknown): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
