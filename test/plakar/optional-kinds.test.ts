import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { logOf, type ProviderId, startPlugin } from "./child.ts";

let state: string;
const clouds: Emulator[] = [];
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "state-"));
});
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
  rmSync(state, { recursive: true, force: true });
});

async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const cloud = await startCloud(options);
  clouds.push(cloud);
  return cloud;
}

interface Sync {
  readonly folder?: string;
  readonly config?: Readonly<Record<string, string>>;
}

/** One process of its own, as the control plane starts one for each sync. */
async function sync(cloud: Emulator, id: ProviderId, { folder = state, config = {} }: Sync = {}) {
  const plugin = startPlugin(id, cloud, { environment: { CLOUD_INVENTORY_STATE_DIR: folder } });
  expect(await plugin.init({ ...configsOf(cloud)[id], ...config })).toMatchObject({ code: 0 });
  const { code, message } = await plugin.list();
  const log = await logOf(plugin);
  const of = (event: string) => log.filter((line) => line["event"] === event);
  return {
    code,
    message,
    asked: of("inventory.started").flatMap(({ kinds }) => kinds as string[]),
    skipped: of("kinds.skipped").flatMap(({ kinds }) => kinds as string[]),
    excused: of("scope.denied").filter(({ notGranted }) => notGranted === true),
    notGranted: of("inventory.finished").flatMap(({ notGranted = [] }) => notGranted as { kind: string }[]),
  };
}

const rule = (path: string) => ({ method: "GET", path });
const documentedRules = ["/cloud/project", "/cloud/project/*"].map(rule);
const documentedSets = ["InstancesReadOnly", "BlockStorageReadOnly", "ObjectStorageReadOnly", "SecretManagerReadOnly"];
const inProjects = { permissionSets: documentedSets, scope: "all-projects" } as const;

const documented: readonly (readonly [string, ProviderId, EmulatorOptions, string])[] = [
  ["OVHcloud", "ovh", { ovhRules: documentedRules }, "ovh.vps"],
  ["Scaleway", "scaleway", { scalewayRules: [inProjects] }, "scaleway.rdb.instance"],
];

describe.each(documented)("with the rights that Plakar documents: %s", (_, id, options, optional) => {
  test("a list with a memory asks for the whole default set, and ends without an error", async () => {
    const cloud = await start(options);
    for (let list = 0; list < 2; list += 1) {
      const { code, message, asked, skipped, excused, notGranted } = await sync(cloud, id);
      expect({ code, message, skipped }).toEqual({ code: 0, message: "OK", skipped: [] });
      expect(asked).toContain(optional);
      expect(excused.length).toBeGreaterThan(0);
      expect(notGranted.map(({ kind }) => kind)).toContain(optional);
    }
  });

  test("a list without a memory asks for the core alone, and says so", async () => {
    const cloud = await start(options);
    const { code, asked, skipped, excused } = await sync(cloud, id, { folder: "off" });
    expect(code).toBe(0);
    expect(asked).not.toContain(optional);
    expect(skipped).toContain(optional);
    expect(excused).toEqual([]);
  });

  test("a kind that is named is an error, with a memory and without one", async () => {
    const cloud = await start(options);
    for (const folder of [state, "off"]) {
      const { code, message, skipped } = await sync(cloud, id, { folder, config: { kinds: `*.bucket,${optional}` } });
      expect(code).toBe(9);
      expect(message).toContain(`: ${optional} in `);
      expect(skipped).toEqual([]);
    }
    expect(await sync(cloud, id, { config: { kinds: "all" } })).toMatchObject({ code: 9, excused: [] });
  });
});

describe("an optional kind that is granted", () => {
  test("is listed with a memory, and its lost right is an error for as long as it is lost", async () => {
    const granted = await start();
    const first = await sync(granted, "ovh");
    expect(first).toMatchObject({ code: 0, skipped: [], excused: [], notGranted: [] });
    expect(first.asked).toContain("ovh.vps");
    await granted.close();
    const lost = await start({ ovhRules: documentedRules });
    for (let list = 0; list < 2; list += 1) {
      const { code, message, excused } = await sync(lost, "ovh");
      expect(code).toBe(7);
      expect(message).toMatch(
        /^the credential has lost rights that it had before \(GET \/dedicated\/server, .*more\): .*ovh\.dedicated-server/,
      );
      expect(excused.filter(({ kind }) => kind === "ovh.vps")).toEqual([]);
    }
    // Given up on purpose, it is an error no more.
    const gaps = {
      accepted_gaps: "ovh.vps*,ovh.dedicated-server*,ovh.private-cloud*,ovh.nasha*,ovh.netapp*,ovh.web-*",
    };
    expect(await sync(lost, "ovh", { config: gaps })).toMatchObject({ code: 0 });
  });

  test("is read where it is named, without a memory too", async () => {
    const cloud = await start();
    const { code, asked } = await sync(cloud, "ovh", { folder: "off", config: { kinds: "ovh.vps" } });
    expect({ code, asked }).toEqual({ code: 0, asked: ["ovh.vps"] });
  });

  test("is left out where the memory cannot be used", async () => {
    const cloud = await start();
    const { code, asked, skipped } = await sync(cloud, "ovh", { folder: join(state, "not-mounted") });
    expect(code).toBe(0);
    expect(skipped).toContain("ovh.vps");
    expect(asked).not.toContain("ovh.vps");
  });

  test("is an error where a bare 403 denies it and its rules grant it", async () => {
    const cloud = await start({ faults: [{ match: /^\/1\.0\/vps/, status: 403, body: "<html>forbidden</html>" }] });
    const { code, message, excused } = await sync(cloud, "ovh");
    expect({ code, excused }).toEqual({ code: 9, excused: [] });
    expect(message).toMatch(/ovh\.vps in account denied/);
  });
});
