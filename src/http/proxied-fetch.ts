import type { Dispatcher, RequestInit as ProxiedInit } from "undici";

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/**
 * A `fetch` that goes through a proxy where one is named for the URL. Node 20's own ignores proxies, so those requests go
 * through undici, on which it is built; it is loaded for the first of them.
 *
 * @param proxyOf the proxy of a URL, undefined for none.
 */
export function createFetch(proxyOf: (url: URL) => URL | undefined = () => undefined): Fetch {
  const dispatchers = new Map<string, Dispatcher>();
  return async (url, init) => {
    const proxy = proxyOf(url);
    if (proxy === undefined) return fetch(url, init);
    const undici = await import("undici");
    const dispatcher = dispatchers.get(proxy.href) ?? new undici.ProxyAgent(proxy.href);
    dispatchers.set(proxy.href, dispatcher);
    // The two declare the same standard in types of their own.
    const response: unknown = await undici.fetch(url, { ...init, dispatcher } as ProxiedInit);
    return response as Response;
  };
}
