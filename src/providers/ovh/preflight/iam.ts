import * as z from "zod";
import { type Answer, invalid, parseJson } from "../../../http/answer.ts";
import type { Door } from "../../../http/door.ts";
import { urlWithin } from "../../../http/path.ts";
import { asInventoryError } from "../../../inventory/errors.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { cursorPages } from "../../../listing/paging/cursor-pages.ts";
import { listOf } from "../../../listing/paging/list-of.ts";
import type { CheckedActions } from "./authority.ts";

/** `iam.resource.Resource` */
const IamResource = z.object({ urn: z.string(), type: z.string().nullish() });
/** `iam.AuthorizeBatchResponse` */
const Authorization = z.object({
  resourceURN: z.string(),
  authorizedActions: z.array(z.string()),
  unauthorizedActions: z.array(z.string()),
});
/** `iam.policy.Response` */
const Policy = z.object({ name: z.string().nullish(), expiredAt: z.iso.datetime({ offset: true }).nullish() });
export type Policy = z.infer<typeof Policy>;

// A batch is one request whose body stays small; no limit of the route is documented.
const projectsInABatch = 50;
const urnPrefix = ":resource:publicCloudProject:";

/** Asks OVHcloud's IAM (version 2 of the API) what an identity sees and may do. */
export interface IamReader {
  /** The ids of the projects that IAM shows to the identity. */
  projectIds(context: ReadContext): Promise<readonly string[]>;
  /** What the identity may do with each project, by project id. */
  check(
    projects: readonly string[],
    actions: readonly string[],
    context: ReadContext,
  ): Promise<ReadonlyMap<string, CheckedActions>>;
  /** The policies that name the identity; reading them is a right of its own. */
  policies(identity: string, context: ReadContext): Promise<readonly Policy[]>;
}

/** @param base where version 2 of the API lives. */
export function createIamReader(door: Door, base: URL, realm: string): IamReader {
  const headers = { Accept: "application/json" };

  async function readAll(
    path: string,
    query: Readonly<Record<string, string>>,
    context: ReadContext,
  ): Promise<readonly unknown[]> {
    const label = `GET /v2${path}`;
    const readPage = async (cursor: string | undefined) => {
      const paging = cursor === undefined ? {} : { "X-Pagination-Cursor": cursor };
      const request = {
        method: "GET",
        url: urlWithin(base, path, query),
        headers: { ...headers, ...paging },
        label,
      } as const;
      const answer = await door.send(request, context);
      const next = answer.headers.get("x-pagination-cursor-next") || undefined;
      return { items: listOf(parseJson(answer), undefined, label), next };
    };
    const items: unknown[] = [];
    for await (const page of cursorPages({ label, readPage })) items.push(...page.items);
    return items;
  }

  async function post(path: string, label: string, body: unknown, context: ReadContext): Promise<Answer> {
    const url = urlWithin(base, path);
    const given = { ...headers, "Content-Type": "application/json" };
    // Read-only although it is a POST, so it may be repeated.
    return door.send(
      { method: "POST", url, headers: given, body: JSON.stringify(body), label, idempotent: true },
      context,
    );
  }

  const urnOf = (project: string): string => `urn:v1:${realm}${urnPrefix}${project}`;

  return {
    async projectIds(context) {
      const items = await readAll("/iam/resource", { resourceType: "publicCloudProject" }, context);
      return items.flatMap((item) => {
        const { success, data } = IamResource.safeParse(item);
        const start = success ? data.urn.indexOf(urnPrefix) : -1;
        return success && start >= 0 ? [data.urn.slice(start + urnPrefix.length)] : [];
      });
    },
    async check(projects, actions, context) {
      const label = "POST /v2/iam/authorization/check";
      const batches = Array.from({ length: Math.ceil(projects.length / projectsInABatch) }, (_, index) =>
        projects.slice(index * projectsInABatch, (index + 1) * projectsInABatch),
      );
      const answers = await Promise.all(
        batches.map((batch) =>
          post("/iam/authorization/check", label, { resourceURNs: batch.map(urnOf), actions }, context),
        ),
      );
      return new Map(answers.flatMap((answer) => checkedOf(answer, label)));
    },
    async policies(identity, context) {
      const items = await readAll("/iam/policy", { identity, details: "true" }, context);
      return items.flatMap((item) => {
        const { success, data } = Policy.safeParse(item);
        return success ? [data] : [];
      });
    },
  };
}

function checkedOf(answer: Answer, label: string): readonly (readonly [string, CheckedActions])[] {
  const parsed = z.array(Authorization).safeParse(parseJson(answer));
  if (!parsed.success) throw invalid(label, "answered without authorizations", answer.requestId);
  return parsed.data.map(({ resourceURN, authorizedActions, unauthorizedActions }) => [
    resourceURN.slice(resourceURN.lastIndexOf(":") + 1),
    { authorized: new Set(authorizedActions), unauthorized: new Set(unauthorizedActions) },
  ]);
}

/** Why a reading of IAM failed, in words for a row that is not known. */
export function whyUnknown(thrown: unknown): string {
  const { code, message } = asInventoryError(thrown);
  return code === "PERMISSION_DENIED" ? `the credential may not look: ${message}` : message;
}
