// Answers, only the fields we use, under the API's own names (models of dedicatedCeph.json). Fields without `nullish` are the identity.
// Never asked: `user`, whose answer carries keys.
import * as z from "zod";
import { count, flag, id, size, text, texts } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `dedicated.ceph.clusterGet.responseWithIAM`; its date of creation is a text of no stated form. */
export const CephCluster = z.object({
  serviceName: id,
  label: text,
  region: text,
  status: text,
  state: text,
  size,
  cephVersion: text,
  cephMons: texts,
  createDate: text,
  iam: iamMetadata,
});

/** `dedicated.ceph.poolGet.response` */
export const CephPool = z.object({
  name: id,
  poolType: text,
  backup: flag,
  replicaCount: count,
  minActiveReplicas: count,
});

/** `dedicated.ceph.cephfsGet.response` */
export const CephFileSystem = z.object({ fsName: id, enabled: flag });
