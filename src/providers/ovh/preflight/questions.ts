import * as z from "zod";
import { invalid, isRecord, parseJson } from "../../../http/answer.ts";
import type { Clock } from "../../../http/clock.ts";
import { expandPath, urlWithin } from "../../../http/path.ts";
import type { Send } from "../../../http/request.ts";
import { asInventoryError, InventoryError } from "../../../inventory/errors.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { otherItem } from "../../../listing/errors.ts";
import { expired } from "../../../listing/reader.ts";
import type { OvhReader } from "../client.ts";
import { ProjectStates } from "../products/project/answers.ts";
import { Application, AuthDetails, PersonalToken } from "../schemas.ts";
import { readServerTime } from "../server-time.ts";

/** What a question came to: the value, or why there is none. One that fails must not fail the others. */
export type Settled<Value> =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: InventoryError };

export async function settle<Value>(answer: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await answer };
  } catch (thrown) {
    return { error: asInventoryError(thrown) };
  }
}

/** How far this machine's clock is ahead of the provider's, in seconds. */
export async function readClock(send: Send, base: URL, clock: Clock, context: ReadContext): Promise<number> {
  // The provider tells whole seconds that have begun.
  return Math.floor(clock.now() / 1000) - (await readServerTime(send, base, context));
}

/** Who acts, whatever the kind of credential (OVHcloud's Terraform provider asks the same at its start). */
export async function readAuthDetails(send: Send, base: URL, context: ReadContext): Promise<AuthDetails> {
  const [path, label] = ["/auth/details", "GET /auth/details"];
  const answer = await send({ method: "GET", url: urlWithin(base, path), headers: {}, label }, context);
  return parsed(AuthDetails, parseJson(answer), label);
}

/**
 * When a user's personal access token ends. A token does not know its own name, so this tells it only where the user has
 * one token; listing them is a right of its own.
 *
 * @returns undefined where the user has several.
 */
export async function readTokenExpiry(
  user: string,
  reader: OvhReader,
  context: ReadContext,
): Promise<string | null | undefined> {
  const path = expandPath("/me/identity/user/{user}/token", { user });
  const names = parsed(z.array(z.string()), await reader(context).read(path, {}), `GET ${path}`);
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) return undefined;
  const detail = `${path}/${encodeURIComponent(name)}`;
  const { expiresAt } = parsed(PersonalToken, await reader(context).read(detail, {}), `GET ${path}/{name}`);
  return expiresAt ?? null;
}

export function applicationPath(id: string): string {
  return expandPath("/me/api/application/{id}", { id: id || "unknown" });
}

/** The application that a consumer key belongs to; reading it is a right of its own. */
export async function readApplication(id: string, reader: OvhReader, context: ReadContext): Promise<Application> {
  const path = applicationPath(id);
  return parsed(Application, await reader(context).read(path, {}), `GET ${path}`);
}

/** What is known of a project; nothing but that it exists where its detail may not be read. */
export type ProjectState = Partial<z.infer<typeof ProjectStates>>;

/**
 * Each project, by its id; never rejects.
 *
 * @param pathOf what to ask of a project: its detail, or a list that shows as well that it exists.
 */
export async function readProjects(
  projects: readonly string[],
  pathOf: (project: string) => string | undefined,
  reader: OvhReader,
  context: ReadContext,
): Promise<ReadonlyMap<string, Settled<ProjectState>>> {
  const read = async (project: string): Promise<ProjectState> => {
    const path = pathOf(project);
    if (path === undefined) throw new InventoryError("PERMISSION_DENIED", `nothing of ${project} may be read`);
    const document = await reader(context).readDetail(path, {});
    if (document === undefined) throw new InventoryError("NOT_FOUND", `GET ${path} was not found`);
    if (document === expired) return { status: "expired" };
    if (!isRecord(document)) return {};
    // The path of a list answers with a list; a document that does not repeat the id is none of the project's.
    if (document["project_id"] !== project) throw otherItem();
    return parsed(ProjectStates, document, `GET ${path}`);
  };
  return new Map(await Promise.all(projects.map(async (id) => [id, await settle(read(id))] as const)));
}

function parsed<Shape extends z.ZodType>(schema: Shape, document: unknown, label: string): z.infer<Shape> {
  const { success, data } = schema.safeParse(document);
  if (success) return data;
  throw invalid(label, "answered with something else than was asked for");
}
