import { isAbsolute } from "node:path";
import { InventoryError } from "../inventory/errors.ts";
import { type ProxyOf, readProxies } from "./proxies.ts";

/** What the operator of this machine decides, and a tenant's config never does: where the APIs live and how much is read. */
export interface OperatorSettings {
  /** Where APIs live, by variable; each provider knows its own and reads it with {@link originSetting}. */
  readonly origins?: Readonly<Record<string, string>>;
  readonly maxBodyMebibytes?: number;
  /** The cap of configs that set none. */
  readonly maxRequestsPerMinute?: number;
  /** False where resources shall not carry their country: residency rules of a control plane may stop backups on it. */
  readonly tellsCountry?: boolean;
  /** False where no API shall be asked for several items in one request that it does not document. */
  readonly asksInBatches?: boolean;
  /** Where hosts remember what was read from one run to the next: false for nowhere, the user's own state folder when absent. */
  readonly stateFolder?: string | false;
  /** False where each project is listed by itself, although one list of the organization would do. */
  readonly organizationLists?: boolean;
  /** The proxy that a URL is asked through; all are asked directly when absent. */
  readonly proxyOf?: ProxyOf;
}

/**
 * Reads the operator's `CLOUD_INVENTORY_*` variables, of which every `CLOUD_INVENTORY_*_URL` is the origin of an API, and the
 * proxies of this machine.
 *
 * @throws InventoryError INVALID_CONFIG naming the variable.
 */
export function readOperatorSettings(environment: NodeJS.ProcessEnv): OperatorSettings {
  const origins = readOrigins(environment);
  const maxBodyMebibytes = mebibytes(environment, "CLOUD_INVENTORY_MAX_BODY_MIB");
  const maxRequestsPerMinute = requestsPerMinute(environment, "CLOUD_INVENTORY_MAX_REQUESTS_PER_MINUTE");
  const country = environment["CLOUD_INVENTORY_COUNTRY"];
  const batches = environment["CLOUD_INVENTORY_OVH_BATCHES"];
  const stateFolder = environment["CLOUD_INVENTORY_STATE_DIR"];
  const organizationLists = environment["CLOUD_INVENTORY_ORGANIZATION_LISTS"];
  const proxyOf = readProxies(environment);
  return {
    ...(country ? { tellsCountry: onOrOff("CLOUD_INVENTORY_COUNTRY", country) } : {}),
    ...(batches ? { asksInBatches: onOrOff("CLOUD_INVENTORY_OVH_BATCHES", batches) } : {}),
    ...(stateFolder ? { stateFolder: folderOrOff("CLOUD_INVENTORY_STATE_DIR", stateFolder) } : {}),
    ...(organizationLists
      ? { organizationLists: onOrOff("CLOUD_INVENTORY_ORGANIZATION_LISTS", organizationLists) }
      : {}),
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
    ...(maxBodyMebibytes === undefined ? {} : { maxBodyMebibytes }),
    ...(maxRequestsPerMinute === undefined ? {} : { maxRequestsPerMinute }),
    ...(proxyOf === undefined ? {} : { proxyOf }),
  };
}

/**
 * Where the operator says that an API lives; undefined for its public place.
 *
 * @throws InventoryError INVALID_CONFIG where the variable holds a place to be filled in.
 */
export function originSetting(settings: OperatorSettings, name: string): URL | undefined {
  const template = originTemplateSetting(settings, name);
  if (template === undefined) return undefined;
  if (template.includes("{")) throw notAnOrigin(name);
  return new URL(template);
}

/** As {@link originSetting}, for an API that lives in several places: it may hold `{region}`. */
export function originTemplateSetting({ origins = {} }: OperatorSettings, name: string): string | undefined {
  return origins[name];
}

function readOrigins(environment: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.entries(environment).flatMap(([name, text]) =>
    text && /^CLOUD_INVENTORY_\w+_URL$/.test(name) ? [[name, text] as const] : [],
  );
  for (const [name, text] of given) {
    const filled = text.replaceAll("{region}", "region");
    const url = URL.canParse(filled) ? new URL(filled) : undefined;
    // Whatever is more than the origin (a path, a query, a user) would be dropped or sent along in silence.
    const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
    if (!isOrigin) throw notAnOrigin(name);
  }
  return Object.fromEntries(given.map(([name, text]) => [name, text.replace(/\/$/, "")]));
}

function notAnOrigin(name: string): InventoryError {
  const sentence = `${name} must be an origin such as https://example.com, without a path`;
  return new InventoryError("INVALID_CONFIG", sentence);
}

function mebibytes(environment: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = environment[name];
  if (!text) return undefined;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 1024) return value;
  throw new InventoryError("INVALID_CONFIG", `${name} must be a number of MiB above 0 and up to 1024`);
}

function requestsPerMinute(environment: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InventoryError("INVALID_CONFIG", `${name} must be a whole number of requests from 1 to 9999999`);
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
 * Reads the path of a folder, or `off` for none. A relative one would depend on where the control plane happened to be started.
 *
 * @param name what to call it in the message.
 * @throws InventoryError INVALID_CONFIG
 */
export function folderOrOff(name: string, text: string): string | false {
  if (text === "off") return false;
  if (isAbsolute(text)) return text;
  throw new InventoryError("INVALID_CONFIG", `${name} must be an absolute path, or off`);
}
