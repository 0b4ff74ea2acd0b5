import { describe, expect, it } from "vitest";
import { localScope } from "../../src/inventory/scope.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { callsOf } from "../../src/providers/ovh/kind.ts";
import { itemPathOf, listPathOf, rowsOf } from "../rows.ts";
import { validatorOf } from "../schemas.ts";
import { variantsOf } from "./ovh-models.ts";
import { hasShared, readOvhSchemas, skipReason } from "./shared.ts";

const ovhKinds = await rowsOf("ovh");
const identities: Readonly<Record<string, readonly string[]>> = {
  "ovh.cloud.volume": ["region"],
  "ovh.account.user": ["urn"],
  "ovh.private-cloud.managed-backup": ["state"],
  "ovh.private-cloud.disaster-recovery": ["state"],
};

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
  /** The path as it is for each value of the parent's field that stands in it. */
  const formsOf = ({ list }: ListedKind, path: string, values = list.below?.by?.having ?? []): readonly string[] => {
    const place = `{${list.below?.by?.field}}`;
    return path.includes(place) ? values.map((value) => path.replace(place, value)) : [path];
  };
  const requiredActions = (path: string): readonly string[] =>
    (routeOf(path)?.operation.iamActions ?? []).flatMap(({ name, required }) => (required ? [name] : []));
  const queryOf = (path: string): readonly string[] =>
    (routeOf(path)?.operation.parameters ?? []).flatMap(({ name, paramType }) => (paramType === "query" ? [name] : []));
  const rows = ovhKinds.map((kind) => [kind.id, kind] as const);

  it.each(rows)("%s: each route exists, and the list takes our query", (_id, kind) => {
    const asked = kind.list.calls.flatMap(({ path }) => formsOf(kind, path));
    for (const path of asked) expect(routeOf(path), `GET ${path}`).toBeDefined();
    for (const path of formsOf(kind, listPathOf(kind)))
      expect(queryOf(path)).toEqual(expect.arrayContaining(Object.keys(kind.list.query)));
  });

  const divided = rows.filter(([, { list }]) => list.below?.by !== undefined);
  it.each(divided)("%s: is asked below every parent that has such a list, and below no other", (_id, kind) => {
    const { having, lacking } = kind.list.below?.by ?? { having: [], lacking: [] };
    // Where a word stands in the path it is the one value that has the list.
    const [word = ""] = having;
    const template = listPathOf(kind).replace(`/${word}/`, `/{${kind.list.below?.by?.field}}/`);
    for (const path of formsOf(kind, template, lacking)) expect(routeOf(path), `GET ${path}`).toBeUndefined();
    const [schema] = schemas.filter(({ models }) => "cloud.project.database.EngineEnum" in models);
    const engines = schema?.models["cloud.project.database.EngineEnum"]?.enum ?? [];
    expect([...having, ...lacking].toSorted()).toEqual([...engines].toSorted());
  });

  it.each(rows)("%s: its rights are the rules and the IAM actions of the routes that it reads", (_id, kind) => {
    const needed = callsOf(kind).map(({ template }) => template);
    expect(kind.rights["rules"]).toEqual([...new Set(needed.map((path) => `GET ${anonymous(path)}`))]);
    const forms = needed.flatMap((path) => formsOf(kind, path));
    expect([...(kind.rights["actions"] ?? [])].sort()).toEqual([...new Set(forms.flatMap(requiredActions))].sort());
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
    const route = itemRouteOf(kind);
    if (route === undefined) return [];
    const model = route.operation.responseType.replace(/\[\]$/, "");
    const properties = route.schema.models[model]?.properties ?? {};
    const identity = identityOf(kind).filter((field) => Object.hasOwn(properties, field));
    return variantsOf(model, identity, route.schema);
  }

  function itemRouteOf(kind: ListedKind) {
    const [path = ""] = formsOf(kind, itemPathOf(kind) ?? listPathOf(kind));
    return routeOf(path);
  }

  /** Fields without which there is no URN, or which show that a document without an id is one of the kind. */
  function identityOf({ id, list }: ListedKind): readonly string[] {
    return [list.idField, ...(identities[id] ?? [])];
  }

  /** Where details do not repeat the id, the listed one is laid over them. */
  function listedId(kind: ListedKind): Readonly<Record<string, string>> {
    const route = itemRouteOf(kind);
    const model = route?.operation.responseType.replace(/\[\]$/, "") ?? "";
    const isRepeated = Object.hasOwn(route?.schema.models[model]?.properties ?? {}, kind.list.idField);
    return isRepeated ? {} : { [kind.list.idField]: "listed" };
  }
});
