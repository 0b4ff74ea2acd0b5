import type * as z from "zod";
import type { ResourceDraft } from "../../../../inventory/complete-resource.ts";
import type { Relation } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { serviceUrn } from "../../urn.ts";
import { Datastore } from "./answers.ts";
import { datacenter, datacenterPath, datacenterUrn, privateCloud, product, type } from "./datacenter.ts";

/** Where the machines of a Private Cloud are: the datastores of each datacenter, and those that all share. */
export const datastoreKinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.private-cloud.datastore",
    family: "storage",
    title: "Datastore of a Private Cloud datacenter",
    class: "block-storage",
    resource: "private-cloud:datastore",
    list: nested({
      parent: datacenter,
      as: "datacenterId",
      list: idsThenDetail({
        path: `${datacenterPath}/{datacenterId}/filer`,
        detailPath: `${datacenterPath}/{datacenterId}/filer/{id}`,
        idField: "filerId",
      }),
    }),
    schema: Datastore,
    toResource: (store, place) => ({
      urn: `${datacenterUrn(place)}:datastore:${store.filerId}`,
      ...describe(store, [{ type: "member-of", urn: datacenterUrn(place) }]),
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.private-cloud.global-datastore",
    family: "storage",
    title: "Global datastore of a Private Cloud",
    class: "block-storage",
    resource: "private-cloud:global-datastore",
    list: nested({
      parent: privateCloud,
      as: "serviceName",
      list: idsThenDetail({
        path: "/dedicatedCloud/{serviceName}/filer",
        detailPath: "/dedicatedCloud/{serviceName}/filer/{id}",
        idField: "filerId",
      }),
    }),
    schema: Datastore,
    toResource: (store, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "globalDatastore", String(store.filerId)),
      ...describe(store, [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }]),
    }),
  }),
];

function describe(store: z.infer<typeof Datastore>, relations: readonly Relation[]): Omit<ResourceDraft, "urn"> {
  return {
    name: store.name,
    status: store.state,
    sizeBytes: unitAndValue(store.size),
    relations,
    attributes: {
      profile: store.fullProfile,
      connectionState: store.connectionState,
      machines: store.vmTotal,
      isManagedByOvh: store.isManagedByOvh,
    },
  };
}
