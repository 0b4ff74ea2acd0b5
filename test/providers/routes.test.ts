import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { callsOf } from "../../src/providers/ovh/kind.ts";
import { rowsOf } from "../rows.ts";
import { discoverOn } from "./run.ts";

const ovh = await rowsOf("ovh");
const scaleway = await rowsOf("scaleway");
const pathsOf = ({ list }: ListedKind): readonly string[] => list.calls.map(({ path }) => path);

/** Every route that discovering can ask, of the account's own places too. */
const routes = [
  ...new Set([
    ...ovh.flatMap((kind) => [...pathsOf(kind), ...callsOf(kind).map(({ template }) => template)]),
    ...scaleway.flatMap(pathsOf),
    "/account/v3/projects/{project}",
    "/account/v3/projects",
  ]),
].sort();

/**
 * Routes that the same rights open and that hand out secrets or what opens something: the vendors' schemas name them beside the
 * lists that we read.
 */
const neverAsked: readonly RegExp[] = [
  /s3Credentials|openrc|rclone|\/user\/[^/]+\/token/i,
  /ceph\/.*\/user/,
  /authInfo|authCode/i,
  /snapshot\/download|attachedBackup|restoredBackup|restorePoints/,
  /metricsToken|\/dbaas\/logs\/[^/]+\/(metrics|encryptionKey|token)/,
  /exportURL|\/export$/i,
  /\/history\/\{/,
  /serviceKey$/,
  /\/license\/hycu\/[^/]+\/license/,
  /managementAgent/,
  /\/ai\/token|\/ai\/data\/.*auth/,
  /containerRegistry\/[^/]+\/(users|openIdConnect)/,
  /database\/[^/]+\/[^/]+\/(user|certificates)/,
  /kubeconfig|\/kube\/[^/]+\/kubeconfig/i,
  /versions\/[^/]+\/access|\/access$|sqs-credentials|sns-credentials|nats-credentials/,
  /user_data|\/certificate$|\/vnc|\/ipmi|\/console|\/password/i,
];
// Lists that end alike: keys of a key management service, by their public parts alone; certificates, which name their keys and hold none
// (model `cloud.keymanager.Certificate`); restore points, which hold dates alone: what opens one has a route of its own.
const allowed = new Set([
  "/v2/okms/resource/{okmsId}/serviceKey",
  "/cloud/project/{project}/region/{locality}/keymanager/certificate",
  "/vps/{serviceName}/automatedBackup/restorePoints",
  "/vps/{serviceName}/veeam/restorePoints",
  "/vps/{serviceName}/veeam/restorePoints/{id}",
]);

/** Of `GET /path?query`, as the emulator notes a request. */
const pathOf = (request: string): string => request.replace(/^GET /, "").replace(/\?.*$/s, "");

describe("the routes that are asked", () => {
  it("are these: a new one is added on purpose", async () => {
    await expect(`${routes.join("\n")}\n`).toMatchFileSnapshot("routes.txt");
  });

  it("hand out no secret", () => {
    const found = routes.filter((route) => !allowed.has(route) && neverAsked.some((pattern) => pattern.test(route)));
    expect(found).toEqual([]);
  });

  describe("in a run of every kind", () => {
    let emulator: Emulator;
    beforeAll(async () => {
      const resources = { resources: 1, ovhProjects: 1, scalewayProjects: 1, ovhRegions: 2 };
      emulator = await startEmulator(resources);
    });
    afterAll(() => emulator.close());

    it.each(["ovh", "scaleway"] as const)("of %s are no others", async (provider) => {
      emulator.resetStatistics();
      await discoverOn(emulator, provider, { kinds: ["*"] });
      const forms = routes.map((route) => new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`));
      const asked = [...new Set(emulator.statistics.paths.map(pathOf))];
      expect(asked.length).toBeGreaterThan(10);
      const others = asked
        .map((path) => path.replace(/^\/1\.0/, ""))
        .filter((path) => !forms.some((form) => form.test(path)))
        // Beside the lists: the clock, and who the credential is.
        .filter((path) => !/^\/(auth\/(time|details|currentCredential)|iam\/v1alpha1\/|$)/.test(path));
      expect(others).toEqual([]);
    });
  });
});
