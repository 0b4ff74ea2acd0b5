import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { logOf, type Plugin, startPlugin } from "./child.ts";
import { examinedAs, rowsOf, testOnBuild } from "./examined.ts";

let cloud: Emulator;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const defaultKinds = ["instance.server", "instance.volume", "block.volume", "object.bucket", "secret.secret"].map(
  (name) => `scaleway.${name}`,
);
const ofEvent = async (plugin: Plugin, name: string) => (await logOf(plugin)).filter(({ event }) => event === name);
const dayMs = 86_400_000;
// An hour more, so that the days that are left do not depend on the time that the test takes.
const inDays = (days: number): string => new Date(Date.now() + days * dayMs + 3_600_000).toISOString();

describe("what Init is told of rights", () => {
  testOnBuild("makes a later denial of a granted kind an error, even everywhere", async () => {
    const shrunk = await startCloud({ faults: [{ match: "/secret-manager/", status: 403, body: {} }] });
    const ends = async (status: "granted" | "unknown") => {
      const brief = { coverage: rowsOf(status, defaultKinds) };
      const plugin = startPlugin("scaleway", shrunk, examinedAs("scaleway", { account: "the-customer", brief }));
      expect(await plugin.init(configsOf(shrunk).scaleway)).toMatchObject({ code: 0 });
      return plugin.list();
    };
    expect(await ends("unknown")).toMatchObject({ code: 0 });
    const message = expect.stringMatching(
      /^the inventory is not complete \(3 denied of \d+ scopes\): scaleway\.secret/,
    );
    expect(await ends("granted")).toMatchObject({ code: 9, message });
    await shrunk.close();
  });

  testOnBuild("refuses where every selected kind is missing, with the rights and what to do", async () => {
    const kinds = [...defaultKinds, "scaleway.a", "scaleway.b"];
    const brief = { coverage: rowsOf("missing", kinds) };
    const plugin = startPlugin("scaleway", cloud, examinedAs("scaleway", { brief }));
    const { code, message } = await plugin.init(configsOf(cloud).scaleway);
    const five = defaultKinds.map((kind) => `GET /${kind}`).join(", ");
    expect(message).toBe(
      `the credential may read none of the selected kinds: ${five} and 2 more missing; grant the rights, ` +
        "as docs/rights.md shows (docs/preflight.md#rightsgranted)",
    );
    expect(code).toBe(7);
    expect(await ofEvent(plugin, "init.refused")).toMatchObject([
      { status: "PERMISSION_DENIED", check: "rights.granted" },
    ]);
  });

  testOnBuild.each(["granted", "conditional", "unknown"] as const)(
    "does not refuse where one kind is %s",
    async (status) => {
      const [first = "", ...rest] = defaultKinds;
      const brief = { coverage: [...rowsOf(status, [first]), ...rowsOf("missing", rest)] };
      const plugin = startPlugin("scaleway", cloud, examinedAs("scaleway", { brief }));
      expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
    },
  );

  testOnBuild("costs no more than what is left of three requests", async () => {
    const plugin = startPlugin("scaleway", cloud, examinedAs("scaleway", { brief: "reads everything" }));
    cloud.resetStatistics();
    expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
    expect(cloud.statistics.requests).toBe(3);
    expect(await ofEvent(plugin, "credential.proven")).toMatchObject([{ requests: 3 }]);
  });

  testOnBuild("changes nothing where it cannot be told", async () => {
    const plugin = startPlugin("scaleway", cloud, examinedAs("scaleway", { brief: "fails" }));
    expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
    expect(await plugin.list()).toMatchObject({ code: 0 });
    expect(plugin.stderr()).not.toContain("planted");
  });
});

testOnBuild("what ends soon or has ended is announced once, at Init, and refuses nothing", async () => {
  const expiries = [
    { what: "the API key", at: inDays(9), remediation: "make another" },
    { what: "the policy", at: inDays(20) },
    { what: "the project", at: inDays(-3) },
    { what: "the token", at: null },
    { what: "the application", unknownBecause: "nobody says" },
  ];
  const plugin = startPlugin("scaleway", cloud, examinedAs("scaleway", { brief: { expiries } as never }));
  const config = { ...configsOf(cloud).scaleway, expiry_warning_days: "10, 5" };
  expect(await plugin.init(config)).toMatchObject({ code: 0 });
  expect(await plugin.list()).toMatchObject({ code: 0 });
  expect(await ofEvent(plugin, "credential.expiring")).toMatchObject([
    { level: "warn", what: "the API key", daysLeft: 9, at: expiries[0]?.at, remediation: "make another" },
    { level: "warn", what: "the project", daysLeft: -3, at: expiries[2]?.at },
  ]);
});
