import { familyProblems } from "../../config/credential-families.ts";
import { expandPath } from "../../http/path.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { listOf } from "../../listing/paging/list-of.ts";
import { type ChoicesByField, type FieldChoices, partialChoices, wholeChoices } from "../choices.ts";
import type { Surroundings } from "../definition.ts";
import { placeIn } from "../region-table.ts";
import { type OvhConfig, ovhFamilies } from "./config.ts";
import { connectOvh, type OvhConnection } from "./connection.ts";
import { defaultEndpoint } from "./endpoints.ts";
import { usableIds } from "./id-list.ts";
import { namedProjects } from "./preflight/checks.ts";
import { readProjects } from "./preflight/questions.ts";
import { projectPath, projectsPath } from "./products/project/paths.ts";
import { regionTable } from "./regions.ts";
import { createPlaces, regionsOf } from "./scopes.ts";

// A person chooses among these, while a form waits: more would be asked for nobody.
const mostNamed = 200;
const mostWithRegions = 20;

/** The projects that the credential sees, by name, and the regions that they have. */
export async function ovhChoices(
  settings: Partial<OvhConfig>,
  surroundings: Surroundings,
  context: ReadContext,
): Promise<ChoicesByField> {
  const keys = { ...settings, endpoint: settings.endpoint ?? defaultEndpoint };
  const [problem] = familyProblems(keys, ovhFamilies);
  if (problem !== undefined) {
    const none = partialChoices([], `the credential is not whole yet: ${problem.remediation}`);
    return { project_ids: none, regions: none };
  }
  const connection = connectOvh(keys, surroundings);
  const { ids, error } = await projectsOf(connection, context);
  const [project_ids, regions] = await Promise.all([
    projectChoices(ids, error, connection, context),
    regionChoices(settings.project_ids?.length ? settings.project_ids : ids, error, connection, context),
  ]);
  return { project_ids, regions };
}

interface SeenProjects {
  readonly ids: readonly string[];
  readonly error: InventoryError | undefined;
}

async function projectsOf({ reader }: OvhConnection, context: ReadContext): Promise<SeenProjects> {
  try {
    const list = await reader(context).read(projectsPath, {});
    return { ids: usableIds(listOf(list, undefined, `GET ${projectsPath}`)), error: undefined };
  } catch (thrown) {
    return { ids: [], error: asInventoryError(thrown) };
  }
}

async function projectChoices(
  ids: readonly string[],
  error: InventoryError | undefined,
  { reader, credential }: OvhConnection,
  context: ReadContext,
): Promise<FieldChoices> {
  const pathOf = (id: string): string => expandPath(projectPath, { id });
  const states = await readProjects(ids.slice(0, mostNamed), pathOf, reader, context);
  // A tenant names them: one may hold anything, the key itself included.
  const safe = namedProjects(states).filter(({ name }) => !credential.holdsSecret(name));
  const names = new Map(safe.map(({ id, name }) => [id, name]));
  const choices = ids.map((value) => ({ value, ...titled(names.get(value)) }));
  return error === undefined ? wholeChoices(choices) : partialChoices(choices, error);
}

function titled(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

async function regionChoices(
  projects: readonly string[],
  error: InventoryError | undefined,
  { reader }: OvhConnection,
  context: ReadContext,
): Promise<FieldChoices> {
  const options = { reader, places: createPlaces() };
  const asked = projects.slice(0, mostWithRegions);
  const lists = await Promise.all(asked.map((project) => regionsOf(project, options, context)));
  const names = [...new Set(lists.flatMap((list) => list.names))].sort();
  const choices = names.map((value) => {
    const country = placeIn(regionTable, value)?.country;
    return { value, ...(country === undefined ? {} : { country }) };
  });
  const failure = lists.find((list) => list.error !== undefined)?.error ?? (asked.length === 0 ? error : undefined);
  if (failure !== undefined) return partialChoices(choices, failure);
  const isCut = asked.length < projects.length;
  if (!isCut && asked.length > 0) return wholeChoices(choices);
  return partialChoices(
    choices,
    isCut
      ? `the regions of ${asked.length} of ${projects.length} projects; those of others are asked for where project_ids names them`
      : "the credential sees no project",
  );
}
