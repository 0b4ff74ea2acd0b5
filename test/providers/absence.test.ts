import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { discoverOn } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

const unknownService = { message: "unknown service" };
const invalidUrl = { class: "Client::NotFound", message: "Got an invalid (or empty) URL" };

interface Wanted {
  readonly outcome: string;
  readonly complete: boolean;
  readonly reason?: RegExp;
}

describe("Scaleway's word that a product is not offered in a place", () => {
  const start = async (options: EmulatorOptions = {}): Promise<void> => {
    emulator = await startEmulator({ scalewayProjects: 1, zones: 10, resources: 1, ...options });
  };
  const milan = (path: string): string => `/${path.split("/")[0]}/v1/zones/it-mil-1/${path.split("/")[1]}`;

  test.each<readonly [string, number, unknown, Wanted]>([
    ["404 unknown service", 404, unknownService, { outcome: "not-offered", complete: true }],
    ["501 unknown service", 501, unknownService, { outcome: "not-offered", complete: true }],
    ["400 unknown service", 400, unknownService, { outcome: "not-offered", complete: true }],
    ["404 of a zone that nobody knows", 404, { message: "Not found" }, { outcome: "not-offered", complete: true }],
    ["400 unknown zone", 400, { message: "Unknown zone in path" }, { outcome: "not-offered", complete: true }],
    ["401", 401, unknownService, { outcome: "failed", complete: false }],
    ["403", 403, unknownService, { outcome: "denied", complete: false }],
    ["408", 408, unknownService, { outcome: "failed", complete: false }],
    ["429", 429, unknownService, { outcome: "failed", complete: false }],
    ["500", 500, unknownService, { outcome: "failed", complete: false }],
    ["503", 503, unknownService, { outcome: "failed", complete: false }],
    ["a page of something else's", 404, "<html>unknown service</html>", { outcome: "failed", complete: false }],
    [
      "404 of the project",
      404,
      { message: "resource is not found", resource: "project", type: "not_found" },
      { outcome: "failed", complete: false },
    ],
  ])("is believed of a place that was only guessed, by status and form: %s", async (_name, status, body, wanted) => {
    await start();
    emulator.addFault({ match: /zones\/it-mil-1\/(volumes|snapshots)/, status, body });
    const patience = status === 429 ? { patienceMs: 500 } : {};
    const { scopes, finished } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.block.*"], ...patience });
    const places = scopes.filter(({ scope }) => scope.endsWith("/it-mil-1"));
    if (status === 401) expect(finished.code).toBe("UNAUTHENTICATED");
    else expect(new Set(places.map(({ outcome }) => outcome))).toEqual(new Set([wanted.outcome]));
    expect(finished.complete).toBe(wanted.complete);
  });

  test.each([404, 501, 400])("is not believed where an earlier run found something: %d", async (status) => {
    await start();
    emulator.addFault({ match: /instance\/v1\/zones\/it-mil-1/, status, body: unknownService });
    const wasRead = (kind: string, scope: string) => kind === "scaleway.instance.server" && scope.endsWith("/it-mil-1");
    const kinds = ["scaleway.instance.server"];
    const { scopes, finished } = await discoverOn(emulator, "scaleway", { kinds, remembered: { wasRead } });
    const gap = scopes.find(({ scope }) => scope.endsWith("/it-mil-1"));
    expect(gap).toMatchObject({ outcome: "failed", code: "INVALID_RESPONSE" });
    expect(gap?.reason).toMatch(
      /an earlier run found resources there; .* accepted_gaps: scaleway\.instance\.server@\S+\/it-mil-1 /,
    );
    expect(finished.complete).toBe(false);
    // An empty read contradicts nothing.
    const calm = await discoverOn(emulator, "scaleway", { kinds, remembered: { wasRead: () => false } });
    expect(calm.finished.complete).toBe(true);
  });

  test("is not believed where another kind of the same API was read, whichever came first", async () => {
    await start();
    emulator.addFault({ match: milan("instance/servers"), status: 404, body: unknownService });
    for (const config of [{ max_in_flight: "1" }, {}]) {
      const { scopes } = await discoverOn(emulator, "scaleway", {
        kinds: ["scaleway.instance.*", "scaleway.block.*"],
        config,
      });
      const servers = scopes.find(({ kind, scope }) => kind.endsWith(".server") && scope.endsWith("/it-mil-1"));
      expect(servers).toMatchObject({
        outcome: "failed",
        reason: expect.stringContaining("of the same API, was read there"),
      });
      expect(scopes.filter(({ outcome }) => outcome !== "completed")).toHaveLength(1);
    }
  });

  test("is not contradicted by another version of an API, nor by another API", async () => {
    await start();
    emulator.addFault({ match: /instance\/v1\/zones\/it-mil-1/, status: 404, body: unknownService });
    const kinds = ["scaleway.instance.*", "scaleway.block.*", "scaleway.secret.*", "scaleway.object.*"];
    const { scopes, finished } = await discoverOn(emulator, "scaleway", { kinds });
    const absent = scopes.filter(({ outcome }) => outcome === "not-offered").map(({ kind }) => kind);
    const resources = ["image", "ip", "placement-group", "security-group", "server", "snapshot", "volume"];
    expect(absent.sort()).toEqual(resources.map((kind) => `scaleway.instance.${kind}`));
    expect(finished.complete).toBe(true);
  });

  test("is not believed where Scaleway's SDK lists the product, and accepted_gaps ends it", async () => {
    await start();
    emulator.addFault({ match: "/block/v1/zones/nl-ams-1/volumes", status: 404, body: unknownService });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.block.volume"] });
    const reason = expect.stringMatching(
      /SDK lists the product there; .* accepted_gaps: scaleway\.block\.volume@\S+\/nl-ams-1 /,
    );
    expect(scopes.filter(({ outcome }) => outcome !== "completed")).toMatchObject([{ outcome: "failed", reason }]);
  });

  test("is asked of Milan only for what a recording shows it to have, and where an earlier run found something", async () => {
    await start();
    const regionsOf = async (remembered = {}) => {
      const { scopes } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.secret.secret"], remembered });
      return scopes.map(({ scope }) => scope.split("/")[1]).sort();
    };
    expect(await regionsOf()).toEqual(["fr-par", "nl-ams", "pl-waw"]);
    const [project = ""] = emulator.projects.scaleway;
    const scopesRead = () => [`${project}/it-mil`, `${project}/fr-par`, "another-project/it-mil-9"];
    expect(await regionsOf({ scopesRead })).toEqual(["fr-par", "it-mil", "nl-ams", "pl-waw"]);
  });

  test("never ends what the list of an organization's projects answers", async () => {
    await start({ scalewayProjects: 2 });
    emulator.addFault({ match: "/account/v3/projects?", status: 404, body: unknownService });
    const config = { scw_scope: "organization", scw_organization_id: emulator.scalewayOrganizationId };
    const { scopes, finished } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.block.volume"], config });
    expect(scopes.find(({ scope }) => scope === "account")).toMatchObject({ outcome: "failed" });
    expect(finished.complete).toBe(false);
  });
});

describe("OVHcloud's word that a product is not offered in a region", () => {
  const kinds = ["ovh.cloud.bucket"];
  const start = async (options: EmulatorOptions = {}): Promise<readonly string[]> => {
    emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 3, ...options });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds });
    // First those that hold something.
    return scopes.toSorted((one, other) => other.count - one.count).map(({ scope }) => scope);
  };
  const lacksFeature = (region: string) => ({
    class: "Client::BadRequest",
    message: `Object storage feature is not available on region ${region}`,
  });

  test.each<readonly [string, number, (region: string) => unknown]>([
    ["404, invalid URL", 404, () => invalidUrl],
    ["404, in other words", 404, () => ({ class: "Client::NotFound", message: "This service does not exist" })],
    ["400, the feature", 400, lacksFeature],
    ["501", 501, () => ({ class: "Client::NotImplemented", message: "Not implemented" })],
  ])("is believed where the region does not name it: %s", async (_name, status, body) => {
    const [place = ""] = await start();
    const region = place.split("/")[1] ?? "";
    const services = [{ name: "instance", status: "UP", endpoint: "https://x.example" }];
    emulator.addFault({ match: new RegExp(`/region/${region}$`), status: 200, body: { name: region, services } });
    emulator.addFault({ match: new RegExp(`/region/${region}/storage$`), status, body: body(region) });
    const { scopes, finished } = await discoverOn(emulator, "ovh", { kinds });
    expect(scopes.find(({ scope }) => scope === place)).toMatchObject({ outcome: "not-offered", count: 0 });
    expect(finished.complete).toBe(true);
    // Memory stands above what the region says of itself.
    const remembered = { wasRead: (_kind: string, scope: string) => scope === place };
    const held = await discoverOn(emulator, "ovh", { kinds, remembered });
    expect(held.scopes.find(({ scope }) => scope === place)).toMatchObject({
      outcome: "failed",
      reason: expect.stringContaining(`accepted_gaps: ovh.cloud.bucket@${place}`),
    });
  });

  test.each([401, 403, 408, 429, 500, 502, 503])("is not believed from status %d", async (status) => {
    const [place = ""] = await start();
    const region = place.split("/")[1] ?? "";
    emulator.addFault({ match: new RegExp(`/region/${region}$`), status: 200, body: { name: region, services: [] } });
    emulator.addFault({ match: new RegExp(`/region/${region}/storage$`), status, body: lacksFeature(region) });
    const { scopes, finished } = await discoverOn(emulator, "ovh", {
      kinds,
      ...(status === 429 ? { patienceMs: 500 } : {}),
    });
    expect(scopes.find(({ scope }) => scope === place)?.outcome).toBe(status === 403 ? "denied" : "failed");
    expect(finished.complete).toBe(false);
  });

  test("is not believed from a refusal of the request", async () => {
    const [place = ""] = await start();
    const region = place.split("/")[1] ?? "";
    emulator.addFault({ match: new RegExp(`/region/${region}$`), status: 200, body: { name: region, services: [] } });
    const body = { class: "Client::BadRequest", message: "Missing or invalid parameter" };
    emulator.addFault({ match: new RegExp(`/region/${region}/storage$`), status: 400, body });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds });
    expect(scopes.find(({ scope }) => scope === place)?.outcome).toBe("failed");
  });

  test("is not believed of a region that is listed and has no detail", async () => {
    const [place = ""] = await start();
    const region = place.split("/")[1] ?? "";
    const unknownRegion = { class: "Client::NotFound", message: "This region does not exist" };
    emulator.addFault({ match: new RegExp(`/region/${region}$`), status: 404, body: unknownRegion });
    emulator.addFault({ match: new RegExp(`/region/${region}/storage$`), status: 404, body: invalidUrl });
    const { scopes, finished } = await discoverOn(emulator, "ovh", { kinds });
    expect(scopes.find(({ scope }) => scope === place)).toMatchObject({
      outcome: "failed",
      reason: expect.stringMatching(/the region is listed and not known by itself.*accepted_gaps: ovh\.cloud\.bucket@/),
    });
    expect(finished.complete).toBe(false);
  });

  test("is no answer of an item: a list that names one is there", async () => {
    const [place = ""] = await start();
    const region = place.split("/")[1] ?? "";
    emulator.addFault({ match: new RegExp(`/region/${region}$`), status: 200, body: { name: region, services: [] } });
    emulator.addFault({ match: new RegExp(`/region/${region}/storage/`), status: 501, body: lacksFeature(region) });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds });
    expect(scopes.find(({ scope }) => scope === place)?.outcome).not.toBe("not-offered");
  });

  test("names the region of the same place that offers the product, where `regions` leaves it out", async () => {
    emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 2 });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds, config: { regions: "GRA11" } });
    const warning = "not offered in GRA11; GRA of the same place offers it, and regions leaves that out";
    expect(scopes).toMatchObject([{ outcome: "not-offered", warnings: [warning] }]);
    const whole = await discoverOn(emulator, "ovh", { kinds });
    expect(whole.scopes.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  test("a region that one project does not list any more is not asked for in another", async () => {
    emulator = await startEmulator({ ovhProjects: 2, ovhRegions: 2 });
    const [first = "", second = ""] = emulator.projects.ovh;
    const remembered = { scopesRead: () => [`${first}/OLD1`] };
    const { scopes } = await discoverOn(emulator, "ovh", { kinds, remembered });
    const ids = scopes.map(({ scope }) => scope);
    expect(ids).toContain(`${first}/OLD1`);
    expect(ids).not.toContain(`${second}/OLD1`);
  });

  test("a region that held something and is not listed any more is asked all the same", async () => {
    const [place = "", ...others] = await start();
    const left = others.map((other) => other.split("/")[1]);
    emulator.addFault({ match: /\/region$/, status: 200, body: left });
    const remembered = { scopesRead: () => [place] };
    const { scopes } = await discoverOn(emulator, "ovh", { kinds, remembered });
    expect(scopes.find(({ scope }) => scope === place)).toMatchObject({ outcome: "completed" });
  });
});
