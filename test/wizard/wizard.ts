import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import type { WizardCalls, WizardStreams } from "../../src/hosts/wizard/api.ts";
import { startWizard, type Wizard } from "../../src/hosts/wizard/server.ts";
import { createSession } from "../../src/hosts/wizard/session.ts";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a page can do, and what a stranger can try. */
export interface WizardClient {
  readonly origin: string;
  readonly token: string;
  /** Everything that the server has answered, for secrets to be looked for in. */
  readonly heard: readonly string[];
  /** A request as it is written, of whoever may send it. */
  raw(request: Raw): Promise<Answered>;
  /** A call as our page makes it. */
  post(name: string, body: unknown): Promise<Answered>;
  /** The answer of a call that succeeds. */
  call<Name extends keyof WizardCalls>(
    name: Name,
    request: WizardCalls[Name]["request"],
  ): Promise<WizardCalls[Name]["answer"]>;
  /** The sentence of a call that is refused. */
  refusal(name: string, request: unknown): Promise<string>;
  /** The lines of a stream, as they come; leaving the loop aborts the request. */
  lines<Name extends keyof WizardStreams>(
    name: Name,
    request: WizardStreams[Name]["request"],
  ): AsyncGenerator<WizardStreams[Name]["line"], void, void>;
  /** All lines of a stream. */
  all<Name extends keyof WizardStreams>(
    name: Name,
    request: WizardStreams[Name]["request"],
  ): Promise<WizardStreams[Name]["line"][]>;
}

export function clientOf(link: string): WizardClient {
  const [origin = "", token = ""] = link.split("/#");
  const { port, host } = new URL(origin);
  const heard: string[] = [];
  const own = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", Origin: origin };

  const raw: WizardClient["raw"] = ({ method = "POST", path = "/api/state", headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers: { Host: host, ...headers } });
      sent.once("error", reject);
      sent.once("response", (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.once("end", () => {
          heard.push(text, JSON.stringify(response.headers));
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      sent.end(body);
    });
  const post: WizardClient["post"] = (name, body) =>
    raw({ path: `/api/${name}`, headers: own, body: JSON.stringify(body) });

  async function* lines(name: keyof WizardStreams, request: unknown) {
    const stop = new AbortController();
    try {
      const url = `${origin}/api/${name}`;
      const response = await fetch(url, {
        method: "POST",
        headers: own,
        body: JSON.stringify(request),
        signal: stop.signal,
      });
      let rest = "";
      for await (const chunk of response.body ?? []) {
        const parts = (rest + Buffer.from(chunk).toString("utf8")).split("\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          heard.push(part);
          yield JSON.parse(part);
        }
      }
    } finally {
      stop.abort();
    }
  }

  return {
    origin,
    token,
    heard,
    raw,
    post,
    async call(name, request) {
      const { status, text } = await post(name, request);
      if (status !== 200) throw new Error(`${name} was answered ${status}: ${text}`);
      return JSON.parse(text);
    },
    async refusal(name, request) {
      const { status, text } = await post(name, request);
      if (status < 400) throw new Error(`${name} was not refused: ${text}`);
      return JSON.parse(text).error.message;
    },
    lines,
    async all(name, request) {
      const all = [];
      for await (const line of lines(name, request)) all.push(line);
      return all;
    },
  };
}

interface Started {
  readonly wizard: Wizard;
  readonly client: WizardClient;
  /** Where it keeps files. */
  readonly folder: string;
}

/** A folder that goes with the test. */
export function ownFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "wizard-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A wizard in this process, for one test. */
export async function startInProcess(
  environment: NodeJS.ProcessEnv = {},
  options: { readonly idleMinutes?: number } = {},
): Promise<Started> {
  const folder = ownFolder();
  const definitions = await Promise.all(providerIds.map(loadProvider));
  const operator = readOperatorSettings({ CLOUD_INVENTORY_STATE_DIR: "off", ...environment });
  const session = createSession({ definitions, environment, operator, folder });
  const wizard = await startWizard({ session, port: 0, idleMinutes: 30, ...options });
  onTestFinished(() => wizard.close());
  return { wizard, client: clientOf(wizard.link), folder };
}
