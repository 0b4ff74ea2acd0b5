import { invalid, isRecord } from "../../http/answer.ts";
import { listOf, totalOf } from "../../http/paging/list-of.ts";
import { numberedPages } from "../../http/paging/numbered-pages.ts";
import { pageSize } from "../../http/paging/page-reader.ts";
import type { DocumentReader } from "../../http/paging/read-list.ts";
import type { Window } from "../../http/paging/shared-window.ts";
import { hasHole, type ListRecord } from "../../inventory/judge.ts";
import { ProjectState } from "./schemas.ts";

const path = "/account/v3/projects";
const label = `GET ${path}`;

/**
 * All projects of an organization. Needs ProjectReadOnly, an organization's right.
 *
 * @throws InventoryError INVALID_RESPONSE where the list is not whole: a project that slipped between two pages, or has no id,
 * would be missing with everything in it. A list that changed while it was read is read once more.
 */
export async function listProjects(
  reader: DocumentReader,
  organization: string,
  window: Window,
): Promise<readonly ProjectState[]> {
  const first = await readOnce(reader, organization, window);
  const { list, projects } = hasHole(first.list) ? await readOnce(reader, organization, window) : first;
  if (hasHole(list)) throw invalid(label, "changed while it was read, twice: a project may have slipped");
  return projects;
}

async function readOnce(
  reader: DocumentReader,
  organization: string,
  window: Window,
): Promise<{ readonly list: ListRecord; readonly projects: readonly ProjectState[] }> {
  const readPage = async (page: number) => {
    const query = { organization_id: organization, order_by: "created_at_desc" };
    const { document, hasNext } = await reader.readPage(path, { ...query, page: String(page), page_size: String(pageSize) });
    const total = totalOf(isRecord(document) ? document["total_count"] : undefined, label);
    return { items: listOf(document, "projects", label), total, ...(hasNext ? { hasNext } : {}) };
  };
  const pages: { number: number; items: number; total?: number }[] = [];
  const projects: ProjectState[] = [];
  for await (const { number, items, total } of numberedPages({ label, pageSize, window, readPage })) {
    pages.push({ number, items: items.length, ...(total === undefined ? {} : { total }) });
    projects.push(...items.map((item) => projectOf(item, organization)));
  }
  const repeated = projects.length - new Set(projects.map(({ id }) => id)).size;
  return { list: { pages, repeated, skipped: 0, gone: 0, undescribed: 0 }, projects };
}

function projectOf(item: unknown, organization: string): ProjectState {
  const parsed = ProjectState.safeParse(item);
  if (!parsed.success) throw invalid(label, "answered with a project that cannot be read");
  const project = parsed.data;
  if (project.organization_id && project.organization_id.toLowerCase() !== organization) {
    throw invalid(label, "answered with a project of another organization");
  }
  return { ...project, id: project.id.toLowerCase() };
}
