import { expandPath } from "../../http/path.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { type Choice, type ChoicesByField, type FieldChoices, partialChoices, wholeChoices } from "../choices.ts";
import type { Surroundings } from "../definition.ts";
import { placeIn } from "../region-table.ts";
import { createPreferredProjectReader } from "./buckets.ts";
import type { ScalewayConfig } from "./config.ts";
import { connectScaleway, type ScalewayConnection } from "./connection.ts";
import { everyPlace } from "./localities.ts";
import { listProjects } from "./organization-projects.ts";
import { readKey } from "./preflight/authority.ts";
import { readBearer } from "./preflight/policies.ts";
import { ProjectState } from "./products/account/answers.ts";
import { projectPath } from "./products/account/paths.ts";
import { regionTable } from "./regions.ts";

/** The organization and the projects that the key sees, by name, and the regions and zones that this version knows. */
export async function scalewayChoices(
  settings: Partial<ScalewayConfig>,
  surroundings: Surroundings,
  context: ReadContext,
): Promise<ChoicesByField> {
  const { scw_access_key: accessKey, scw_secret_key: secretKey } = settings;
  const regions = partialChoices(everyPlace.map(placeChoice), "one that is newer than this version may be typed");
  if (accessKey === undefined || secretKey === undefined) {
    const none = partialChoices([], "the API key is not whole yet: add scw_access_key and scw_secret_key");
    return { scw_project_id: none, scw_project_ids: none, scw_organization_id: none, regions };
  }
  const connection = connectScaleway({ accessKey, secretKey }, surroundings);
  const { organization, projects } = await seenBy(settings, connection, context);
  return { scw_project_id: projects, scw_project_ids: projects, scw_organization_id: organization, regions };
}

function placeChoice(value: string): Choice {
  const country = placeIn(regionTable, value)?.country;
  return { value, ...(country === undefined ? {} : { country }) };
}

interface Seen {
  readonly organization: FieldChoices;
  readonly projects: FieldChoices;
}

/** A key may not read itself without an IAM right, but Object Storage tells the project that it prefers. */
async function seenBy(
  settings: Partial<ScalewayConfig>,
  connection: ScalewayConnection,
  context: ReadContext,
): Promise<Seen> {
  try {
    const found = await findOrganization(settings, connection, context);
    if (found.organization === undefined)
      return { organization: partialChoices([], found.why), projects: await preferred() };
    const organization = wholeChoices([{ value: found.organization }]);
    const { projects, error } = await listProjects(connection.reader(context), found.organization, () => 8);
    if (error === undefined || projects.length > 0) {
      const choices = projects.map((project) => projectChoice(project, connection));
      return { organization, projects: error === undefined ? wholeChoices(choices) : partialChoices(choices, error) };
    }
    if (error.code === "UNAUTHENTICATED") throw error;
    return { organization, projects: partialChoices((await preferred()).choices, error) };
  } catch (thrown) {
    const none = partialChoices([], asInventoryError(thrown));
    return { organization: none, projects: none };
  }

  async function preferred(): Promise<FieldChoices> {
    const why = "which other projects there are could not be listed, which takes ProjectReadOnly on the organization";
    try {
      const id = await createPreferredProjectReader(connection.door, connection.s3Url)(context);
      return partialChoices([await described(id, connection, context)], why);
    } catch (thrown) {
      return partialChoices([], asInventoryError(thrown));
    }
  }
}

function projectChoice({ id, name }: ProjectState, { credential }: ScalewayConnection): Choice {
  // A tenant names them: one may hold anything, the key itself included.
  return { value: id.toLowerCase(), ...(name && !credential.holdsSecret(name) ? { title: name } : {}) };
}

async function described(id: string, connection: ScalewayConnection, context: ReadContext): Promise<Choice> {
  try {
    const document = await connection.reader(context).read(expandPath(projectPath, { project: id }), {});
    return projectChoice(ProjectState.parse(document), connection);
  } catch {
    return { value: id };
  }
}

type FoundOrganization =
  | { readonly organization: string; readonly why?: undefined }
  | { readonly organization?: undefined; readonly why: InventoryError | string };

/** @throws InventoryError UNAUTHENTICATED where the key is refused. */
async function findOrganization(
  { scw_organization_id: typed, scw_project_id: project }: Partial<ScalewayConfig>,
  { credential, door, reader }: ScalewayConnection,
  context: ReadContext,
): Promise<FoundOrganization> {
  if (typed !== undefined) return { organization: typed.toLowerCase() };
  const { key, error } = await readKey(() => credential.inspect(door.send, context));
  try {
    if (key?.bearer !== undefined && key.bearerId !== undefined) {
      return { organization: (await readBearer(reader(context), key.bearer, key.bearerId)).organization };
    }
    if (project !== undefined) {
      const document = await reader(context).read(expandPath(projectPath, { project }), {});
      const owner = ProjectState.safeParse(document).data?.organization_id;
      if (owner) return { organization: owner.toLowerCase() };
    }
  } catch (thrown) {
    return { why: asInventoryError(thrown) };
  }
  return { why: error ?? "IAM does not tell whose key it is" };
}
