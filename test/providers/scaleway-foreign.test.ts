import { beforeEach, describe, expect, it } from "vitest";
import { discover } from "../../src/inventory/discover.ts";
import type { Event } from "../../src/inventory/event.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { fakeClock } from "../clock.ts";
import { fixtureOf } from "../contract/fixtures.ts";
import { mockNetwork } from "../network.ts";

// Scaleway's catalogue of models names no project: recorded so, in the list that holds the customer's own models too.
const nobody = "00000000-0000-0000-0000-000000000000";
const project = "7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6";
const kind = "scaleway.inference.model";
const listPath = "/inference/v1/regions/fr-par/models";
const config = {
  scw_project_id: project,
  scw_access_key: "SCWAAAAAAAAAAAAAAAAA",
  scw_secret_key: "deadbeef-0000-4000-8000-00000000cafe",
  kinds: kind,
};

const network = mockNetwork();
let models: readonly object[] = [];
let isProjectKnown = true;
beforeEach(() => {
  isProjectKnown = true;
  // What preflight looks at beside the list.
  network.origin("https://s3.fr-par.scw.cloud").persist().get(/.*/).optionally().reply(403, "<Error/>");
  const origin = network.origin("https://api.scaleway.com").persist();
  origin
    .get(/.*/)
    .optionally()
    .reply((uri): [number, object] => {
      const { pathname } = new URL(uri, "https://api.scaleway.com");
      if (pathname === listPath) return [200, { models, total_count: models.length }];
      if (pathname === `/account/v3/projects/${project}`) {
        return isProjectKnown ? [200, { id: project }] : [404, { type: "not_found", resource: "project" }];
      }
      return [403, { type: "permissions_denied", message: "insufficient permissions", details: [] }];
    });
});

const modelOf = (owner: string, number: number): object => ({
  ...fixtureOf("scaleway", kind).item,
  id: `3db02eea-f318-4140-8759-72900000000${number}`,
  project_id: owner,
});

async function opened() {
  const definition = await loadProvider("scaleway");
  const options = { operator: {}, clock: fakeClock(), limits: { maxAttempts: 2 } };
  return definition.open(config, "test", options).provider;
}

async function scopeOf(listed: readonly object[]) {
  models = listed;
  const provider = await opened();
  const kinds = provider.kinds.filter(({ id }) => id === kind);
  const events: Event[] = [];
  for await (const event of discover(provider, { kinds })) events.push(event);
  const resources = events.flatMap((event) => (event.type === "resource" ? [event.resource] : []));
  return { resources, scope: events.find((event) => event.type === "scope") };
}

describe("models of Scaleway's catalogue", () => {
  it("are counted beside the customer's own, and no resources", async () => {
    const listed = [modelOf(nobody, 1), modelOf(project, 2), modelOf(nobody, 3)];
    const { resources, scope } = await scopeOf(listed);
    expect(resources.map(({ urn }) => urn.split(":").at(-1))).toEqual(["3db02eea-f318-4140-8759-729000000002"]);
    expect(scope).toMatchObject({ outcome: "completed", count: 1, foreign: 2, warnings: [] });
  });

  it("show no project: where they are all there is, the project has to be known otherwise", async () => {
    expect(await scopeOf([modelOf(nobody, 1)])).toMatchObject({
      resources: [],
      scope: { outcome: "completed", count: 0, foreign: 1 },
    });
    isProjectKnown = false;
    expect(await scopeOf([modelOf(nobody, 1)])).toMatchObject({
      resources: [],
      scope: { outcome: "failed", count: 0 },
    });
  });

  it("do not make preflight doubt the right", async () => {
    models = [modelOf(nobody, 1), modelOf(project, 2)];
    const provider = await opened();
    const kinds = await provider.load(provider.kinds.filter(({ id }) => id === kind));
    const { coverage } = await provider.examine({ kinds }, newContext(new AbortController().signal));
    expect(coverage.map(({ status, reason }) => ({ status, reason }))).toEqual([{ status: "granted" }]);
  });
});
