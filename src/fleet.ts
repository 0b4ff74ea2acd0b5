/**
 * What `cloud-inventory-fleet` is made of beside itself: a package of its own, of the same version. Nobody else is promised anything of it.
 */
export { usage } from "./hosts/cli/arguments.ts";
