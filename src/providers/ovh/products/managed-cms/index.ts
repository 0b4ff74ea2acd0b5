import * as z from "zod";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { urnPart } from "../../../../inventory/safe-text.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import { count, id, moment, tagMap, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { answeredUrn, serviceUrn } from "../../urn.ts";

const iam = z.object({ urn: answeredUrn.nullish(), displayName: text, tags: tagMap }).nullish();

/** `managedCMS.ServiceWithIAM` of version 2 */
const ManagedCms = z.object({
  id,
  resourceStatus: text,
  currentState: z
    .object({
      createdAt: moment,
      plan: text,
      dashboards: z.object({ wordpress: text }).nullish(),
      quotas: z.object({ disk: z.object({ totalUsageBytes: count }).nullish() }).nullish(),
    })
    .nullish(),
  iam,
});

/** `managedCMS.Website` of version 2 */
const ManagedWebsite = z.object({
  id,
  resourceStatus: text,
  currentState: z
    .object({ createdAt: moment, cms: text, phpVersion: text, defaultFQDN: text, diskUsageBytes: count })
    .nullish(),
});

const path = "/v2/managedCMS/resource";
const product = { class: "service", service: "managed-cms", locality: "account" } as const;

const service = ovhKind({
  ...product,
  id: "ovh.managed-cms",
  family: "web",
  title: "Managed WordPress",
  resource: "managed-cms:service",
  list: headerCursor({ path }),
  mayLeaveOut: true,
  schema: ManagedCms,
  toResource: (item, place) => ({
    urn: urnOf(place, item.id, item.iam),
    name: item.iam?.displayName,
    status: item.resourceStatus,
    createdAt: item.currentState?.createdAt,
    sizeBytes: item.currentState?.quotas?.disk?.totalUsageBytes,
    tags: customerTags(item.iam?.tags),
    endpoints: hostEndpoints(item.currentState?.dashboards?.wordpress),
    attributes: { plan: item.currentState?.plan },
  }),
});

/** Managed WordPress: the service, and the sites in it. */
export const kinds: readonly ListedKind[] = [
  service,
  ovhKind({
    ...product,
    id: "ovh.managed-cms.website",
    family: "web",
    title: "Website of Managed WordPress",
    resource: "managed-cms:website",
    list: nested({
      parent: service,
      as: "serviceId",
      needs: ["iam"],
      list: headerCursor({ path: `${path}/{serviceId}/website` }),
    }),
    schema: ManagedWebsite,
    toResource: ({ currentState: site, ...item }, place) => ({
      urn: `${parentUrn(place)}:website:${urnPart(item.id)}`,
      name: site?.defaultFQDN,
      status: item.resourceStatus,
      createdAt: site?.createdAt,
      sizeBytes: site?.diskUsageBytes,
      endpoints: hostEndpoints(site?.defaultFQDN),
      relations: [{ type: "member-of", urn: parentUrn(place) }],
      attributes: { cms: site?.cms, phpVersion: site?.phpVersion },
    }),
  }),
];

/**
 * IAM's own, wherever the answer has it: the panel's list of IAM's types does not name this one, so that the prefix of its actions is
 * a guess.
 */
function urnOf(place: Place, id: string, metadata: z.infer<typeof iam>): string {
  return metadata?.urn ?? serviceUrn(place, "managedCMS", id);
}

function parentUrn(place: Place): string {
  return urnOf(place, place.parent?.id ?? "", iam.safeParse(place.parent?.fields["iam"]).data);
}
