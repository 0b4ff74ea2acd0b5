import * as z from "zod";
import { urnPart } from "../../../../inventory/safe-text.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { flag, id, moment, text } from "../../../../listing/fields.ts";
import { ovhKind } from "../../kind.ts";

/** `iam.group.Response` of version 2, iam.json; the list alone does not tell what is in a group. */
const ResourceGroup = z.object({ id, name: text, owner: text, readOnly: flag, createdAt: moment });

/** Groups of services that policies name. */
export const resourceGroup = ovhKind({
  id: "ovh.iam.resource-group",
  family: "identity",
  title: "IAM resource group",
  class: "identity",
  service: "iam",
  resource: "iam:resource-group",
  locality: "account",
  list: headerCursor({ path: "/v2/iam/resourceGroup" }),
  mayLeaveOut: true,
  schema: ResourceGroup,
  toResource: (group, place) => ({
    urn: `urn:v1:${place.realm}:resourceGroup:${urnPart(group.id)}`,
    name: group.name,
    account: group.owner,
    createdAt: group.createdAt,
    attributes: { readOnly: group.readOnly },
  }),
});
