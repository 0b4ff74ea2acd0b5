import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { kindsOfPatterns } from "../kinds-with-rows.ts";
import { discoverOn, idsOf, openOn, runOpened } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startEmulator({ scalewayProjects: 2, zones: 3, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const allProjects = (): Record<string, string> => ({ scw_project_ids: emulator.projects.scaleway.join(",") });
const gapsOf = (scopes: readonly { outcome: string }[]) =>
  scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");

describe("Scaleway's scopes", () => {
  it("finds everything in every project, Milan included", async () => {
    const ofOrganization = { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" as const };
    const ofProjects = { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" as const };
    await start({ scalewayRules: [ofProjects, ofOrganization] });
    const { resources, finished, scopes } = await discoverOn(emulator, "scaleway", {
      kinds: ["scaleway.*"],
      config: allProjects(),
    });
    expect(gapsOf(scopes)).toEqual([]);
    expect(finished.complete).toBe(true);
    for (const [kind, ids] of emulator.expectedIds()) {
      if (kind.startsWith("scaleway.") && kindsOfPatterns.includes(kind))
        expect(idsOf(resources.filter((one) => one.kind === kind)), kind).toEqual([...ids].sort());
    }
    expect(new Set(scopes.map(({ scope }) => scope.split("/")[1]))).toContain("it-mil-1");
    expect(new Set(scopes.map(({ scope }) => scope.split("/")[1]))).toContain("it-mil");
  });

  it("asks 100 a page and never more than the pages need", async () => {
    await start({
      scalewayProjects: 1,
      zones: 1,
      resources: { "scaleway.instance.server": 250, "scaleway.block.volume": 0 },
    });
    const { finished } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.instance.server"] });
    expect(finished).toMatchObject({ resources: 250, complete: true });
    const pages = emulator.statistics.paths.filter((path) => path.includes("/zones/fr-par-1/servers"));
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(page).toContain("per_page=100");
  });

  it("ends complete with the policy that Plakar documents", async () => {
    await start({ scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [0] }] });
    const { finished, scopes } = await discoverOn(emulator, "scaleway");
    expect(gapsOf(scopes)).toEqual([]);
    expect(finished.complete).toBe(true);
  });

  it("does not take a mistyped project for an empty one", async () => {
    await start();
    const config = { scw_project_id: "00000000-0000-4000-8000-000000000000" };
    const { finished, scopes, resources } = await discoverOn(emulator, "scaleway", { config });
    expect(resources).toEqual([]);
    expect(finished.complete).toBe(false);
    expect(scopes.map(({ outcome }) => outcome)).not.toContain("completed");
  });

  it("names a project that the key may not read, and reads the others", async () => {
    await start({ scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [0] }] });
    const { finished, scopes } = await discoverOn(emulator, "scaleway", { config: allProjects() });
    const [open = "", closed = ""] = emulator.projects.scaleway;
    expect(gapsOf(scopes.filter(({ scope }) => scope.startsWith(open)))).toEqual([]);
    expect(new Set(scopes.filter(({ scope }) => scope.startsWith(closed)).map(({ outcome }) => outcome))).toEqual(
      new Set(["denied"]),
    );
    expect(finished.complete).toBe(false);
  });

  it("calls a product absent only where Scaleway says so", async () => {
    await start({ notOffered: { "scaleway.block.volume": ["it-mil-1"] } });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.block.volume"] });
    expect(scopes.filter(({ outcome }) => outcome === "not-offered").map(({ scope }) => scope.split("/")[1])).toEqual([
      "it-mil-1",
    ]);
  });
});

describe("Scaleway's joins", () => {
  const kinds = ["scaleway.instance.server"];
  const blockVolumesOf = (found: Awaited<ReturnType<typeof discoverOn>>) =>
    found.resources
      .flatMap(({ details }) => details.attributes["volumes"] as { type: string; name?: string; sizeBytes?: number }[])
      .filter(({ type }) => type === "sbs_volume");

  it.each([
    ["with Block Storage in the same run", [...kinds, "scaleway.block.volume"]],
    ["without", kinds],
  ])("gives block volumes of instances their name and size, %s", async (_name, chosen) => {
    await start({ scalewayProjects: 1 });
    const found = await discoverOn(emulator, "scaleway", { kinds: chosen });
    const servers = { ...found, resources: found.resources.filter(({ kind }) => kind === kinds[0]) };
    const volumes = blockVolumesOf(servers);
    expect(volumes.length).toBeGreaterThan(0);
    for (const volume of volumes)
      expect(volume).toMatchObject({ name: expect.any(String), sizeBytes: expect.any(Number) });
    const pages = emulator.statistics.paths.filter((path) => path.includes("/block/v1/zones/fr-par-1/volumes"));
    expect(pages).toHaveLength(1);
  });

  it("reports instances without them, and says so, where Block Storage is denied", async () => {
    await start({
      scalewayProjects: 1,
      scalewayRules: [{ permissionSets: ["InstancesReadOnly", "ObjectStorageReadOnly"], scope: "all-projects" }],
    });
    const found = await discoverOn(emulator, "scaleway", { kinds });
    expect(blockVolumesOf(found).every(({ name, sizeBytes }) => name === undefined && sizeBytes === undefined)).toBe(
      true,
    );
    expect(found.scopes.flatMap(({ warnings }) => warnings).join()).toContain("Block Storage could not be read");
    expect(found.finished.complete).toBe(true);
  });
});

describe("Scaleway's pages", () => {
  const kinds = ["scaleway.instance.server"];
  const zone = "/zones/fr-par-1/servers";
  const config = { regions: "fr-par-1" };
  /** 230 servers in pages of 100, with a total and a Link of the test's choice beside each page. */
  const answerPages = async (headersOf: (page: number, length: number) => Record<string, string>, ofBody = false) => {
    await start({ scalewayProjects: 1, resources: 0 });
    const project = emulator.projects.scaleway[0];
    for (let page = 1; page <= 4; page += 1) {
      const length = Math.max(0, Math.min(100, 230 - (page - 1) * 100));
      const servers = Array.from({ length }, (_, index) => ({ id: `server-${page}-${index}`, project }));
      const headers = headersOf(page, length);
      const total = ofBody ? { total_count: Number(headers["X-Total-Count"]) } : {};
      const match = new RegExp(`${zone}\\?.*page=${page === 4 ? "([4-9]|\\d\\d)" : page}(&|$)`);
      emulator.addFault({
        match,
        status: 200,
        body: { servers, ...total },
        headers: ofBody ? {} : headers,
        contentType: "application/json",
      });
    }
    const found = await discoverOn(emulator, "scaleway", { kinds, config });
    const lists = emulator.statistics.paths.filter((path) => path.includes(zone));
    return { ...found, requests: lists.length };
  };
  const next = { Link: '</servers?page=2&per_page=100&>; rel="next"' };

  it.each([
    [
      "the page's own length beside a Link",
      (page: number, length: number) => ({ "X-Total-Count": `${length}`, ...(page < 3 ? next : {}) }),
    ],
    ["the page's own length", (_page: number, length: number) => ({ "X-Total-Count": `${length}` })],
    ["what was read so far", (page: number) => ({ "X-Total-Count": `${Math.min(230, page * 100)}` })],
    ["nothing at all", () => ({ "X-Total-Count": "0" })],
    ["100,000", () => ({ "X-Total-Count": "100000" })],
    [
      "230 on the first page alone",
      (page: number): Record<string, string> => (page === 1 ? { "X-Total-Count": "230" } : {}),
    ],
  ])("lose no item where the total is %s, and are not called complete", async (_name, headersOf) => {
    const { resources, scopes, finished, requests } = await answerPages(headersOf);
    expect(resources).toHaveLength(230);
    expect(scopes).toMatchObject([{ outcome: "partial", count: 230, code: "INVALID_RESPONSE" }]);
    expect(finished.complete).toBe(false);
    expect(requests).toBeLessThanOrEqual(2 * (3 + 1 + 32));
  });

  it("lose no item where the total stands in the body and is the page's own length", async () => {
    const { resources, finished } = await answerPages((_page, length) => ({ "X-Total-Count": `${length}` }), true);
    expect(resources).toHaveLength(230);
    expect(finished.complete).toBe(false);
  });

  it("are complete in as many requests as there are pages where total and Link are right", async () => {
    const right = (page: number) => ({ "X-Total-Count": "230", ...(page < 3 ? next : {}) });
    const { resources, finished, requests } = await answerPages(right);
    expect(resources).toHaveLength(230);
    expect(finished.complete).toBe(true);
    expect(requests).toBe(3);
  });

  it("that end with a full one cost a look behind it", async () => {
    const resources = { "scaleway.instance.server": 200, "scaleway.block.volume": 0 };
    await start({ scalewayProjects: 1, zones: 1, resources });
    const { finished } = await discoverOn(emulator, "scaleway", { kinds, config });
    expect(finished).toMatchObject({ complete: true, resources: 200 });
    expect(emulator.statistics.paths.filter((path) => path.includes(zone))).toHaveLength(3);
  });
});

describe("Scaleway's Object Storage", () => {
  const kinds = ["scaleway.object.bucket"];
  const list = (owner: string, rest = "") =>
    `<ListAllMyBucketsResult><Buckets><Bucket><Name>mine</Name></Bucket></Buckets><Owner><ID>${owner}</ID></Owner>${rest}</ListAllMyBucketsResult>`;

  it.each([
    ["of another owner", () => list("someone:someone")],
    ["that goes on", (project: string) => list(`${project}:${project}`, "<ContinuationToken>more</ContinuationToken>")],
    ["that is truncated", (project: string) => list(`${project}:${project}`, "<IsTruncated>true</IsTruncated>")],
    ["with a marker", (project: string) => list(`${project}:${project}`, "<NextMarker>mine</NextMarker>")],
    [
      "truncated among its buckets",
      (project: string) =>
        list(`${project}:${project}`).replace("</Buckets>", "<IsTruncated>True</IsTruncated></Buckets>"),
    ],
    ["that is cut", (project: string) => list(`${project}:${project}`).slice(0, 60)],
    [
      "without buckets",
      (project: string) =>
        `<ListAllMyBucketsResult><Owner><ID>${project}:${project}</ID></Owner></ListAllMyBucketsResult>`,
    ],
  ])("refuses a list %s", async (_name, body) => {
    await start();
    emulator.addFault({
      match: /^\/(\?|$)/,
      status: 200,
      body: body(emulator.projects.scaleway[0] ?? ""),
      contentType: "text/xml",
    });
    const { scopes, resources } = await discoverOn(emulator, "scaleway", { kinds });
    expect(resources).toEqual([]);
    expect(new Set(scopes.map(({ outcome, code }) => `${outcome} ${code}`))).toEqual(
      new Set(["failed INVALID_RESPONSE"]),
    );
  });

  it("is believed where it says that it does not go on", async () => {
    await start({ scalewayProjects: 1 });
    const owner = `${emulator.projects.scaleway[0]}:${emulator.projects.scaleway[0]}`;
    const whole = "<IsTruncated>false</IsTruncated><NextMarker></NextMarker><ContinuationToken/>";
    emulator.addFault({ match: /^\/(\?|$)/, status: 200, body: list(owner, whole), contentType: "text/xml" });
    expect((await discoverOn(emulator, "scaleway", { kinds })).finished.complete).toBe(true);
  });

  it.each([
    ["a Link to more", { status: 200, headers: { Link: '</?marker=mine>; rel="next"' } }],
    ["a status of 206", { status: 206 }],
  ])("does not take a part for the whole: %s", async (_name, fault) => {
    await start({ scalewayProjects: 1 });
    const owner = `${emulator.projects.scaleway[0]}:${emulator.projects.scaleway[0]}`;
    emulator.addFault({ match: /^\/(\?|$)/, body: list(owner), contentType: "text/xml", ...fault });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds });
    expect(new Set(scopes.map(({ outcome }) => outcome))).toEqual(new Set(["failed"]));
  });

  it("is where a wrong access key comes to light", async () => {
    await start();
    const { finished } = await discoverOn(emulator, "scaleway", {
      kinds,
      config: { scw_access_key: "SCWZZZZZZZZZZZZZZZZZ" },
    });
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
    expect(finished.reason).toContain("scw_access_key");
  });
});

describe("Scaleway under attack", () => {
  const kinds = ["scaleway.instance.server"];

  it.each([
    ["where the SDK lists the product", { status: 501, body: { message: "unknown service" } }, "INVALID_RESPONSE"],
    ["from a server that fails", { status: 500, body: { message: "upstream: unknown service" } }, "UNAVAILABLE"],
  ])("does not believe an absence %s", async (_name, fault, code) => {
    await start({ scalewayProjects: 1 });
    emulator.addFault({ match: "/zones/fr-par-1/", ...fault });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds });
    expect(scopes.find(({ scope }) => scope.endsWith("/fr-par-1"))).toMatchObject({ outcome: "failed", code });
  });

  it("does not call products absent in a project that nothing shows", async () => {
    await start();
    emulator.addFault({ match: /\/(zones|regions)\//, status: 404, body: { message: "unknown service" } });
    const config = { scw_project_id: "00000000-0000-4000-8000-000000000000" };
    const { scopes } = await discoverOn(emulator, "scaleway", { config });
    expect(scopes.map(({ outcome }) => outcome)).not.toContain("not-offered");
  });

  it("proves a project anew in every run", async () => {
    await start({ scalewayProjects: 1 });
    const open = await openOn(emulator, "scaleway");
    expect((await runOpened(open, kinds)).finished.complete).toBe(true);
    emulator.addFault({ match: "/servers", status: 200, body: { servers: [], total_count: 0 } });
    emulator.addFault({
      match: "/account/",
      status: 404,
      body: { message: "resource is not found", type: "not_found" },
    });
    const { scopes, finished } = await runOpened(open, kinds);
    expect(scopes.map(({ outcome }) => outcome)).not.toContain("completed");
    expect(finished.complete).toBe(false);
  });

  it("writes no secret that a server sends back", async () => {
    await start({ scalewayProjects: 1 });
    const secret = emulator.environment["SCW_SECRET_KEY"] ?? "";
    const body = { type: "permissions_denied", details: [{ action: "read", resource: secret }] };
    emulator.addFault({ match: "/servers", status: 403, body, headers: { "X-Request-Id": secret } });
    const { events } = await discoverOn(emulator, "scaleway", { kinds });
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it("reads JSON whose type has a parameter", async () => {
    await start({ scalewayProjects: 1, zones: 1 });
    const servers = [{ id: "one", project: emulator.projects.scaleway[0] }];
    const contentType = "application/json; charset=utf-8";
    emulator.addFault({ match: "/servers", status: 200, body: { servers, total_count: 1 }, contentType });
    const { finished } = await discoverOn(emulator, "scaleway", { kinds });
    expect(finished).toMatchObject({ complete: true, resources: 10 });
  });
});

describe("Scaleway's regions", () => {
  const placesRead = async (regions: string) => {
    await start({ scalewayProjects: 1 });
    const { scopes, finished } = await discoverOn(emulator, "scaleway", { config: { regions } });
    expect(finished.complete).toBe(true);
    return [...new Set(scopes.map(({ scope }) => scope.split("/")[1]))].sort();
  };

  it("stand for their zones, and no other place is asked", async () => {
    expect(await placesRead("nl-ams")).toEqual(["nl-ams", "nl-ams-1", "nl-ams-2", "nl-ams-3"]);
    expect(emulator.statistics.paths.filter((path) => /fr-par|pl-waw|it-mil/.test(path))).toEqual([]);
  });

  it("may be zones, which stand for their region where a list has no zones", async () => {
    expect(await placesRead("pl-waw-2, it-mil")).toEqual(["it-mil", "it-mil-1", "pl-waw", "pl-waw-2"]);
  });
});
