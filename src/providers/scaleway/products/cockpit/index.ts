import * as z from "zod";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const cockpit = scalewayProduct({
  service: "cockpit",
  api: "/cockpit/v1",
  locality: "region",
  permissionSets: ["ObservabilityReadOnly"],
  // It takes no organization (scaleway/scaleway-sdk-js).
  filter: { project_id: "{project}" },
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const DataSource = z.object({
  id,
  name: text,
  type: text,
  origin: text,
  url: text,
  retention_days: count,
  synchronized_with_grafana: flag,
  created_at: moment,
});

/** Cockpit: where logs, metrics and traces are kept. Its tokens and exporters hold keys, and are none of our kinds. */
export const kinds: readonly ListedKind[] = [
  cockpit.kind({
    id: "scaleway.cockpit.data-source",
    family: "observability",
    title: "Cockpit data source",
    class: "observability",
    list: cockpit.pages({ path: "data-sources", listKey: "data_sources" }),
    schema: DataSource,
    toResource: (source, place) => ({
      urn: cockpit.urn(place, "data-source", source.id),
      name: source.name,
      createdAt: source.created_at,
      // What Scaleway writes itself is its own monitoring: nobody else has a use for its address.
      endpoints: [identifier(source.id), ...(source.origin === "scaleway" ? [] : hostEndpoints(source.url))],
      attributes: {
        type: source.type,
        origin: source.origin,
        retentionDays: source.retention_days,
        inGrafana: source.synchronized_with_grafana,
      },
    }),
  }),
];
