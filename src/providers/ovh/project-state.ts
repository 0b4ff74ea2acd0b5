import { expandPath } from "../../http/path.ts";
import type { InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { expired } from "../../listing/reader.ts";
import type { OvhReader } from "./client.ts";
import { type EndedState, endedError, stateSentence } from "./errors.ts";
import { ProjectStates } from "./products/project/answers.ts";
import { projectPath } from "./products/project/paths.ts";

/** The projects whose state was asked for, once a run. */
export type AskedStates = Map<string, Promise<EndedState | undefined>>;

/**
 * A refusal in a project in words that speak of no right. Where the project itself says that it is suspended or has expired, that is
 * the reason, and a grant would end nothing (the schema's `cloud.project.ProjectStatusEnum`; what OVHcloud answers below such a
 * project is documented nowhere).
 */
export async function withProjectState(
  error: InventoryError,
  project: string | undefined,
  { reader, asked }: { readonly reader: OvhReader; readonly asked: AskedStates },
  context: ReadContext,
): Promise<InventoryError> {
  if (error.code !== "PERMISSION_DENIED" || error.lacksRight || project === undefined) return error;
  const answer = asked.get(project) ?? readState(project, reader, context);
  asked.set(project, answer);
  const state = await answer;
  if (state === undefined) return error;
  return endedError(`${stateSentence(`project ${project}`, state)} (${error.message})`, state, error.requestId);
}

/** Never rejects: a state that cannot be read explains nothing. */
async function readState(project: string, reader: OvhReader, context: ReadContext): Promise<EndedState | undefined> {
  try {
    const document = await reader(context).readDetail(expandPath(projectPath, { id: project }), {});
    if (document === expired) return "expired";
    const status = ProjectStates.safeParse(document).data?.status;
    return status === "suspended" || status === "expired" ? status : undefined;
  } catch {
    return undefined;
  }
}
