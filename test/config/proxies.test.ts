import { expect, test } from "vitest";
import { readProxies } from "../../src/config/proxies.ts";
import { InventoryError } from "../../src/inventory/errors.ts";

const proxied = (url: string, noProxy: string, more: NodeJS.ProcessEnv = {}): string | undefined =>
  readProxies({ HTTPS_PROXY: "http://proxy:3128", NO_PROXY: noProxy, ...more })?.(new URL(url))?.href;

test("no variable, or an empty one, is no proxy", () => {
  expect(readProxies({})).toBeUndefined();
  expect(readProxies({ HTTPS_PROXY: "", https_proxy: "", NO_PROXY: "*" })).toBeUndefined();
});

test("each protocol has its own variable, in capitals or not", () => {
  const proxyOf = readProxies({ https_proxy: "secure:1", HTTP_PROXY: "https://plain:2" });
  expect(proxyOf?.(new URL("https://api.example"))?.href).toBe("http://secure:1/");
  expect(proxyOf?.(new URL("http://api.example"))?.href).toBe("https://plain:2/");
  expect(readProxies({ HTTP_PROXY: "plain:2" })?.(new URL("https://api.example"))).toBeUndefined();
});

test.each([
  ["https://api.scaleway.com", "example.com"],
  ["https://api.scaleway.com", ".api.scaleway.com"],
  ["https://notscaleway.com", "scaleway.com"],
  ["https://api.scaleway.com", "scaleway.com:8443"],
  ["https://192.0.2.1", "198.51.100.0/24"],
  ["https://192.0.2.1", "2001:db8::/32"],
  ["https://api.scaleway.com", "192.0.2.0/24"],
  ["https://sub.localhost", ""],
  ["https://scaleway.com.", ":443"],
])("%s goes through the proxy although NO_PROXY is %s", (url, noProxy) => {
  expect(proxied(url, noProxy)).toBe("http://proxy:3128/");
});

test.each([
  ["https://api.scaleway.com", "*"],
  ["https://api.scaleway.com", "example.com, Scaleway.COM"],
  ["https://scaleway.com", "scaleway.com"],
  ["https://api.scaleway.com", ".scaleway.com"],
  ["https://api.scaleway.com", "*.scaleway.com"],
  ["https://api.scaleway.com", "scaleway.com:443"],
  ["https://api.scaleway.com:8443", "other.example api.scaleway.com:8443"],
  ["https://192.0.2.1", "192.0.2.1"],
  ["https://192.0.2.1", "192.0.2.0/24"],
  ["https://[2001:db8::1]", "2001:db8::/32"],
  ["https://[2001:db8::1]:8443", "[2001:db8:0::1]:8443"],
  ["https://xn--mnchen-3ya.example", "münchen.example"],
  ["https://api.scaleway.com", "scaleway.com:"],
  ["https://localhost", ""],
  ["https://127.8.8.8", ""],
  ["https://[::1]", ""],
])("%s is asked directly where NO_PROXY is %s", (url, noProxy) => {
  expect(proxied(url, noProxy)).toBeUndefined();
});

test.each(["socks5://user:secret@proxy:1080", "http://", "http://a b", "ftp://proxy", "http://u:100%@proxy"])(
  "refuses %s",
  (text) => {
    const message = "HTTPS_PROXY must be an http or https URL such as http://proxy.example:3128";
    expect(() => readProxies({ HTTPS_PROXY: text })).toThrow(new InventoryError("INVALID_CONFIG", message));
  },
);

test("what no URL needs is not refused", () => {
  const plain = readProxies({ HTTP_PROXY: "socks5://proxy:1080", HTTPS_PROXY: "http://proxy:3128" });
  expect(plain?.(new URL("https://api.example"))?.href).toBe("http://proxy:3128/");
  expect(() => plain?.(new URL("http://api.example"))).toThrow("HTTP_PROXY must be");
  expect(readProxies({ HTTPS_PROXY: "socks5://proxy:1080", NO_PROXY: "*" })).toBeUndefined();
});

test.each(["192.0.2.0/33", "192.0.2.0/x", "192.0.2.0/", "192.0.2.0/24/8", "192.0.2.0/0x8", "2001:db8::/129"])(
  "refuses %s as a block of addresses",
  (block) => {
    expect(() => proxied("https://api.example", block)).toThrow("NO_PROXY holds a block of addresses");
  },
);
