import { isAbsolute } from "node:path";
import { InventoryError } from "../inventory/errors.ts";

/** What the operator of this machine decides, and a tenant's config never does: where the APIs live and how much is read. */
export interface OperatorSettings {
  readonly ovhUrl?: URL;
  /** Where OVHcloud's service accounts get their tokens. */
  readonly ovhTokenUrl?: URL;
  readonly scalewayUrl?: URL;
  /** May hold `{region}`. */
  readonly scalewayS3Url?: string;
  readonly maxBodyMebibytes?: number;
  /** False where resources shall not carry their country: residency rules of a control plane may stop backups on it. */
  readonly tellsCountry?: boolean;
  /** Where hosts remember what was granted from one run to the next; nowhere when absent. */
  readonly stateFolder?: string;
}

/**
 * Reads the operator's `CLOUD_INVENTORY_*` variables.
 *
 * @throws InventoryError INVALID_CONFIG naming the variable.
 */
export function readOperatorSettings(environment: NodeJS.ProcessEnv): OperatorSettings {
  const ovhUrl = origin(environment, "CLOUD_INVENTORY_OVH_URL");
  const ovhTokenUrl = origin(environment, "CLOUD_INVENTORY_OVH_TOKEN_URL");
  const scalewayUrl = origin(environment, "CLOUD_INVENTORY_SCALEWAY_URL");
  const scalewayS3Url = originTemplate(environment, "CLOUD_INVENTORY_SCALEWAY_S3_URL");
  const maxBodyMebibytes = mebibytes(environment, "CLOUD_INVENTORY_MAX_BODY_MIB");
  const country = environment["CLOUD_INVENTORY_COUNTRY"];
  const stateFolder = environment["CLOUD_INVENTORY_STATE_DIR"];
  return {
    ...(country ? { tellsCountry: onOrOff("CLOUD_INVENTORY_COUNTRY", country) } : {}),
    ...(stateFolder ? { stateFolder: absolutePath("CLOUD_INVENTORY_STATE_DIR", stateFolder) } : {}),
    ...(ovhUrl === undefined ? {} : { ovhUrl }),
    ...(ovhTokenUrl === undefined ? {} : { ovhTokenUrl }),
    ...(scalewayUrl === undefined ? {} : { scalewayUrl }),
    ...(scalewayS3Url === undefined ? {} : { scalewayS3Url }),
    ...(maxBodyMebibytes === undefined ? {} : { maxBodyMebibytes }),
  };
}

function origin(environment: NodeJS.ProcessEnv, name: string): URL | undefined {
  const text = environment[name];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Whatever is more than the origin (a path, a query, a user) would be dropped or sent along in silence.
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new InventoryError("INVALID_CONFIG", `${name} must be an origin such as https://example.com, without a path`);
  }
  return url;
}

function originTemplate(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = environment[name];
  if (!text) return undefined;
  origin({ [name]: text.replaceAll("{region}", "region") }, name);
  return text.replace(/\/$/, "");
}

function mebibytes(environment: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = environment[name];
  if (!text) return undefined;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 1024) return value;
  throw new InventoryError("INVALID_CONFIG", `${name} must be a number of MiB above 0 and up to 1024`);
}

/**
 * Reads a switch.
 *
 * @param name what to call it in the message.
 * @throws InventoryError INVALID_CONFIG
 */
export function onOrOff(name: string, text: string): boolean {
  if (text === "on" || text === "off") return text === "on";
  throw new InventoryError("INVALID_CONFIG", `${name} must be on or off`);
}

/**
 * Reads the path of a folder. A relative one would depend on where the control plane happened to be started.
 *
 * @param name what to call it in the message.
 * @throws InventoryError INVALID_CONFIG
 */
export function absolutePath(name: string, text: string): string {
  if (isAbsolute(text)) return text;
  throw new InventoryError("INVALID_CONFIG", `${name} must be an absolute path`);
}
