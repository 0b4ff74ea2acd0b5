import * as z from "zod";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { count, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

// Version 1 is in no SDK of npm: its form is that of recorded answers of scaleway/scaleway-cli. Never here: environment variables,
// `args` and `command`, which may hold anything.
const containers = scalewayProduct({
  service: "containers",
  api: "/containers/v1",
  locality: "region",
  permissionSets: ["ContainersReadOnly"],
});

const Namespace = z.object({
  id,
  name: text,
  organization_id: text,
  description: text,
  status: text,
  tags: texts,
  created_at: moment,
});

const Container = z.object({
  id,
  name: text,
  description: text,
  status: text,
  image: text,
  public_endpoint: text,
  privacy: text,
  port: count,
  min_scale: count,
  max_scale: count,
  memory_limit_bytes: count,
  tags: texts,
  created_at: moment,
});

const namespace = containers.kind({
  id: "scaleway.containers.namespace",
  family: "containers",
  title: "Serverless Containers namespace",
  class: "compute",
  list: containers.pages({ path: "namespaces", listKey: "namespaces" }),
  schema: Namespace,
  toResource: (item, place) => ({
    urn: containers.urn(place, "namespace", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [identifier(item.id)],
    attributes: { description: item.description || undefined },
  }),
});

/** Serverless Containers: namespaces, and the containers of each. */
export const kinds: readonly ListedKind[] = [
  namespace,
  containers.kind({
    id: "scaleway.containers.container",
    family: "containers",
    title: "Serverless Container",
    class: "compute",
    list: nested({
      parent: namespace,
      as: "namespaceId",
      // Every recorded list names the namespace; that one of a whole project is answered was never seen.
      list: containers.pages({
        path: "containers",
        listKey: "containers",
        filter: { namespace_id: "{namespaceId}" },
      }),
    }),
    schema: Container,
    toResource: (container, place) => ({
      urn: containers.urn(place, "container", container.id),
      name: container.name,
      status: container.status,
      createdAt: container.created_at,
      tags: container.tags ?? [],
      endpoints: [identifier(container.id), ...hostEndpoints(container.public_endpoint)],
      relations: [{ type: "member-of", urn: containers.urn(place, "namespace", place.parent?.id ?? "") }],
      attributes: {
        description: container.description || undefined,
        image: container.image,
        privacy: container.privacy,
        port: container.port,
        minimumInstances: container.min_scale,
        maximumInstances: container.max_scale,
        memoryBytes: container.memory_limit_bytes,
      },
    }),
  }),
];
