import * as z from "zod";
import { isRecord } from "../../http/answer.ts";
import { accountScope } from "../../inventory/scope.ts";
import { headerCursor } from "../../listing/dialects/cursor.ts";
import { id, tagMap, text } from "../../listing/fields.ts";
import { defineKind, type Join, type KindDefinition, type ListedKind } from "../../listing/kind.ts";
import { customerTags } from "./tags.ts";
import { serviceUrn } from "./urn.ts";

const iamUrn = /^urn:[\x21-\x7e]+$/;
const path = "/v2/iam/resource";
const rule = `GET ${path}`;

/** `iam.resource.Resource` of version 2, iam.json. */
const IndexedService = z.object({
  urn: id,
  name: text,
  displayName: text,
  owner: text,
  type: text,
  tags: tagMap,
});

/** IAM's index of every service of the account. No schema names an action that it needs; a key needs its rule (schema of `/iam/resource`). */
export const indexedServices: ListedKind = defineKind({
  id: "ovh.iam.resource",
  family: "account",
  title: "Service that no other list names (IAM index)",
  // Unclassified: it is known to be there, and no more.
  class: "",
  service: "iam",
  resource: "iam:resource",
  locality: "account",
  list: headerCursor({ path, idField: "urn" }),
  rights: { rules: [rule], actions: [] },
  needs: [rule],
  isIndex: true,
  schema: IndexedService,
  toResource: (service, place) => ({
    urn: iamUrn.test(service.urn) ? service.urn : serviceUrn(place, "unknown", service.urn),
    name: service.displayName || service.name,
    account: service.owner,
    status: "listed-only",
    tags: customerTags(service.tags),
    attributes: { type: service.type },
  }),
});

/** What of a row says how its items are found in the index. */
type Indexed<Shape extends z.ZodObject> = Pick<
  KindDefinition<Shape>,
  "schema" | "toResource" | "list" | "locality" | "isIndex"
>;

/**
 * The wish to have services completed by the tags that IAM's index has of them; none for rows whose items are no services. A service tells
 * its tags by itself (`iam.ResourceMetadata` of its detail), so the index is asked only where one does not, such as one that has
 * expired: once a run, and not in a run in which each service tells its own. Matched by the URN, which is the service's own in IAM; what is
 * in a project has none there.
 */
export function indexedTags<Shape extends z.ZodObject>(row: Indexed<Shape>): readonly Join[] {
  const isService = row.locality === "account" && row.list.below === undefined && "iam" in row.schema.shape;
  if (!isService || row.isIndex) return [];
  return [
    {
      kind: indexedServices,
      // The index is one for all kinds, and is kept until the last of them is read.
      localityOf: (locality) => locality,
      keyOf: (item) =>
        tagsIn(item) === undefined ? undefined : withoutRealm(String(Reflect.get(Object(item), "urn"))),
      keep: (item) => ({ tags: tagsIn(item) }),
      needs: (item) => isRecord(item) && !isRecord(item["iam"]),
      complete(item, facts) {
        const urn = urnOf(item, row);
        const found = urn === undefined ? undefined : facts.get(withoutRealm(urn));
        return found === undefined ? item : { ...Object(item), iam: found };
      },
      warning: `items that tell no tags themselves are reported without those of IAM's index: ${rule} could not be read, or the credential may not ask for it`,
    },
  ];
}

/** The rights that this takes, in the form of a row's. */
export function indexRules(joins: readonly Join[]): readonly string[] {
  return joins.length === 0 ? [] : [rule];
}

/** The customer's tags of an entry; undefined where there are none. One that is no text is left to the row's schema, which names it. */
function tagsIn(entry: unknown): Readonly<Record<string, unknown>> | undefined {
  const tags = isRecord(entry) && typeof entry["urn"] === "string" ? entry["tags"] : undefined;
  return isRecord(tags) && Object.keys(tags).some((key) => !key.startsWith("ovh:")) ? tags : undefined;
}

function urnOf<Shape extends z.ZodObject>(item: unknown, { schema, toResource }: Indexed<Shape>): string | undefined {
  const { data } = schema.safeParse(item);
  return data && toResource(data, accountScope).urn;
}

/** An account is in one realm, and an index need not encode what we do. */
function withoutRealm(urn: string): string {
  const type = urn.replace(/^urn:v1:[^:]*:resource:/, "");
  try {
    return decodeURIComponent(type);
  } catch {
    return type;
  }
}
