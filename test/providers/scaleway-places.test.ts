import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { checkOf, preflightOn } from "../preflight/run.ts";
import { discoverOn, openOn } from "./run.ts";

let emulator: Emulator;
const start = async (): Promise<Emulator> => {
  emulator = await startEmulator({ scalewayProjects: 1, zones: 1, resources: 1 });
  return emulator;
};
afterEach(() => emulator?.close());

const kinds = ["scaleway.instance.server", "scaleway.secret.secret"];
const id = "6170692e-7363-616c-6577-61792e636f6d";
const config = (regions: string) => ({
  scw_project_id: id,
  scw_access_key: "SCW0123456789ABCDEFG",
  scw_secret_key: "7363616c-6577-6573-6862-6f7579616161",
  regions,
});

describe("a place that this version does not know", () => {
  it("is read, its zone for lists of zones and its region for lists of regions", async () => {
    await start();
    const contentType = "application/json";
    const servers = { servers: [{ id: "s1", name: "new", project: emulator.projects.scaleway[0] }], total_count: 1 };
    emulator.addFault({ match: "/zones/it-mil-2/servers", status: 200, body: servers, contentType });
    const { finished, resources, scopes } = await discoverOn(emulator, "scaleway", {
      kinds,
      config: { regions: "it-mil-2" },
    });
    expect(finished.complete).toBe(true);
    expect(resources.map(({ name, region }) => [name, region])).toContainEqual(["new", "it-mil-2"]);
    expect(scopes.map(({ scope }) => scope.split("/")[1]).sort()).toEqual(["it-mil", "it-mil-2"]);
  });

  it("may be a region, whose zones are asked by the numbers that zones have", async () => {
    await start();
    await discoverOn(emulator, "scaleway", { kinds, config: { regions: "de-fra" } });
    const asked = emulator.statistics.paths.flatMap((path) => /\/(?:zones|regions)\/([^/]+)/.exec(path)?.[1] ?? []);
    expect([...new Set(asked)].sort()).toEqual(["de-fra", "de-fra-1", "de-fra-2", "de-fra-3"]);
  });

  it.each(["it-mil-2", "fr-par-4", "fr-pra-1", "de-fra"])("is told in a notice: %s", async (place) => {
    const { open, problemsOf } = await loadProvider("scaleway");
    const { notices } = open(config(`fr-par,${place}`), "config", { operator: {} });
    expect(notices.join()).toContain(`${place} is not in the list of places known to this version`);
    expect(await problemsOf(config(place))).toEqual([]);
  });

  it("and where nothing is offered is a gap that names the nearest, beside what was read elsewhere", async () => {
    await start();
    const { finished, scopes } = await discoverOn(emulator, "scaleway", {
      kinds,
      config: { regions: "fr-par-1,fr-pra-1" },
    });
    expect(finished.complete).toBe(false);
    const gaps = scopes.filter(({ outcome }) => outcome === "failed");
    expect(gaps.map(({ scope, code }) => [scope, code])).toEqual(kinds.map(() => ["account/fr-pra-1", "NOT_FOUND"]));
    expect(gaps[0]?.reason).toContain("fr-par-1");
    const report = await preflightOn(emulator, "scaleway", { kinds, config: { regions: "fr-par-1,fr-pra-1" } });
    expect(checkOf(report, "places.visible")).toMatchObject({
      status: "warn",
      message: expect.stringContaining("fr-pra-1"),
    });
  });
});

describe("what does not have the form of a place", () => {
  it.each([
    ["par1", "fr-par-1"],
    ["fr-par1", "fr-par-1"],
    ["frpar-1", "fr-par-1"],
    ["FR-PAR", "fr-par"],
    ["nl-ams, waw-2", "pl-waw-2"],
  ])("is refused with the nearest: %s", async (regions, nearest) => {
    await start();
    await expect(openOn(emulator, "scaleway", { config: { regions } })).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(new RegExp(`regions .* did you mean ${nearest}\\?`)),
    });
    const [problem] = await (await loadProvider("scaleway")).problemsOf(config(regions));
    expect(problem).toMatchObject({ key: "regions", remediation: expect.stringContaining(`did you mean ${nearest}?`) });
    expect(emulator.statistics.requests).toBe(0);
  });
});
