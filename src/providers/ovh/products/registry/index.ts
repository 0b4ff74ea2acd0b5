import * as z from "zod";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import { flag, id, moment, size, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";

/** `cloud.containerRegistry.Registry` of cloud.json. Users and logins of a registry have lists of their own, which are never asked for. */
const Registry = z.object({
  id,
  name: text,
  region: text,
  status: text,
  url: text,
  version: text,
  size,
  iamEnabled: flag,
  createdAt: moment,
});

/** Managed Private Registries (Harbor), which hold container images. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.registry",
    family: "containers",
    title: "Managed Private Registry (Harbor)",
    class: "registry",
    service: "registry",
    resource: "registry:registry",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/containerRegistry" }),
    schema: Registry,
    toResource: (registry, place) => ({
      urn: itemUrn(place, "containerRegistry", registry.id),
      name: registry.name,
      region: registry.region,
      status: registry.status,
      createdAt: registry.createdAt,
      sizeBytes: registry.size,
      endpoints: hostEndpoints(registry.url),
      attributes: { version: registry.version, iamEnabled: registry.iamEnabled },
    }),
  }),
];
