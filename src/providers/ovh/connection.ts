import { originSetting } from "../../config/operator-settings.ts";
import type { Credential } from "../../credentials/credential.ts";
import { createDoor, type Door } from "../../http/door.ts";
import type { Surroundings } from "../definition.ts";
import { createOvhReader, type OvhReader } from "./client.ts";
import { createOvhCredential, type OvhKeys } from "./credentials/index.ts";
import { baseUrl } from "./endpoints.ts";
import { classifierOf } from "./errors.ts";

/** The way to OVHcloud's API with one credential. */
export interface OvhConnection {
  /** Where version 1 of the API lives. */
  readonly base: URL;
  readonly credential: Credential;
  readonly door: Door;
  readonly reader: OvhReader;
}

/** Opens the way to the API; sends nothing. */
export function connectOvh(keys: OvhKeys, { operator, limits, clock, observer }: Surroundings): OvhConnection {
  const base = baseUrl(keys.endpoint, originSetting(operator, "CLOUD_INVENTORY_OVH_URL"));
  const tokenOrigin = originSetting(operator, "CLOUD_INVENTORY_OVH_TOKEN_URL");
  const credential = createOvhCredential(keys, { base, tokenOrigin, clock });
  const door = createDoor({
    authorizer: credential,
    classify: classifierOf(credential.kind),
    requestIdHeaders: ["x-ovh-queryid"],
    limits,
    clock,
    proxyOf: operator.proxyOf,
    observer,
  });
  return { base, credential, door, reader: createOvhReader(door, base, operator) };
}
