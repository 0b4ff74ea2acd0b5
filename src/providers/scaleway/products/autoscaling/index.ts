import { bodyCursor } from "../../../../listing/dialects/cursor.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { Group } from "./answers.ts";

const autoscaling = scalewayProduct({
  service: "autoscaling",
  api: "/autoscaling/v1alpha2",
  locality: "zone",
  permissionSets: ["AutoscalingReadOnly"],
});

/** Groups of instances that grow by themselves. */
export const kinds: readonly ListedKind[] = [
  autoscaling.kind({
    id: "scaleway.autoscaling.group",
    family: "compute",
    title: "Autoscaling group",
    class: "compute",
    list: bodyCursor({
      path: "/autoscaling/v1alpha2/zones/{locality}/groups",
      listKey: "group_summaries",
      query: { project_id: "{project}", order_by: "created_at_desc" },
      parameter: "page_token",
      nextField: "next_page_token",
      size: { parameter: "page_size", items: 100 },
    }),
    unproven: true,
    schema: Group,
    toResource: (group, place) => ({
      urn: autoscaling.urn(place, "group", group.id),
      name: group.name,
      status: group.status,
      createdAt: group.created_at,
      tags: group.tags ?? [],
      endpoints: [identifier(group.id)],
      attributes: {
        template: group.template_id,
        loadBalancer: group.load_balancer_id,
        instances: group.current_size,
        minimumInstances: group.minimum_size,
        maximumInstances: group.maximum_size,
      },
    }),
  }),
];
