import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { Pipeline } from "./answers.ts";

const edge = scalewayProduct({
  service: "edge-services",
  api: "/edge-services/v1beta1",
  // No place: one list for each project.
  locality: "project",
  permissionSets: ["EdgeServicesReadOnly"],
});

/** Pipelines in front of buckets and load balancers. */
export const kinds: readonly ListedKind[] = [
  edge.kind({
    id: "scaleway.edge-services.pipeline",
    family: "network",
    title: "Edge Services pipeline",
    class: "network",
    list: edge.pages({ path: "pipelines", listKey: "pipelines" }),
    schema: Pipeline,
    toResource: (pipeline, place) => ({
      urn: edge.urn(place, "pipeline", pipeline.id),
      name: pipeline.name,
      account: pipeline.organization_id,
      status: pipeline.status,
      createdAt: pipeline.created_at,
      endpoints: [identifier(pipeline.id)],
      attributes: { description: pipeline.description || undefined },
    }),
  }),
];
