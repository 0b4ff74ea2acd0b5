import * as z from "zod";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const registry = scalewayProduct({
  service: "registry",
  api: "/registry/v1",
  locality: "region",
  permissionSets: ["ContainerRegistryReadOnly"],
});

const Namespace = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  endpoint: text,
  is_public: flag,
  size,
  image_count: count,
  created_at: moment,
});

const Image = z.object({
  id,
  name: text,
  namespace_id: text,
  status: text,
  visibility: text,
  size,
  tags: texts,
  created_at: moment,
});

/** Container Registry: namespaces, and their images. */
export const kinds: readonly ListedKind[] = [
  registry.kind({
    id: "scaleway.registry.namespace",
    family: "containers",
    title: "Container Registry namespace",
    class: "registry",
    list: registry.pages({ path: "namespaces", listKey: "namespaces" }),
    schema: Namespace,
    toResource: (namespace, place) => ({
      urn: registry.urn(place, "namespace", namespace.id),
      name: namespace.name,
      account: namespace.organization_id,
      status: namespace.status,
      createdAt: namespace.created_at,
      sizeBytes: namespace.size,
      // Written without a scheme: `rg.fr-par.scw.cloud/<name>`.
      endpoints: [identifier(namespace.id), ...hostEndpoints(namespace.endpoint?.split("/")[0])],
      attributes: { endpoint: namespace.endpoint, public: namespace.is_public, images: namespace.image_count },
    }),
  }),
  registry.kind({
    id: "scaleway.registry.image",
    family: "containers",
    title: "Container image",
    class: "registry",
    list: registry.pages({ path: "images", listKey: "images", namesProject: false }),
    schema: Image,
    toResource: (image, place) => ({
      urn: registry.urn(place, "image", image.id),
      name: image.name,
      status: image.status,
      createdAt: image.created_at,
      sizeBytes: image.size,
      endpoints: [identifier(image.id)],
      relations: image.namespace_id
        ? [{ type: "member-of", urn: registry.urn(place, "namespace", image.namespace_id) }]
        : [],
      // Its tags name versions, and are no labels.
      attributes: { visibility: image.visibility, versions: image.tags },
    }),
  }),
];
