import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { addressEndpoints } from "../../../../listing/endpoints.ts";
import { count, id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `cdnanycast.AnycastWithIAM`; never here: `logUrl`, which opens its logs. */
const Cdn = z.object({ service: id, offer: text, anycast: text, backendUse: count, iam: iamMetadata });

/** The content delivery network that is a service of its own. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cdn",
    family: "network",
    title: "CDN Infrastructure (anycast)",
    class: "network",
    service: "cdn",
    resource: "cdn:service",
    locality: "account",
    list: idsThenDetail({ path: "/cdn/dedicated", idField: "service" }),
    mayLeaveOut: true,
    schema: Cdn,
    toResource: (cdn, place) => ({
      urn: serviceUrn(place, "cdn", cdn.service),
      name: cdn.iam?.displayName || cdn.service,
      status: cdn.iam?.state,
      tags: customerTags(cdn.iam?.tags),
      endpoints: addressEndpoints(cdn.anycast),
      attributes: { offer: cdn.offer, backends: cdn.backendUse },
    }),
  }),
];
