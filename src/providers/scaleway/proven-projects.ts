import { isRecord } from "../../http/answer.ts";
import { expandPath } from "../../http/path.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { Page, ReadContext } from "../../inventory/provider.ts";
import { type BucketReader, ForeignBuckets, homeRegion } from "./buckets.ts";
import type { ScalewayReader } from "./client.ts";
import { SaidUnknown } from "./errors.ts";
import { projectPath } from "./products/account/paths.ts";

/** What to do about a project that nothing shows. */
export const compareIds =
  "compare scw_project_id and scw_project_ids with the ids in the console, and grant the key its rights on them";

/** The Account API was asked for a project, and does not know it. */
export class NoSuchProject extends InventoryError {
  constructor(project: string, requestId: string | undefined) {
    super("NOT_FOUND", `project ${project} does not exist: Scaleway's Account API does not know it`, {
      requestId,
      advice: { check: "projects.visible", remediation: compareIds },
    });
  }
}

/**
 * Which projects are known to exist. A wrong project id does not fail: most lists then answer 200 and empty, and an
 * inventory of a mistyped project would pass for an inventory of nothing. So an empty list counts only in a project that
 * something has shown to exist; a list with items shows it by itself and costs no request.
 */
export interface ProvenProjects {
  /**
   * Checks that each item is of the project that was asked for, and remembers the project as proven.
   *
   * @throws InventoryError INVALID_RESPONSE: the API ignored the filter, as MongoDB's does (recorded answers of scaleway/terraform-provider-scaleway).
   */
  learn(page: Pick<Page, "items">, project: string): void;
  /** Something named the project as its owner. */
  confirm(project: string): void;
  /** @throws InventoryError NOT_FOUND where nothing shows the project. */
  prove(project: string, context: ReadContext): Promise<void>;
  /**
   * Of a project that refused something: asks the Account API alone, once, whether there is one.
   *
   * @throws NoSuchProject
   */
  refute(project: string, context: ReadContext): Promise<void>;
}

export function createProvenProjects(reader: ScalewayReader, readBuckets: BucketReader): ProvenProjects {
  const proven = new Set<string>();
  const asked = new Map<string, Promise<void>>();
  const doubted = new Map<string, Promise<boolean | InventoryError>>();

  return {
    learn({ items }, project) {
      for (const item of items) {
        const owner = ownerOf(item);
        if (owner === project) proven.add(project);
        else if (typeof owner === "string") {
          throw new InventoryError("INVALID_RESPONSE", `an item of another project was listed for project ${project}`);
        }
      }
    },
    confirm: (project) => void proven.add(project),
    async prove(project, context) {
      if (proven.has(project)) return;
      const answer = asked.get(project) ?? ask(project, reader, readBuckets, context);
      asked.set(project, answer);
      try {
        await answer;
        proven.add(project);
      } catch (thrown) {
        // Another list may have shown the project while this was asked.
        if (proven.has(project)) return;
        // A failure of the network must not be remembered as a verdict about the project.
        if (asInventoryError(thrown).code !== "NOT_FOUND") asked.delete(project);
        throw thrown;
      }
    },
    async refute(project, context) {
      if (proven.has(project)) return;
      const answer = doubted.get(project) ?? askAccount(project, reader, context).catch(asInventoryError);
      doubted.set(project, answer);
      const verdict = await answer;
      if (verdict instanceof NoSuchProject) throw verdict;
    },
  };
}

/** Which project an item says to be of, in the word of either form of the APIs; undefined where it says none. */
export function ownerOf(item: unknown): unknown {
  return isRecord(item) ? (item["project"] ?? item["project_id"]) : undefined;
}

/** Asks the Account API, which is an organization's right, and else Object Storage, whose answer names its owner. */
async function ask(
  project: string,
  reader: ScalewayReader,
  readBuckets: BucketReader,
  context: ReadContext,
): Promise<void> {
  if (await askAccount(project, reader, context)) return;
  try {
    await readBuckets(project, homeRegion, context);
  } catch (thrown) {
    const { code } = asInventoryError(thrown);
    // What cannot be read at all, such as the page of a captive portal, says nothing of the project.
    const isVerdict = code === "PERMISSION_DENIED" || code === "NOT_FOUND" || thrown instanceof ForeignBuckets;
    if (!isVerdict) throw thrown;
    throw new InventoryError(
      "NOT_FOUND",
      `the list is empty, and nothing shows that project ${project} exists, neither the Account API nor Object Storage`,
      { advice: { check: "projects.visible", remediation: compareIds } },
    );
  }
}

/**
 * Whether the Account API shows a project; false where it may not be asked.
 *
 * @throws InventoryError NOT_FOUND where it does not know the project, or anything else than an answer about the right to ask.
 */
async function askAccount(project: string, reader: ScalewayReader, context: ReadContext): Promise<boolean> {
  try {
    const document = await reader(context).read(expandPath(projectPath, { project }), {});
    return isRecord(document) && document["id"] === project;
  } catch (thrown) {
    const { code, requestId } = asInventoryError(thrown);
    if (thrown instanceof SaidUnknown) throw new NoSuchProject(project, requestId);
    // Only where the Account API may not be asked: its 404 is a verdict.
    if (code !== "PERMISSION_DENIED") throw thrown;
    return false;
  }
}
