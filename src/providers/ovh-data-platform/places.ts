// All of it from the Data Platform's pages in ovh/docs, pages/public_cloud/data_platform: technical/api-reference/iam,
// technical/api-reference/datastore, getting-further/generate-api-key.

/** Where the login lives, below a project's origin. */
export const loginPath = "/iam/login";

/**
 * Where S3 lives, below a project's origin. The vendor's examples hand exactly this to AWS CLI, which lists buckets there
 * without a final slash.
 */
export const datastorePath = "/datastore";

/** The region that S3 signatures name; it says nothing about a place. */
export const datastoreRegion = "forepaas";

/**
 * The public origin of a project.
 *
 * @param subdomain one DNS label, as the config's schema makes sure: it becomes a part of a host name.
 */
export function publicOrigin(subdomain: string): URL {
  return new URL(`https://${subdomain}.eu.dataplatform.ovh.net`);
}
