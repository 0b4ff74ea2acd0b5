import { BlockList, isIP } from "node:net";
import { InventoryError } from "../inventory/errors.ts";

/** The proxy that a URL is asked through, which may hold a password; undefined where it is asked directly. */
export type ProxyOf = (url: URL) => URL | undefined;

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in capitals or not, by the rules that a control plane in Go follows
 * (https://pkg.go.dev/golang.org/x/net/http/httpproxy): a name in `NO_PROXY` stands for all below it too, `*` for everything,
 * an address may be a block, each may have a port; loopback is never asked through a proxy.
 *
 * @returns undefined where no proxy is set.
 * @throws InventoryError INVALID_CONFIG naming the variable, never its value: that may hold a password.
 */
export function readProxies(environment: NodeJS.ProcessEnv): ProxyOf | undefined {
  const [https, http] = ["HTTPS_PROXY", "HTTP_PROXY"].map((name) => readProxy(environment, name));
  if (https === undefined && http === undefined) return undefined;
  const exceptions = (variable(environment, "NO_PROXY") ?? "").split(/[,\s]+/).filter((entry) => entry !== "");
  const isException = [loopback, ...exceptions.map(readException)];
  return (url) => {
    const proxy = url.protocol === "https:" ? https : http;
    return proxy === undefined || isException.some((fits) => fits(url)) ? undefined : proxy;
  };
}

function variable(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  return environment[name] || environment[name.toLowerCase()] || undefined;
}

/** A proxy is often written as `host:port` alone. */
function readProxy(environment: NodeJS.ProcessEnv, name: string): URL | undefined {
  const text = variable(environment, name);
  if (text === undefined) return undefined;
  const href = text.includes("://") ? text : `http://${text}`;
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== "") return url;
  throw new InventoryError("INVALID_CONFIG", `${name} must be an http or https URL such as http://proxy.example:3128`);
}

type Exception = (url: URL) => boolean;

function readException(entry: string): Exception {
  if (entry === "*") return () => true;
  const [, named = entry, port] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  const host = named.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  const fits = isIP(host.replace(/\/.*$/, "")) === 0 ? domain(host.replace(/^\*(?=\.)/, "")) : block(host);
  return (url) => (port === undefined || port === portOf(url)) && fits(url);
}

/** `.example.com` stands for what is below it alone. */
function domain(name: string): Exception {
  return ({ hostname }) => hostname === name || hostname.endsWith(name.startsWith(".") ? name : `.${name}`);
}

function block(text: string): Exception {
  const [address = "", prefix] = text.split("/");
  const [family, bits] = isIP(address) === 4 ? (["ipv4", 32] as const) : (["ipv6", 128] as const);
  const length = prefix === undefined ? bits : Number(prefix);
  if (!Number.isInteger(length) || length < 0 || length > bits) {
    throw new InventoryError("INVALID_CONFIG", "NO_PROXY holds a block of addresses whose length is not one");
  }
  const addresses = new BlockList();
  addresses.addSubnet(address, length, family);
  return ({ hostname }) => {
    const host = hostname.replace(/^\[(.*)\]$/, "$1");
    return isIP(host) !== 0 && addresses.check(host, isIP(host) === 4 ? "ipv4" : "ipv6");
  };
}

const loopbackPlaces = ["localhost", "127.0.0.0/8", "::1"].map(readException);
const loopback: Exception = (url) => loopbackPlaces.some((fits) => fits(url));

function portOf({ port, protocol }: URL): string {
  return port || (protocol === "https:" ? "443" : "80");
}
