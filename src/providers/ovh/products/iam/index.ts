import * as z from "zod";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { flag, id, moment, tagMap, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { resourceGroup } from "./resource-group.ts";

/** `iam.policy.Response` of version 2, iam.json. */
const Policy = z.object({
  id,
  name: text,
  description: text,
  owner: text,
  readOnly: flag,
  createdAt: moment,
  expiredAt: moment,
});

const iamUrn = /^urn:[\x21-\x7e]+$/;

/** `iam.resource.Resource` of version 2, iam.json. */
const IndexedService = z.object({
  urn: id,
  name: text,
  displayName: text,
  owner: text,
  type: text,
  tags: tagMap,
});

/** Access policies, which a restore needs and nothing else holds a copy of; and IAM's index of every service of the account. */
export const kinds: readonly ListedKind[] = [
  resourceGroup,
  ovhKind({
    id: "ovh.iam.policy",
    family: "identity",
    title: "IAM policy",
    class: "identity",
    service: "iam",
    resource: "iam:policy",
    locality: "account",
    list: headerCursor({ path: "/v2/iam/policy" }),
    mayLeaveOut: true,
    schema: Policy,
    toResource: (policy, place) => ({
      urn: serviceUrn(place, "iamPolicy", policy.id),
      name: policy.name,
      account: policy.owner,
      createdAt: policy.createdAt,
      attributes: {
        description: policy.description || undefined,
        readOnly: policy.readOnly,
        expiredAt: policy.expiredAt,
      },
    }),
  }),
  ovhKind({
    id: "ovh.iam.resource",
    family: "account",
    title: "Service that no other list names (IAM index)",
    // Unclassified: it is known to be there, and no more.
    class: "",
    service: "iam",
    resource: "iam:resource",
    locality: "account",
    list: headerCursor({ path: "/v2/iam/resource", idField: "urn" }),
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
  }),
];
