// Written by `npm run generate`. Do not edit.
import type { ProviderNames } from "./provider-names.ts";

/** What of each provider can be named. */
export const providerNames: Readonly<Record<string, ProviderNames>> = {
  "ovh": {
    title: "OVHcloud",
    endpoints: ["ovh-eu","ovh-ca","ovh-us","kimsufi-eu","kimsufi-ca","soyoustart-eu","soyoustart-ca"],
    scopes: [],
    grantForms: ["rules","link","body","policy"],
    handsOutCredentials: true,
    kinds: {
      "ovh.cloud.database": "Managed database service",
      "ovh.dedicated-server": "Dedicated server",
      "ovh.cloud.gateway": "Gateway",
      "ovh.iam.policy": "IAM policy",
      "ovh.iam.resource": "Service that no other list names (IAM index)",
      "ovh.cloud.instance": "Public Cloud instance",
      "ovh.cloud.instance-snapshot": "Public Cloud instance snapshot or backup (private image)",
      "ovh.cloud.kube": "Managed Kubernetes cluster",
      "ovh.cloud.kube-nodepool": "Node pool of a Kubernetes cluster",
      "ovh.cloud.kube-node": "Node of a Kubernetes cluster",
      "ovh.cloud.bucket": "S3 bucket",
      "ovh.cloud.swift-container": "Object Storage container (Swift)",
      "ovh.okms": "KMS domain (OKMS)",
      "ovh.okms.secret": "Secret of the Secret Manager",
      "ovh.private-cloud": "Hosted Private Cloud (vSphere)",
      "ovh.private-cloud.datacenter": "Virtual datacenter of a Private Cloud",
      "ovh.private-cloud.vm": "Virtual machine of a Private Cloud",
      "ovh.cloud.project": "Public Cloud project",
      "ovh.cloud.volume": "Public Cloud block volume",
      "ovh.cloud.volume-snapshot": "Public Cloud volume snapshot",
      "ovh.cloud.volume-backup": "Public Cloud volume backup",
      "ovh.vps": "VPS",
      "ovh.vps.disk": "Disk of a VPS",
      "ovh.vps.snapshot": "Snapshot of a VPS",
    },
  },
  "scaleway": {
    title: "Scaleway",
    endpoints: [],
    scopes: ["organization","project"],
    grantForms: ["json","cli","terraform"],
    handsOutCredentials: false,
    kinds: {
      "scaleway.account.project": "Project",
      "scaleway.autoscaling.group": "Autoscaling group",
      "scaleway.block.volume": "Block Storage volume",
      "scaleway.block.snapshot": "Block Storage snapshot",
      "scaleway.edge-services.pipeline": "Edge Services pipeline",
      "scaleway.iam.application": "IAM application",
      "scaleway.instance.server": "Instance",
      "scaleway.instance.volume": "Instance volume (local)",
      "scaleway.instance.snapshot": "Instance snapshot (local)",
      "scaleway.instance.image": "Private image",
      "scaleway.kubernetes.cluster": "Kapsule or Kosmos cluster",
      "scaleway.kubernetes.pool": "Kubernetes pool",
      "scaleway.object.bucket": "Object Storage bucket",
      "scaleway.rdb.instance": "Managed PostgreSQL or MySQL",
      "scaleway.rdb.backup": "Managed database backup (logical)",
      "scaleway.redis.cluster": "Managed Redis",
      "scaleway.secret.secret": "Secret",
    },
  },
  "ovh-data-platform": {
    title: "OVHcloud Data Platform",
    endpoints: [],
    scopes: [],
    grantForms: [],
    handsOutCredentials: false,
    kinds: {
      "ovh-data-platform.bucket": "Data Platform bucket",
    },
  },
};

/** The names of the JSON Schemas. */
export const schemaNames: readonly string[] = ["resource","event","document-status","preflight-report","manifest","ovh-config","scaleway-config","ovh-data-platform-config"];
