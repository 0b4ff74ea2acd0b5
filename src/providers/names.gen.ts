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
      "ovh.cloud.database": {"title":"Managed database service","family":"databases"},
      "ovh.dedicated-server": {"title":"Dedicated server","family":"compute"},
      "ovh.cloud.gateway": {"title":"Gateway","family":"network"},
      "ovh.iam.policy": {"title":"IAM policy","family":"identity"},
      "ovh.iam.resource": {"title":"Service that no other list names (IAM index)","family":"account"},
      "ovh.cloud.instance": {"title":"Public Cloud instance","family":"compute"},
      "ovh.cloud.instance-snapshot": {"title":"Public Cloud instance snapshot or backup (private image)","family":"backups"},
      "ovh.cloud.kube": {"title":"Managed Kubernetes cluster","family":"containers"},
      "ovh.cloud.kube-nodepool": {"title":"Node pool of a Kubernetes cluster","family":"containers"},
      "ovh.cloud.kube-node": {"title":"Node of a Kubernetes cluster","family":"containers"},
      "ovh.cloud.bucket": {"title":"S3 bucket","family":"storage"},
      "ovh.cloud.swift-container": {"title":"Object Storage container (Swift)","family":"storage"},
      "ovh.okms": {"title":"KMS domain (OKMS)","family":"security"},
      "ovh.okms.secret": {"title":"Secret of the Secret Manager","family":"security"},
      "ovh.private-cloud": {"title":"Hosted Private Cloud (vSphere)","family":"compute"},
      "ovh.private-cloud.datacenter": {"title":"Virtual datacenter of a Private Cloud","family":"compute"},
      "ovh.private-cloud.vm": {"title":"Virtual machine of a Private Cloud","family":"compute"},
      "ovh.cloud.project": {"title":"Public Cloud project","family":"account"},
      "ovh.cloud.volume": {"title":"Public Cloud block volume","family":"storage"},
      "ovh.cloud.volume-snapshot": {"title":"Public Cloud volume snapshot","family":"backups"},
      "ovh.cloud.volume-backup": {"title":"Public Cloud volume backup","family":"backups"},
      "ovh.vps": {"title":"VPS","family":"compute"},
      "ovh.vps.disk": {"title":"Disk of a VPS","family":"storage"},
      "ovh.vps.snapshot": {"title":"Snapshot of a VPS","family":"backups"},
    },
  },
  "scaleway": {
    title: "Scaleway",
    endpoints: [],
    scopes: ["organization","project"],
    grantForms: ["json","cli","terraform"],
    handsOutCredentials: false,
    kinds: {
      "scaleway.account.project": {"title":"Project","family":"account"},
      "scaleway.autoscaling.group": {"title":"Autoscaling group","family":"compute"},
      "scaleway.block.volume": {"title":"Block Storage volume","family":"storage"},
      "scaleway.block.snapshot": {"title":"Block Storage snapshot","family":"backups"},
      "scaleway.edge-services.pipeline": {"title":"Edge Services pipeline","family":"network"},
      "scaleway.iam.application": {"title":"IAM application","family":"identity"},
      "scaleway.instance.server": {"title":"Instance","family":"compute"},
      "scaleway.instance.volume": {"title":"Instance volume (local)","family":"storage"},
      "scaleway.instance.snapshot": {"title":"Instance snapshot (local)","family":"backups"},
      "scaleway.instance.image": {"title":"Private image","family":"backups"},
      "scaleway.kubernetes.cluster": {"title":"Kapsule or Kosmos cluster","family":"containers"},
      "scaleway.kubernetes.pool": {"title":"Kubernetes pool","family":"containers"},
      "scaleway.object.bucket": {"title":"Object Storage bucket","family":"storage"},
      "scaleway.rdb.instance": {"title":"Managed PostgreSQL or MySQL","family":"databases"},
      "scaleway.rdb.backup": {"title":"Managed database backup (logical)","family":"backups"},
      "scaleway.redis.cluster": {"title":"Managed Redis","family":"databases"},
      "scaleway.secret.secret": {"title":"Secret","family":"security"},
    },
  },
  "ovh-data-platform": {
    title: "OVHcloud Data Platform",
    endpoints: [],
    scopes: [],
    grantForms: [],
    handsOutCredentials: false,
    kinds: {
      "ovh-data-platform.bucket": {"title":"Data Platform bucket","family":"storage"},
    },
  },
};

/** The names of the JSON Schemas. */
export const schemaNames: readonly string[] = ["resource","event","document-status","preflight-report","manifest","ovh-config","scaleway-config","ovh-data-platform-config"];
