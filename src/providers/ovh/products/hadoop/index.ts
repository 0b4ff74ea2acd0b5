import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `cluster.hadoop.hadoopWithIAM` */
const Hadoop = z.object({ name: id, state: text, clouderaVersion: text, iam: iamMetadata });

/** Hadoop clusters, a product that is no longer sold. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.hadoop",
    family: "analytics",
    title: "Hadoop cluster",
    class: "analytics",
    service: "hadoop",
    resource: "hadoop:cluster",
    locality: "account",
    list: idsThenDetail({ path: "/cluster/hadoop", idField: "name" }),
    mayLeaveOut: true,
    schema: Hadoop,
    toResource: (cluster, place) => ({
      urn: serviceUrn(place, "hadoopClusterAccount", cluster.name),
      name: cluster.name,
      status: cluster.state,
      tags: customerTags(cluster.iam?.tags),
      attributes: { clouderaVersion: cluster.clouderaVersion },
    }),
  }),
];
