/** The families that kinds are grouped by, whichever cloud they are of, each with what belongs to it. */
export const families = {
  compute: "Servers, instances and hypervisors",
  containers: "Kubernetes, registries and serverless",
  storage: "Volumes, buckets and file systems",
  databases: "Databases",
  backups: "Snapshots, backups, and what makes them",
  web: "Web hosting",
  email: "Mail",
  domains: "Domains and DNS",
  network: "Networks and addresses",
  security: "Secrets, keys and certificates",
  identity: "Identities and their rights",
  observability: "Logs and metrics",
  messaging: "Queues and topics",
  analytics: "Data and artificial intelligence",
  account: "Projects and services of the account",
} as const;

export type Family = keyof typeof families;
