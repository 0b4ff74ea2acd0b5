import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { batchManners } from "../../src/emulator/ovh/batches.ts";
import { rowsOf } from "../rows.ts";
import { discoverOn, type Found, type RunOptions } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  await emulator?.close();
  emulator = await startEmulator({ ovhProjects: 2, ovhRegions: 3, resources: 3, ...options });
  return emulator;
};

/** A run as an operator has it who says that there shall be no batches. */
const discoverOneByOne = (options: RunOptions): Promise<Found> => {
  const environment = { ...emulator.environment, CLOUD_INVENTORY_OVH_BATCHES: "off" };
  return discoverOn({ ...emulator, environment }, "ovh", options);
};

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** All that a run found, and how each scope ended; what hangs on timing alone left out. */
function foundIn({ resources, scopes, finished }: Found) {
  const ended = scopes.map(({ kind, scope, outcome, count, code, reason, warnings }) =>
    JSON.stringify([kind, scope, outcome, count, code, reason?.replaceAll(/\(request id[^)]*\)/g, ""), warnings]),
  );
  const { complete } = finished;
  return { resources: resources.map((one) => JSON.stringify(one)).sort(byText), ended: ended.sort(byText), complete };
}

const ovhCalls = (await rowsOf("ovh")).flatMap(({ list }) => list.calls);

/** What protects an item is a fact of it, and its copies are a kind: who chooses both has such a list read for each of the two. */
function isFactAndList(path: string): boolean {
  const isOf = (template: string) =>
    new RegExp(`^GET /1\\.0${template.replace(/\{\w+\}/g, "[^/]+")}(\\?|$)`).test(path);
  return ["fact", "list"].every((what) => ovhCalls.some((call) => call.of === what && isOf(call.path)));
}

const batchesAsked = (): readonly string[] => emulator.statistics.paths.filter((path) => /,/.test(path));

describe("batches of OVHcloud's details", () => {
  it.each(batchManners)("find the same as without them, at a host that answers in this manner: %s", async (manner) => {
    await start({ ovhBatches: manner });
    const options = { kinds: ["ovh.*"] };
    const together = await discoverOn(emulator, "ovh", options);
    expect(batchesAsked().length).toBeGreaterThan(0);
    const requests = emulator.statistics.requests;
    emulator.resetStatistics();
    const alone = await discoverOneByOne(options);
    expect(batchesAsked()).toEqual([]);
    expect(foundIn(together)).toEqual(foundIn(alone));
    expect(together.finished.requests).toBe(requests);
    if (manner === "served") expect(requests).toBeLessThan(emulator.statistics.requests);
  });

  it.each(["unknown", "empty", "bare", "html"] as const)(
    "cost one request in all where the host is: %s",
    async (manner) => {
      await start({ ovhBatches: manner });
      const { finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.*"] });
      expect(finished.complete).toBe(true);
      expect(batchesAsked()).toHaveLength(1);
      const { requests } = emulator.statistics;
      emulator.resetStatistics();
      await discoverOneByOne({ kinds: ["ovh.*"] });
      expect(requests).toBe(emulator.statistics.requests + 1);
    },
  );

  it("are asked for below every list of ids of version 1, and of no other", async () => {
    // One database of each engine: each has lists of its own.
    await start({ resources: { "ovh.cloud.database": 5 } });
    await discoverOn(emulator, "ovh", { kinds: (await rowsOf("ovh")).map(({ id }) => id) });
    const details = (await rowsOf("ovh")).flatMap(({ list }) =>
      list.calls.filter(({ of, path }) => of === "item" && !path.startsWith("/v2/")).map(({ path }) => path),
    );
    const container = "/email/exchange/{organizationName}/service";
    const alone = [
      // Their details do not repeat the id, so that nothing of a batch would be beyond doubt.
      "/email/mxplan/{id}",
      "/email/pro/{id}",
      `${container}/{id}`,
      // Mail addresses, paths and blocks hold what has to be encoded.
      "/email/mxplan/{service}/account/{id}",
      "/email/pro/{service}/account/{id}",
      `${container}/{exchangeService}/account/{id}`,
      `${container}/{exchangeService}/sharedAccount/{id}`,
      `${container}/{exchangeService}/resourceAccount/{id}`,
      `${container}/{exchangeService}/publicFolder/{id}`,
      "/ip/{id}",
    ];
    const isOf = (template: string) => (path: string) =>
      new RegExp(`^GET /1\\.0${template.replace(/\{\w+\}/g, "[^/]+")}(\\?|$)`).test(path);
    expect(details.length).toBeGreaterThan(0);
    expect(details.filter((template) => !batchesAsked().some(isOf(template))).toSorted()).toEqual(alone.toSorted());
    const routes = [...details, "/cloud/project/{project}/region/{id}"];
    expect(batchesAsked().filter((path) => !routes.some((template) => isOf(template)(path)))).toEqual([]);
    for (const path of batchesAsked()) {
      expect((path.split("/").at(-1) ?? "").split(",").length).toBeLessThanOrEqual(50);
      expect(path.length).toBeLessThan(1_950);
    }
  });

  it("are tried anew by the next run", async () => {
    await start({ ovhBatches: "unknown" });
    await discoverOn(emulator, "ovh", { kinds: ["ovh.vps"] });
    await discoverOn(emulator, "ovh", { kinds: ["ovh.vps"] });
    expect(batchesAsked()).toHaveLength(2);
  });

  it("make no end of a run whose other requests are accepted", async () => {
    await start();
    const refusal = { errorCode: "INVALID_SIGNATURE", message: "Invalid signature" };
    emulator.addFault({ match: /,/, status: 400, body: refusal });
    const { finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.*"] });
    expect(finished.complete).toBe(true);
  });

  it("that are refused for a right are read one by one in that list, and asked for in others", async () => {
    await start();
    emulator.addFault({ match: /\/vps\/.*,/, status: 403, body: { message: "This call has not been granted" } });
    const { finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.vps", "ovh.dedicated-server"] });
    expect(finished.complete).toBe(true);
    expect(batchesAsked().some((path) => path.includes("/dedicated/server/"))).toBe(true);
  });

  it("hold what a key may not read for one item alone", async () => {
    await start();
    const [, one = ""] = emulator.expectedIds().get("ovh.vps") ?? [];
    const kinds = ["ovh.vps"];
    emulator.addFault({ match: new RegExp(`/vps/${one}$`), status: 403, body: { errorCode: "NOT_GRANTED_CALL" } });
    const together = await discoverOn(emulator, "ovh", { kinds });
    expect(together.scopes).toMatchObject([{ outcome: "denied", count: 2 }]);
    expect(foundIn(together)).toEqual(foundIn(await discoverOneByOne({ kinds })));
  });
});

describe("what is asked for once a run, whoever asks", () => {
  it.each(["served", "unknown"] as const)("is everything, batches %s", async (ovhBatches) => {
    await start({ ovhBatches, notOffered: { "ovh.cloud.gateway": ["*"] } });
    await discoverOn(emulator, "ovh", { kinds: ["ovh.*"] });
    const { paths } = emulator.statistics;
    const twice = paths.filter((path, place) => paths.indexOf(path) < place);
    expect(twice.filter((path) => !isFactAndList(path))).toEqual([]);
    expect(paths.some((path) => /\/region\/[^/]+$/.test(path))).toBe(true);
  });

  it("and takes as few requests as batches and shared parents allow: 10 projects x 15 regions", async () => {
    await start({ ovhProjects: 10, ovhRegions: 15, resources: 0 });
    const { finished } = await discoverOn(emulator, "ovh");
    expect(finished.complete).toBe(true);
    // Seven lists of services, the projects and their details; in each project its regions, what they say of themselves, five
    // lists, and one list in each region.
    expect(emulator.statistics.requests).toBe(7 + 2 + 10 * (1 + 1 + 5 + 15));
  });
});
