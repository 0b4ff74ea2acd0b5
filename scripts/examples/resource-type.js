// IAM's word for the type of a service, which stands in the service's URN.
import { resourceTypes } from "./overrides.js";

/** @type {import("./resource-type.d.ts").resourceTypeOf} */
export function resourceTypeOf(action) {
  const [prefix] = action.split(":");
  return resourceTypes[prefix] ?? prefix;
}
