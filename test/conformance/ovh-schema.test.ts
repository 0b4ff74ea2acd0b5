import { describe, expect, it } from "vitest";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { ovhKinds } from "../../src/providers/ovh/kinds/index.ts";
import { regionPath, regionsPath } from "../../src/providers/ovh/scopes.ts";
import { fixtureOf } from "../contract/fixtures.ts";
import { validatorOf } from "../schemas.ts";
import { variantsOf } from "./ovh-models.ts";
import { hasShared, readOvhSchema, skipReason } from "./shared.ts";

/** Which model of the schema each kind's items have, and which of its fields are the identity. */
const models: Readonly<Record<string, readonly [model: string, ...identity: string[]]>> = {
  "ovh.cloud.project": ["cloud.ProjectWithIAM", "project_id"],
  "ovh.cloud.instance": ["cloud.instance.Instance", "id"],
  "ovh.cloud.instance-snapshot": ["cloud.image.Image", "id"],
  "ovh.cloud.volume": ["cloud.volume.Volume", "id", "region"],
  "ovh.cloud.volume-snapshot": ["cloud.volume.Snapshot", "id"],
  "ovh.cloud.volume-backup": ["cloud.volumeBackup.VolumeBackup", "id"],
  "ovh.cloud.bucket": ["cloud.StorageContainer", "name"],
  "ovh.cloud.swift-container": ["cloud.storage.Container", "id"],
  "ovh.cloud.database": ["cloud.project.database.Service", "id"],
};

describe.skipIf(!hasShared)(`OVHcloud's official schema${hasShared ? "" : ` (${skipReason})`}`, () => {
  const schema = hasShared ? readOvhSchema("cloud") : { apis: [], models: {} };
  const isResource = validatorOf("resource.schema.json");
  // Our templates and the schema's name their places differently; where the places are is what counts.
  const anonymous = (path: string): string => path.replace(/\{\w+\}/g, "{}");
  const operationOf = (path: string) =>
    schema.apis
      .find((api) => anonymous(api.path) === anonymous(path))
      ?.operations.find(({ httpMethod }) => httpMethod === "GET");
  const actionsOf = (path: string): string[] => (operationOf(path)?.iamActions ?? []).map(({ name }) => name);
  const pathsOf = (kind: ResourceKind): string[] => [
    kind.path,
    ...(kind.dialect.type === "ids-then-detail" ? [kind.dialect.detailPath] : []),
    ...(kind.locality === "region" ? [regionsPath, regionPath] : []),
  ];

  it.each(ovhKinds.map((kind) => [kind.id, kind] as const))(
    "%s: each route exists, with its IAM action and our query",
    (_id, kind) => {
      for (const path of pathsOf(kind)) {
        expect(operationOf(path), `GET ${path}`).toBeDefined();
        for (const action of actionsOf(path)) expect(kind.rights.actions).toContain(action);
      }
      const parameters = (path: string) =>
        operationOf(path)
          ?.parameters.filter(({ paramType }) => paramType === "query")
          .map(({ name }) => name);
      expect(parameters(kind.path)).toEqual(expect.arrayContaining(Object.keys(kind.query ?? {})));
      if (kind.dialect.type !== "ids-then-detail") return;
      expect(parameters(kind.dialect.detailPath)).toEqual(
        expect.arrayContaining(Object.keys(kind.dialect.detailQuery ?? {})),
      );
    },
  );

  it.each(ovhKinds.map((kind) => [kind.id, kind] as const))(
    "%s: each right that we ask for is a route or an action of the schema",
    (_id, { rights }) => {
      const known = schema.apis.map(({ path }) => path.replace(/\{\w+\}/g, "*"));
      for (const rule of rights.rules ?? []) expect(known).toContain(rule.replace(/^GET /, ""));
      const actions = new Set(schema.apis.flatMap(({ path }) => actionsOf(path)));
      for (const action of rights.actions ?? []) expect(actions).toContain(action);
    },
  );

  it("covers every kind", () => {
    expect(Object.keys(models).sort()).toEqual(ovhKinds.map(({ id }) => id).sort());
  });

  describe.each(ovhKinds.map((kind) => [kind.id, kind] as const))("%s", (id, kind) => {
    const [model = "", ...identity] = models[id] ?? [];
    const { scope } = fixtureOf("ovh", id);
    const variants = hasShared ? variantsOf(model, identity, schema) : [];
    it.each(variants.map(({ title, item }) => [title, item] as const))(
      "reports an object of the model: %s",
      (_title, item) => {
        const reading = kind.read(item, scope);
        expect(reading?.droppedFields).toEqual([]);
        expect(isResource(reading?.resource), JSON.stringify(isResource.errors)).toBe(true);
      },
    );
  });
});
