import type { Item } from "../lists.ts";
import type { ScalewayProject } from "../scaleway/source.ts";
import type { RecordedBuckets } from "./buckets.ts";

/** The project of an item, in the word of its API. */
export function projectIdOf(item: Item): string | undefined {
  return textOf(item["project"] ?? item["project_id"]);
}

/** The organization of an item, in the word of its API. */
export function organizationIdOf(item: Item): string | undefined {
  return textOf(item["organization"] ?? item["organization_id"]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Every project that occurs, in the order given; one that only items name is made up, so that it can be verified. */
export function projectsIn(
  items: readonly Item[],
  buckets: readonly RecordedBuckets[],
  recorded: readonly Item[],
): readonly ScalewayProject[] {
  const known = new Map(recorded.map((project) => [String(project["id"]), project]));
  const organizations = new Map(items.map((item) => [projectIdOf(item), organizationIdOf(item)]));
  const ids = [...items.map(projectIdOf), ...buckets.map(({ project }) => project), ...known.keys()];
  return [...new Set(ids)]
    .filter((id) => id !== undefined)
    .map((id) => {
      const project = known.get(id) ?? madeUp(id, organizations.get(id) ?? id);
      return { ...project, id, name: String(project["name"]), organization_id: organizationIdOf(project) ?? id };
    });
}

function madeUp(id: string, organization: string): Item {
  const date = "2025-01-06T08:00:00.000000Z";
  const name = id === organization ? "default" : `recorded-${id.slice(0, 8)}`;
  return { id, name, organization_id: organization, created_at: date, updated_at: date, description: "" };
}
