import { bodyCursor } from "../../../../listing/dialects/cursor.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { Template } from "./answers.ts";
import { instance } from "./product.ts";

/** What autoscaling groups make instances of. */
export const templates: readonly ListedKind[] = [
  instance.kind({
    id: "scaleway.instance.template",
    family: "compute",
    title: "Instance template",
    class: "compute",
    list: bodyCursor({
      path: "/instance/v2alpha1/zones/{locality}/templates",
      listKey: "templates",
      query: { project_id: "{project}", order_by: "created_at_desc" },
      parameter: "page_token",
      nextField: "next_page_token",
      size: { parameter: "page_size", items: 100 },
    }),
    unproven: true,
    schema: Template,
    toResource: (template, place) => ({
      urn: instance.urn(place, "template", template.id),
      name: template.name,
      createdAt: template.created_at,
      tags: template.tags ?? [],
      endpoints: [identifier(template.id)],
      attributes: {
        serverType: template.server_type,
        addressesV4: template.public_ip_v4_count,
        addressesV6: template.public_ip_v6_count,
        volumes: (template.volumes ?? []).map(({ name, volume_type, size, image_label }) => ({
          ...(name ? { name } : {}),
          ...(volume_type ? { type: volume_type } : {}),
          ...(typeof size === "number" ? { sizeBytes: size } : {}),
          ...(image_label ? { image: image_label } : {}),
        })),
      },
    }),
  }),
];
