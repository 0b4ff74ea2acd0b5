import * as z from "zod";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { count, id, moment, size, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const inference = scalewayProduct({
  service: "inference",
  api: "/inference/v1",
  locality: "region",
  permissionSets: ["InferenceReadOnly"],
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const Deployment = z.object({
  id,
  name: text,
  status: text,
  model_id: text,
  model_name: text,
  node_type_name: text,
  /** How many nodes there are. */
  size: count,
  min_size: count,
  max_size: count,
  endpoints: z
    .array(z.object({ url: text, private_network: z.object({ private_network_id: text }).nullish() }))
    .nullish(),
  tags: texts,
  created_at: moment,
});

const Model = z.object({
  id,
  name: text,
  status: text,
  project_id: text,
  size_bytes: size,
  parameter_size_bits: count,
  tags: texts,
  created_at: moment,
});

/** Managed inference: deployments, and the models that the customer brought. */
export const kinds: readonly ListedKind[] = [
  inference.kind({
    id: "scaleway.inference.deployment",
    family: "analytics",
    title: "Inference deployment (Generative APIs, dedicated)",
    class: "analytics",
    list: inference.pages({ path: "deployments", listKey: "deployments" }),
    schema: Deployment,
    toResource: (deployment, place) => ({
      urn: inference.urn(place, "deployment", deployment.id),
      name: deployment.name,
      status: deployment.status,
      createdAt: deployment.created_at,
      tags: deployment.tags ?? [],
      endpoints: [identifier(deployment.id), ...(deployment.endpoints ?? []).flatMap(({ url }) => hostEndpoints(url))],
      attributes: {
        model: deployment.model_name,
        modelId: deployment.model_id,
        nodeType: deployment.node_type_name,
        nodes: deployment.size,
        minimumNodes: deployment.min_size,
        maximumNodes: deployment.max_size,
        privateNetworks: (deployment.endpoints ?? []).flatMap((one) => one.private_network?.private_network_id ?? []),
      },
    }),
  }),
  inference.kind({
    id: "scaleway.inference.model",
    family: "analytics",
    title: "Custom model",
    class: "analytics",
    // It takes no organization (scaleway/scaleway-sdk-js), and Scaleway's own catalogue is listed among the customer's models.
    list: inference.pages({ path: "models", listKey: "models", namesProject: false }),
    ownedBy: { field: "project_id", is: "project" },
    schema: Model,
    toResource: (model, place) => ({
      urn: inference.urn(place, "model", model.id),
      name: model.name,
      status: model.status,
      createdAt: model.created_at,
      sizeBytes: model.size_bytes,
      tags: model.tags ?? [],
      endpoints: [identifier(model.id)],
      attributes: { parameterBits: model.parameter_size_bits },
    }),
  }),
];
