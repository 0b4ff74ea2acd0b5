import * as z from "zod";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { flag, id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { indexedServices } from "../../tag-index.ts";
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
  indexedServices,
];
