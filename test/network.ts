import nock from "nock";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

export interface MockedNetwork {
  /** The mocks of one origin: `origin("https://api.example.test").get("/things").reply(200, [])`. */
  origin(url: string | URL): nock.Scope;
  /** Fails unless every mock was asked for, and nothing else was. Also called after each test. */
  done(): void;
}

export interface MockedNetworkOptions {
  /** Lets requests to 127.0.0.1 through, for a test that also runs a server of its own. */
  readonly allowLocal?: boolean;
}

/**
 * Cuts a test file off the network; call it once, at the top level of the file or of a `describe`. The only place that
 * imports nock. A request without a mock fails the test even where the code under test survives its failure.
 */
export function mockNetwork({ allowLocal = false }: MockedNetworkOptions = {}): MockedNetwork {
  let unexpected: string[] = [];

  const refuse = (request: { method?: string; path?: string; host?: string; hostname?: string }): void => {
    const host = request.host ?? request.hostname ?? "";
    if (allowLocal && isLocal(host)) return;
    unexpected.push(`${request.method ?? "GET"} ${host}${request.path ?? ""}`);
  };
  const done = (): void =>
    expect({ pending: nock.pendingMocks(), unexpected }).toEqual({ pending: [], unexpected: [] });

  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.emitter.on("no match", refuse);
  });
  beforeEach(() => {
    nock.disableNetConnect();
    if (allowLocal) nock.enableNetConnect(isLocal);
    unexpected = [];
  });
  afterEach(() => {
    try {
      done();
    } finally {
      nock.abortPendingRequests();
      nock.cleanAll();
    }
  });
  afterAll(() => {
    nock.emitter.off("no match", refuse);
    nock.enableNetConnect();
    nock.restore();
  });

  return { origin: (url) => nock(url), done };
}

function isLocal(host: string): boolean {
  return /^127\.0\.0\.1(:\d+)?$/.test(host);
}
