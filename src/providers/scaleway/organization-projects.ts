import { invalid, isRecord } from "../../http/answer.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import { hasHole, type PageRecord } from "../../inventory/judge.ts";
import { madeAtOf } from "../../listing/dialects/numbered-pages.ts";
import { listOf, totalOf } from "../../listing/paging/list-of.ts";
import { numberedPages } from "../../listing/paging/numbered-pages.ts";
import { pageReader, pageSize } from "../../listing/paging/page-reader.ts";
import type { Window } from "../../listing/paging/shared-window.ts";
import type { ListReader } from "../../listing/reader.ts";
import { ProjectState } from "./products/account/answers.ts";

const path = "/account/v3/projects";
const label = `GET ${path}`;
const order = "created_at_desc";
const madeAt = madeAtOf(order);

export interface OrganizationProjects {
  /** Every project that any pass named. */
  readonly projects: readonly ProjectState[];
  /** Why other projects may be missing, with everything in them. */
  readonly error?: InventoryError;
}

/**
 * All projects of an organization. Needs ProjectReadOnly, an organization's right. A list that changed while it was read is read
 * once more: a project that slipped between two pages would be missing with everything in it. Never rejects: what was named
 * before a failure is read all the same.
 */
export async function listProjects(
  reader: ListReader,
  organization: string,
  window: Window,
): Promise<OrganizationProjects> {
  const known = new Map<string, ProjectState>();
  try {
    const isWhole =
      (await readOnce(reader, organization, window, known)) || (await readOnce(reader, organization, window, known));
    if (!isWhole) throw invalid(label, "changed while it was read, twice, or is not whole: a project may have slipped");
    return { projects: [...known.values()] };
  } catch (thrown) {
    return { projects: [...known.values()], error: asInventoryError(thrown) };
  }
}

/** How many projects an organization has, by a page of one. Needs the same right as the list. */
export async function countProjects(reader: ListReader, organization: string): Promise<number> {
  const document = await reader.read(path, { organization_id: organization, page: "1", page_size: "1" });
  const shown = listOf(document, "projects", label).length;
  return Math.max(shown, totalOf(isRecord(document) ? document["total_count"] : undefined, label));
}

/** One pass; whether it shows that the list is whole. */
async function readOnce(
  reader: ListReader,
  organization: string,
  window: Window,
  known: Map<string, ProjectState>,
): Promise<boolean> {
  const query = { organization_id: organization, order_by: order };
  const readPage = pageReader(reader, path, {
    listKey: "projects",
    query,
    pageParameter: "page",
    sizeParameter: "page_size",
    size: pageSize,
    totalField: "total_count",
  });
  const pages: PageRecord[] = [];
  const ids = new Set<string>();
  let repeated = 0;
  let skipped = 0;
  for await (const { items, ...page } of numberedPages({ label, pageSize, window, readPage, madeAt })) {
    pages.push({ ...page, items: items.length });
    for (const item of items) {
      const project = projectOf(item, organization);
      if (project === undefined) skipped += 1;
      else if (ids.has(project.id)) repeated += 1;
      else {
        ids.add(project.id);
        known.set(project.id, project);
      }
    }
  }
  return skipped === 0 && !hasHole({ pages, repeated, skipped, gone: 0, undescribed: 0 });
}

/**
 * @returns undefined for an entry without an id.
 * @throws InventoryError where the filter was ignored: the list is another one then.
 */
function projectOf(item: unknown, organization: string): ProjectState | undefined {
  const project = ProjectState.safeParse(item).data;
  if (project?.organization_id && project.organization_id.toLowerCase() !== organization) {
    throw invalid(label, "answered with a project of another organization");
  }
  return project && { ...project, id: project.id.toLowerCase() };
}
