/**
 * Kinds of the default set that no connector of the table (`inventory/connectors.ts`) takes, each with the reason why it is read all
 * the same. All others of the default set are there because a connector takes them.
 */
export const defaultExceptions: Readonly<Record<string, string>> = {
  "ovh.cloud.project": "core: everything else of Public Cloud hangs below it",
  "ovh.cloud.swift-container": "core: it holds data, which a person can reach with rclone",
  "scaleway.instance.volume": "core: it holds data; that no connector exports it is said by each of them",
  "ovh-data-platform.bucket": "core: it holds data, which an S3 client reaches that takes a URL",
  "ovh.cloud.kube": "its volumes are backed up through the control plane's own inventory of Kubernetes",
  "ovh.web-hosting":
    "its files are reached by SFTP or FTP, which a person chooses: no connector is declared for its class",
  "ovh.private-cloud": "its machines are backed up through the control plane's own inventory of vSphere",
};

/** Kinds that a connector takes, as it takes nothing that they are in, and that are not read by default all the same, each with the reason. */
export const optionalExceptions: Readonly<Record<string, string>> = {
  "scaleway.dedibox.server":
    "an account without Dedibox is answered as one that lacks the right: no run would be complete",
};
