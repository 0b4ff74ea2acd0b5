import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { count, id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `horizonView.DatacenterWithIAM` */
const HorizonView = z.object({ serviceName: id, name: text, datacenterId: count, adminDomain: text, iam: iamMetadata });

/** Virtual desktops on a Private Cloud. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.horizon-view",
    family: "compute",
    title: "Horizon View (virtual desktops)",
    class: "hypervisor",
    service: "horizon-view",
    resource: "horizon-view:service",
    locality: "account",
    list: idsThenDetail({ path: "/horizonView", idField: "serviceName" }),
    mayLeaveOut: true,
    schema: HorizonView,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "horizonView", item.serviceName),
      name: item.name || item.serviceName,
      status: item.iam?.state,
      tags: customerTags(item.iam?.tags),
      // No relation: the answer names the datacenter by its number, and not the Private Cloud that it is in.
      attributes: { datacenterId: item.datacenterId, adminDomain: item.adminDomain },
    }),
  }),
];
