import { originSetting, originTemplateSetting } from "../../config/operator-settings.ts";
import type { Credential } from "../../credentials/credential.ts";
import { createDoor, type Door } from "../../http/door.ts";
import type { Surroundings } from "../definition.ts";
import { publicS3Url } from "./buckets.ts";
import { type ClientKeys, createScalewayReader, publicOrigin, type ScalewayReader } from "./client.ts";
import { createScalewayApiKey } from "./credentials/api-key.ts";
import { classifyScaleway } from "./errors.ts";

/** The way to Scaleway's APIs with one key. */
export interface ScalewayConnection {
  readonly keys: ClientKeys;
  /** Where the JSON APIs live. */
  readonly origin: URL;
  /** Where Object Storage lives; `{region}` is filled in. */
  readonly s3Url: string;
  readonly credential: Credential;
  readonly door: Door;
  readonly reader: ScalewayReader;
}

/** Opens the way to the APIs; sends nothing. */
export function connectScaleway(
  keys: ClientKeys,
  { operator, limits, clock, observer }: Surroundings,
): ScalewayConnection {
  const origin = originSetting(operator, "CLOUD_INVENTORY_SCALEWAY_URL") ?? publicOrigin;
  const s3Url = originTemplateSetting(operator, "CLOUD_INVENTORY_SCALEWAY_S3_URL") ?? publicS3Url;
  const credential = createScalewayApiKey({ ...keys, origin, now: clock.now });
  const door = createDoor({
    authorizer: credential,
    classify: classifyScaleway,
    requestIdHeaders: ["x-request-id", "x-amz-request-id"],
    limits,
    clock,
    proxyOf: operator.proxyOf,
    observer,
  });
  return { keys, origin, s3Url, credential, door, reader: createScalewayReader(door, keys, origin) };
}
