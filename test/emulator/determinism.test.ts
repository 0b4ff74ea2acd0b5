import { expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { isBuiltKind } from "../../src/emulator/kinds.ts";
import { askBuckets, askOvh, askScaleway } from "./clients.ts";

/** One answer of each sort, headers that name the request included. */
async function sample(emulator: Emulator): Promise<string[]> {
  const project = emulator.projects.ovh[0];
  const ovh = ["", "/instance", "/volume", "/region/GRA/storage", "/database/service"].map((path) =>
    askOvh(emulator, `/cloud/project/${project}${path}`),
  );
  const scaleway = ["/instance/v1/zones/nl-ams-2/servers", "/secret-manager/v1beta1/regions/pl-waw/secrets"].map(
    (path) => askScaleway(emulator, path),
  );
  const answers = await Promise.all([...ovh, ...scaleway, askBuckets(emulator)]);
  return Promise.all(answers.map((answer) => answer.text()));
}

async function run(options: EmulatorOptions) {
  const emulator = await startEmulator(options);
  try {
    const { url, environment, projects } = emulator;
    const keys = Object.values(environment).filter((value) => value !== url);
    const { headers } = await askOvh(emulator, "/auth/time");
    return {
      keys,
      projects,
      queryId: headers.get("x-ovh-queryid"),
      bodies: await sample(emulator),
      ids: [...emulator.expectedIds()],
    };
  } finally {
    await emulator.close();
  }
}

test("the same seed and options give the same bytes", async () => {
  expect(await run({ seed: 7 })).toEqual(await run({ seed: 7 }));
});

test("another seed gives other keys and other resources", async () => {
  const [first, second] = [await run({ seed: 7 }), await run({ seed: 8 })];
  expect(second.keys).not.toEqual(first.keys);
  expect(second.bodies.filter((body) => first.bodies.includes(body))).toEqual([]);
});

test("ids are unique, and there are as many as was asked", async () => {
  const emulator = await startEmulator({
    ovhProjects: 2,
    scalewayProjects: 2,
    zones: 4,
    ovhRegions: 12,
    resources: 25,
  });
  // Kinds that are served from an example are counted in served-lists.test.ts.
  const built = [...emulator.expectedIds()].filter(([kind]) => isBuiltKind(kind));
  const counts = built.map(([kind, ids]) => [kind, ids.length, new Set(ids).size]);
  await emulator.close();
  const expected = {
    "ovh.cloud.project": 2,
    "ovh.cloud.instance": 50,
    "ovh.cloud.instance-snapshot": 50,
    "ovh.cloud.volume": 50,
    "ovh.cloud.volume-snapshot": 50,
    "ovh.cloud.volume-backup": 400,
    "ovh.cloud.bucket": 300,
    "ovh.cloud.swift-container": 50,
    "ovh.cloud.database": 50,
    "scaleway.account.project": 2,
    "scaleway.instance.server": 200,
    "scaleway.instance.volume": 200,
    "scaleway.instance.snapshot": 200,
    "scaleway.instance.image": 200,
    "scaleway.block.volume": 200,
    "scaleway.block.snapshot": 200,
    "scaleway.object.bucket": 100,
    "scaleway.secret.secret": 100,
    "ovh-data-platform.bucket": 25,
  };
  expect(counts).toEqual(Object.entries(expected).map(([kind, count]) => [kind, count, count]));
});
