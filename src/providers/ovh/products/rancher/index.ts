import * as z from "zod";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import { flag, id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";

/** `publicCloud.rancher.Rancher` of version 2. Never here: `bootstrapPassword`, which the current state may hold. */
const Rancher = z.object({
  id,
  resourceStatus: text,
  createdAt: moment,
  currentState: z
    .object({
      name: text,
      region: text,
      url: text,
      plan: text,
      version: text,
      iamAuthEnabled: flag,
      ipRestrictions: z.array(z.object({ cidrBlock: text })).nullish(),
    })
    .nullish(),
});

/** Managed Ranchers, which hold the users and registrations of Kubernetes clusters. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.rancher",
    family: "containers",
    title: "Managed Rancher",
    class: "compute",
    service: "rancher",
    resource: "rancher:rancher",
    locality: "project",
    list: headerCursor({ path: "/v2/publicCloud/project/{project}/rancher" }),
    schema: Rancher,
    toResource: ({ currentState: state, ...rancher }, place) => ({
      urn: itemUrn(place, "rancher", rancher.id),
      name: state?.name,
      region: state?.region,
      status: rancher.resourceStatus,
      createdAt: rancher.createdAt,
      endpoints: hostEndpoints(state?.url),
      attributes: {
        plan: state?.plan,
        version: state?.version,
        iamEnabled: state?.iamAuthEnabled,
        ipRestrictions: state?.ipRestrictions?.flatMap(({ cidrBlock }) => cidrBlock ?? []),
      },
    }),
  }),
];
