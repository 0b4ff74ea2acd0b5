import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { usage } from "cloud-inventory-plugin/fleet";
import type { ListenAddress } from "./listen-address.ts";
import type { WorkerCounters } from "./worker-counters.ts";

const longestSilenceMs = 60_000;
const readinessTimeoutMs = 5_000;
const mostConnections = 64;
const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** What a worker is asked from outside. */
export interface Health extends ListenAddress {
  /** Whether the database answers and the worker is not about to stop. One that throws says no. */
  readonly readiness: () => Promise<boolean> | boolean;
  /** When the worker's loop last moved, as `performance.now()` told it then: no clock that is set makes a worker look dead. */
  readonly lastBeat: () => number;
  readonly counters: Pick<WorkerCounters, "text">;
}

/** A server that is up. */
export interface HealthServer {
  /** Where it is, such as `http://127.0.0.1:9464`. */
  readonly url: string;
  /** Ends it at once, whoever is being answered. */
  close(): Promise<void>;
}

type Answer = readonly [status: number, text: string, type?: string];

/**
 * Answers `/healthz`, `/readyz` and `/metrics` of one worker; all that it tells is its own.
 *
 * @throws InventoryError INVALID_CONFIG where it cannot listen there.
 */
export async function startHealthServer({ host, port, readiness, lastBeat, counters }: Health): Promise<HealthServer> {
  const isReady = askedOnce(async () => readiness());
  const pages: Readonly<Record<string, () => Promise<Answer>>> = {
    "/healthz": async () =>
      performance.now() - lastBeat() <= longestSilenceMs ? [200, "ok"] : [503, "the worker's loop stands still"],
    "/readyz": async () => ((await within(isReady(), readinessTimeoutMs)) ? [200, "ok"] : [503, "not ready"]),
    "/metrics": async () => [200, await counters.text(), metricsType],
  };
  const answer = async ({ method, url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = "/"] = url.split("?", 1);
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const isAsked = method === "GET";
    const [status, text, type = "text/plain; charset=utf-8"] =
      page === undefined ? ([404, "not found"] as const) : isAsked ? await page() : ([405, "only GET"] as const);
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-store",
      // A body that was sent along is not read, and goes with its connection.
      connection: "close",
      ...(status === 405 ? { allow: "GET" } : {}),
    });
    response.end(text.endsWith("\n") ? text : `${text}\n`);
  };
  const server = createServer(
    { maxHeaderSize: 8 * 1024, headersTimeout: 5_000, requestTimeout: 10_000 },
    (request, response) => {
      answer(request, response).catch(() => response.destroy());
    },
  );
  server.maxConnections = mostConnections;
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : "unknown";
    throw usage(`--listen: nothing can listen at ${host}:${port} (${code})`);
  }
  const address = server.address();
  const used = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${used}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** However many ask, one question is under way. */
function askedOnce(ask: () => Promise<boolean>): () => Promise<boolean> {
  let underWay: Promise<boolean> | undefined;
  return () => {
    underWay ??= ask()
      .catch(() => false)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };
}

/** False where there is no answer in time. */
async function within(answer: Promise<boolean>, milliseconds: number): Promise<boolean> {
  const answered = new AbortController();
  try {
    return await Promise.race([answer, setTimeout(milliseconds, false, answered)]);
  } finally {
    answered.abort();
  }
}
