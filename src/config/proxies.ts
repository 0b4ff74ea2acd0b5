import { BlockList, isIP } from "node:net";
import { domainToASCII } from "node:url";
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
  const exceptions = (variable(environment, "NO_PROXY") ?? "").split(/[,\s]+/).filter((entry) => entry !== "");
  const named = ["HTTPS_PROXY", "HTTP_PROXY"].some((name) => variable(environment, name) !== undefined);
  if (!named || exceptions.includes("*")) return undefined;
  const https = readProxy(environment, "HTTPS_PROXY");
  const isException = [isLoopback, ...exceptions.map(readException)];
  return (url) => {
    if (isException.some((fits) => fits(url))) return undefined;
    // Read for a URL that needs it alone: the clouds are asked with https, and this one is often left from something else.
    return url.protocol === "https:" ? https : readProxy(environment, "HTTP_PROXY");
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
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== "" && isDecodable(url)) return url;
  throw new InventoryError("INVALID_CONFIG", `${name} must be an http or https URL such as http://proxy.example:3128`);
}

/** Whether user and password are percent-encoded as a URL has them; a bare % is the likeliest of their typing errors. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

type Exception = (url: URL) => boolean;

function readException(entry: string): Exception {
  const [, named = entry, port] = /^(\[.*\]|[^:]*):(\d*)$/.exec(entry) ?? [];
  const host = withoutBrackets(named.toLowerCase());
  const fits = isIP(host.replace(/\/.*$/, "")) === 0 ? domain(host.replace(/^\*(?=\.)/, "")) : block(host);
  return (url) => (!port || port === portOf(url)) && fits(url);
}

/** `.example.com` stands for what is below it alone. */
function domain(name: string): Exception {
  const ascii = name.startsWith(".") ? `.${domainToASCII(name.slice(1))}` : domainToASCII(name);
  // Nothing is left of what is no name: it names nothing.
  if (ascii === "" || ascii === ".") return () => false;
  return ({ hostname }) => hostname === ascii || hostname.endsWith(ascii.startsWith(".") ? ascii : `.${ascii}`);
}

function block(text: string): Exception {
  const [address = "", prefix, ...more] = text.split("/");
  const [family, bits] = isIP(address) === 4 ? (["ipv4", 32] as const) : (["ipv6", 128] as const);
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (!(length <= bits) || more.length > 0) {
    throw new InventoryError("INVALID_CONFIG", "NO_PROXY holds a block of addresses whose length is not one");
  }
  const addresses = new BlockList();
  addresses.addSubnet(address, length, family);
  return ({ hostname }) => {
    const host = withoutBrackets(hostname);
    return isIP(host) !== 0 && addresses.check(host, isIP(host) === 4 ? "ipv4" : "ipv6");
  };
}

/** An address of IPv6 stands in brackets in a URL. */
function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}

const loopbackBlocks = ["127.0.0.0/8", "::1"].map(block);
const isLoopback: Exception = (url) => url.hostname === "localhost" || loopbackBlocks.some((fits) => fits(url));

function portOf({ port, protocol }: URL): string {
  return port || (protocol === "https:" ? "443" : "80");
}
