import type { Endpoint } from "../../inventory/resource.ts";
import { identifier } from "../../listing/endpoints.ts";

/** The id of something in OpenStack, which is found in one region. */
export function openstackIdentifier(id: string, region: string | null | undefined): Endpoint {
  return identifier(id, region ? { openstack_region: region } : {});
}
