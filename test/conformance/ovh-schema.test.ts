import { describe, expect, it } from "vitest";
import { localScope } from "../../src/inventory/scope.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { callsOf } from "../../src/providers/ovh/kind.ts";
import { itemPathOf, listPathOf, rowsOf } from "../rows.ts";
import { validatorOf } from "../schemas.ts";
import { variantsOf } from "./ovh-models.ts";
import { hasShared, readOvhSchemas, skipReason } from "./shared.ts";

const ovhKinds = await rowsOf("ovh");

describe.skipIf(!hasShared)(`OVHcloud's official schema${hasShared ? "" : ` (${skipReason})`}`, () => {
  const schemas = hasShared ? readOvhSchemas() : [];
  const isResource = validatorOf("resource.schema.json");
  // Our templates and the schema's name their places differently; where the places are is what counts.
  const anonymous = (path: string): string => path.replace(/\{\w+\}/g, "*");
  const routes = new Map(
    schemas.flatMap((schema) =>
      schema.apis.flatMap(({ path, operations }) =>
        operations.flatMap((operation) =>
          operation.httpMethod === "GET" ? [[anonymous(path), { operation, schema }] as const] : [],
        ),
      ),
    ),
  );
  const routeOf = (path: string) => routes.get(anonymous(path));
  const requiredActions = (path: string): readonly string[] =>
    (routeOf(path)?.operation.iamActions ?? []).flatMap(({ name, required }) => (required ? [name] : []));
  const queryOf = (path: string): readonly string[] =>
    (routeOf(path)?.operation.parameters ?? []).flatMap(({ name, paramType }) => (paramType === "query" ? [name] : []));
  const rows = ovhKinds.map((kind) => [kind.id, kind] as const);

  it.each(rows)("%s: each route exists, and the list takes our query", (_id, kind) => {
    for (const { path } of kind.list.calls) expect(routeOf(path), `GET ${path}`).toBeDefined();
    expect(queryOf(listPathOf(kind))).toEqual(expect.arrayContaining(Object.keys(kind.list.query)));
  });

  it.each(rows)("%s: its rights are the rules and the IAM actions of the routes that it reads", (_id, kind) => {
    const needed = callsOf(kind).map(({ template }) => template);
    expect(kind.rights["rules"]).toEqual([...new Set(needed.map((path) => `GET ${anonymous(path)}`))]);
    expect([...(kind.rights["actions"] ?? [])].sort()).toEqual([...new Set(needed.flatMap(requiredActions))].sort());
    const facts = kind.list.calls.flatMap(({ path, of }) => (of === "fact" ? [path] : []));
    expect([...(kind.rights["optionalActions"] ?? [])].sort()).toEqual(
      [...new Set(facts.flatMap(requiredActions))].sort(),
    );
  });

  describe.each(rows)("%s", (_id, kind) => {
    const variants = hasShared ? modelVariants(kind) : [];
    it.each(variants.map(({ title, item }) => [title, item] as const))(
      "reports an object of the model: %s",
      (_title, item) => {
        const above = { id: "above", fields: {} };
        const place = { ...localScope("p1", "GRA11"), realm: "eu", parent: { id: "parent", above, fields: {} } };
        const reading = kind.read({ ...item, ...listedId(kind) }, place);
        expect(reading?.lost).toEqual([]);
        expect(isResource(reading?.resource), JSON.stringify(isResource.errors)).toBe(true);
      },
    );
  });

  /** Objects of the model that the row's items have: what the detail answers, or the list where there is none. */
  function modelVariants(kind: ListedKind) {
    const route = routeOf(itemPathOf(kind) ?? listPathOf(kind));
    if (route === undefined) return [];
    const model = route.operation.responseType.replace(/\[\]$/, "");
    const isRepeated = Object.hasOwn(route.schema.models[model]?.properties ?? {}, kind.list.idField);
    return variantsOf(model, isRepeated ? identityOf(kind) : [], route.schema);
  }

  /** Fields without which there is no URN. */
  function identityOf({ id, list }: ListedKind): readonly string[] {
    return id === "ovh.cloud.volume" ? [list.idField, "region"] : [list.idField];
  }

  /** Where details do not repeat the id, the listed one is laid over them. */
  function listedId(kind: ListedKind): Readonly<Record<string, string>> {
    const route = routeOf(itemPathOf(kind) ?? listPathOf(kind));
    const model = route?.operation.responseType.replace(/\[\]$/, "") ?? "";
    const isRepeated = Object.hasOwn(route?.schema.models[model]?.properties ?? {}, kind.list.idField);
    return isRepeated ? {} : { [kind.list.idField]: "listed" };
  }
});
