import type * as z from "zod";
import { invalid, isRecord } from "../../../http/answer.ts";
import { expandPath } from "../../../http/path.ts";
import { listOf, totalOf } from "../../../listing/paging/list-of.ts";
import { pageSize } from "../../../listing/paging/page-reader.ts";
import type { Query, ScalewayDocuments } from "../client.ts";
import { Application, Group, Policy, PolicyRule, User } from "../schemas.ts";
import { everything, type Grant, grantOf } from "./permissions.ts";

const iam = "/iam/v1alpha1";

/** Who a key belongs to. */
export interface Bearer {
  readonly type: "application" | "user";
  readonly id: string;
  /** The organization, whose projects the key may be granted. */
  readonly organization: string;
  /** Only of an application: what a user is called is an e-mail address. */
  readonly name?: string;
  /** An organization's owner has every right without a policy. */
  readonly isOwner: boolean;
}

export interface Grants {
  readonly grants: readonly Grant[];
  /** Policies whose rules were read. */
  readonly policies: number;
  /** False where there was more than one page of anything: what is not in `grants` may be granted all the same. */
  readonly isWhole: boolean;
}

/** @throws InventoryError PERMISSION_DENIED without an IAM right. */
export async function readBearer(reader: ScalewayDocuments, type: Bearer["type"], id: string): Promise<Bearer> {
  const path = `${iam}/${type}s/{id}`;
  const document = await reader.read(expandPath(path, { id }), {});
  if (type === "application") {
    const { name, organization_id } = parsed(Application, document, path);
    return { type, id, organization: organization_id.toLowerCase(), isOwner: false, ...(name ? { name } : {}) };
  }
  const user = parsed(User, document, path);
  return { type, id, organization: user.organization_id.toLowerCase(), isOwner: user.type === "owner" };
}

/**
 * What a bearer may do: the rules of its own policies and of those of every group that it is in. Three requests deep; as many
 * as there are policies, and three more.
 *
 * @throws InventoryError PERMISSION_DENIED without an IAM right.
 */
export async function readGrants(reader: ScalewayDocuments, bearer: Bearer): Promise<Grants> {
  if (bearer.isOwner) return { grants: everything, policies: 0, isWhole: true };
  const organization = { organization_id: bearer.organization };
  const ofBearer = { ...organization, [`${bearer.type}_ids`]: bearer.id };
  const [own, ofGroups] = await Promise.all([
    rulesOf(reader, ofBearer),
    onePage(reader, "groups", Group, ofBearer).then(async (groups) => {
      // Without a filter the list would hold everybody's policies.
      if (groups.items.length === 0) return { items: [], policies: 0, isWhole: groups.isWhole };
      const rules = await rulesOf(reader, { ...organization, group_ids: groups.items.map(({ id }) => id) });
      return { ...rules, isWhole: rules.isWhole && groups.isWhole };
    }),
  ]);
  return {
    grants: [...own.items, ...ofGroups.items].flatMap((rule) => grantOf(rule) ?? []),
    policies: own.policies + ofGroups.policies,
    isWhole: own.isWhole && ofGroups.isWhole,
  };
}

interface OnePage<Item> {
  readonly items: readonly Item[];
  readonly isWhole: boolean;
}

async function rulesOf(
  reader: ScalewayDocuments,
  filter: Query,
): Promise<OnePage<PolicyRule> & { readonly policies: number }> {
  const policies = await onePage(reader, "policies", Policy, filter);
  const rules = await Promise.all(
    policies.items.map(({ id }) => onePage(reader, "rules", PolicyRule, { policy_id: id })),
  );
  return {
    items: rules.flatMap(({ items }) => items),
    policies: policies.items.length,
    isWhole: policies.isWhole && rules.every(({ isWhole }) => isWhole),
  };
}

/** A hundred at most: nobody's key has more policies or groups, and a bounded preflight reads no second page. */
async function onePage<Shape extends z.ZodType>(
  reader: ScalewayDocuments,
  listKey: "groups" | "policies" | "rules",
  schema: Shape,
  filter: Query,
): Promise<OnePage<z.infer<Shape>>> {
  const path = `${iam}/${listKey}`;
  const query = { ...filter, page: "1", page_size: String(pageSize) };
  const { document, hasNext } = await reader.readPage(path, query);
  const items = listOf(document, listKey, `GET ${path}`).map((item) => parsed(schema, item, path));
  const total = totalOf(isRecord(document) ? document["total_count"] : undefined, `GET ${path}`);
  return { items, isWhole: !hasNext && items.length < pageSize && items.length === total };
}

function parsed<Shape extends z.ZodType>(schema: Shape, value: unknown, path: string): z.infer<Shape> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(`GET ${path}`, "answered in an unexpected form");
}
