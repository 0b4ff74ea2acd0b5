// A new kind as files, from what vendor/ says of its list. Nothing is written here.
import { candidatesFor, fieldsOf } from "./fields.js";
import { askedFor, objectOf, ovhList, quoted, scalewayList } from "./lists.js";
import { notCovered } from "./not-covered.js";
import { localityOf, placed, placesIn } from "./places.js";
import { apiOf, declaredProduct, fileFor, freeName, takenNames, usualOf } from "./product.js";
import { Refusal } from "./refusal.js";
import { findRoute } from "./route.js";
import { membersOf, reading, schemaSource } from "./schema.js";
import { withImports, withRow } from "./syntax.js";
import { ovhUrns, scalewayUrns } from "./urns.js";
import { camel, pascal, titleOf, wordsOf } from "./words.js";

const up = "../../../..";
const emptyFile = (title) =>
  `import type { ListedKind } from "${up}/listing/kind.ts";\n\n/** ${title}. */\nexport const kinds: readonly ListedKind[] = [];\n`;

/**
 * What is to be written for a request, and what is left to decide.
 *
 * @param rowsOfProduct the rows of each product's folder.
 * @throws {Refusal} where nothing of use can be written.
 */
export function planOf(request, rowsOfProduct) {
  const rows = Object.values(rowsOfProduct).flat();
  const route = findRoute(request);
  const { path, facts } = route;
  const { rest, scope: scopePath } = placesIn(path);
  const locality = localityOf(request.cloud, placesIn(path), facts.list);
  const place = placed(request, path, locality, rows);
  const file = fileFor(request, { path, rest }, place.parent, rowsOfProduct);
  if (file.lacksParent) {
    throw new Refusal(`${place.parent.id} stands in another folder than ${file.folder}: leave --product out`);
  }
  const title = request.title ?? titleOf(request.id, rest);
  const base = {
    ...request,
    ...route,
    ...place,
    rest,
    scopePath: scopePath.replace(/\{\w+\}/, "{locality}"),
    locality,
    title,
    file,
  };
  const { list, fields, text, answers, taught, template } = filesOf(base);
  return {
    id: request.id,
    path,
    words: place.parent === undefined ? list.words : `below each ${place.parent.id}: ${list.words}`,
    files: {
      [file.path]: text,
      ...(answers === undefined ? {} : { [`${file.folder}/answers.ts`]: answers }),
    },
    example: exampleRow(base, list, template),
    fields,
    notCovered: notCovered({ ...request, path }),
    decisions: decisionsOf(base, list, fields, taught),
  };
}

/** What `npm run generate` has to know of the row to make its example. */
function exampleRow({ id, provider, locality, parent, facts }, { idField }, template) {
  const calls = [{ path: template, of: "list" }];
  if (facts.list.answers === "ids") calls.push({ path: `${template}/{id}`, of: "item" });
  return {
    id,
    provider,
    locality,
    list: { idField, calls, ...(parent === undefined ? {} : { below: { kind: parent } }) },
    ...(parent === undefined ? {} : { parent: { kind: parent, needs: [] } }),
  };
}

function filesOf(base) {
  const { cloud, file, id, rest, title, template } = base;
  const taken = takenNames(file);
  const words = wordsOf(id, rest);
  const schemaName = freeName(
    taken,
    pascal(words.noun),
    pascal(words.word),
    `${pascal(words.service)}${pascal(words.noun)}`,
  );
  const parent = base.parent && {
    id: base.parent.id,
    ...(file.parentElsewhere ?? {
      name: freeName(taken, camel(base.parent.id.split(".").at(-1)), `${camel(words.service)}Parent`),
    }),
  };
  const toolset = cloud === "scaleway" ? scalewayTools(base, words, taken) : undefined;
  const list =
    cloud === "scaleway" ? scalewayList({ ...base, ...toolset, model: base.models[base.type] }) : ovhList(base);
  const isPlaced = cloud === "scaleway" ? toolset.isPlaced : base.locality === "region";
  const fields = fieldsOf({ ...base, idField: list.idField, idType: base.facts.idType, isPlaced });
  const taught = partsOf(base, words, list, fields, toolset);
  const schema = schemaSource(schemaName, base.type ?? base.path, fields.chosen);
  const ofSchema = [
    { module: "zod", names: ["* as z"] },
    { module: `${up}/listing/fields.ts`, names: schema.helpers },
    ...(schema.takesMetadata ? [{ module: "../../tags.ts", names: ["iamMetadata"] }] : []),
  ];
  const isApart = file.answers !== undefined;
  const imports = [
    { module: `${up}/listing/kind.ts`, names: ["ListedKind"], isType: true },
    ...taught.imports,
    ...list.imports,
    ...(file.parentElsewhere === undefined
      ? []
      : [{ module: file.parentElsewhere.module, names: [file.parentElsewhere.name] }]),
    ...(isApart ? [{ module: "./answers.ts", names: [schemaName] }] : ofSchema),
  ];
  const statements = [
    ...(toolset?.statement === undefined ? [] : [toolset.statement]),
    ...(isApart ? [] : [schema.statement.replace("export const", "const")]),
  ];
  const row = (parentName) => rowSource({ base, schemaName, list, taught, parentName });
  const text = withImports(withRow(file.text ?? emptyFile(title), { statements, parent, row }), imports);
  const answers = isApart ? withImports(`${file.answers.trimEnd()}\n\n${schema.statement}\n`, ofSchema) : undefined;
  return { list, fields, text, answers, taught, template };
}

/** The product that a row of Scaleway is made with: the one that the file declares, or a new one. */
function scalewayTools({ path, file, locality, vendor, facts, parent, permissionSet }, { service }, taken) {
  const api = apiOf(path);
  const known = declaredProduct(file, { api, locality });
  const isPlaced = locality === "zone" || locality === "region";
  if (known !== undefined) return { api, tools: known.name, product: known, isPlaced };
  const usual = usualOf(locality);
  const { filter, together, order } = askedFor(vendor, facts, parent);
  const own = { filter: parent === undefined ? filter : usual.filter, order };
  const size = facts.list.pageParameters.size ?? "page_size";
  const differs = (key) => JSON.stringify(own[key]) !== JSON.stringify(usual[key]);
  const record = (value) =>
    objectOf(Object.fromEntries(Object.entries(value).map(([key, word]) => [key, quoted(word)])));
  const tools = freeName(taken, camel(service), `${camel(service)}Api`, `${camel(service)}Of${pascal(locality)}`);
  const options = {
    service: quoted(service),
    api: quoted(api),
    locality: quoted(locality),
    permissionSets: `[${quoted(permissionSet ?? "AllProductsReadOnly")}]`,
    filter: differs("filter") ? record(own.filter) : undefined,
    organizationFilter: differs("filter") && together !== undefined ? record(together) : undefined,
    order: differs("order") ? record(own.order) : undefined,
    sizeParameter: size === usual.sizeParameter ? undefined : quoted(size),
  };
  const product = { ...usual, ...own, sizeParameter: size, isNew: true };
  return { api, tools, product, isPlaced, statement: `const ${tools} = scalewayProduct(${objectOf(options)});` };
}

/** What a row calls, and what it imports for that. */
function partsOf(base, words, list, { chosen }, toolset) {
  const id = chosen.id.code === "numericId" ? `String(${reading(chosen.id)})` : reading(chosen.id);
  const members = membersOf(chosen);
  const urns =
    toolset === undefined
      ? ovhUrns({ ...base, ...words, id, isUnique: list.idField === "id" })
      : scalewayUrns({ ...base, ...words, tools: toolset.tools, id });
  const tools = toolset === undefined ? ["ovhKind"] : toolset.product.isNew ? ["scalewayProduct"] : [];
  const product = toolset?.product.module === undefined ? [] : [toolset.tools];
  const imports = [
    { module: "../../kind.ts", names: tools },
    { module: toolset?.product.module, names: product },
    { module: "../../urn.ts", names: urns.imports },
    { module: "../../tags.ts", names: members.tags?.startsWith("customerTags") ? ["customerTags"] : [] },
    { module: "../../sizes.ts", names: members.sizeBytes === undefined ? [] : ["unitAndValue"] },
  ].filter(({ names }) => names.length > 0);
  return { urns, members, imports, toolset, words };
}

function rowSource({ base, schemaName, list, taught, parentName }) {
  const { id, family, title, locality, parent, cloud, facts } = base;
  const { urns, members, toolset, words } = taught;
  const relations = urns.parent === undefined ? undefined : `[{ type: "member-of", urn: ${urns.parent} }]`;
  const ofOvh = cloud === "ovhcloud" && {
    service: quoted(words.service),
    resource: quoted(`${words.service}:${words.noun}`),
    locality: quoted(locality),
  };
  const { attributes, ...known } = members;
  const sources = {
    id: quoted(id),
    family: quoted(family),
    title: quoted(title),
    class: '""',
    ...ofOvh,
    list: typeof list.source === "function" ? list.source(parentName) : list.source,
    mayLeaveOut: cloud === "ovhcloud" && locality === "account" && parent === undefined ? "true" : undefined,
    unproven: facts.unproven ? "true" : undefined,
    schema: schemaName,
    toResource: `(item, place) => (${objectOf({ urn: urns.own, ...known, relations, attributes })})`,
  };
  return `${toolset === undefined ? "ovhKind" : `${toolset.tools}.kind`}(${objectOf(sources)})`;
}

/** Every decision that a person has to take, each with what is known of it. */
function decisionsOf(
  { cloud, title, locality, type, detailType, facts, permissionSet, parent },
  list,
  { chosen, others, secret },
  taught,
) {
  const named = (words) => (words.length === 0 ? "" : `: ${words.join(", ")}`);
  const { urns, toolset } = taught;
  const isUniqueBelow = parent !== undefined && list.idField !== "id" && !urns.own.startsWith("serviceUrn");
  return [
    ["class", 'it is "", unclassified: shown, and not counted as something that lacks a backup'],
    ["title", `it is ${quoted(title)}`],
    [
      "urn",
      `it is ${urns.own}: ${urns.origin}; keep it unless a source says otherwise, for it never changes once it is accepted${isUniqueBelow ? "; it has to be unique in the whole account" : ""}`,
    ],
    ["endpoints", `none yet: how a connector reaches it${named(candidatesFor("endpoints", others))}`],
    [
      "relations",
      `${urns.parent === undefined ? "none yet" : "to what it is below"}${named(candidatesFor("relations", others))}`,
    ],
    ["protection", `none yet${named(candidatesFor("protection", others))}`],
    ...(chosen.size !== undefined && chosen.size.code === "size"
      ? [["sizeBytes", `\`${chosen.size.path}\` is an attribute, because vendor/ names no unit`]]
      : []),
    ...(toolset?.product.isNew && permissionSet === undefined
      ? [
          [
            "permissionSets",
            "AllProductsReadOnly covers it: name the narrowest set that does (iam/permission-sets of Scaleway)",
          ],
        ]
      : []),
    ...(locality === "region" && cloud === "ovhcloud" && parent === undefined
      ? [["regionService", "how a region names the product among its services; without it a 404 there is not believed"]]
      : []),
    ...(list.asked === undefined ? [] : [["list", list.asked]]),
    ...(facts.list.answers === "items" && detailType !== undefined && detailType !== type
      ? [["list", `a detail of each (${facts.detail.path}) says other things, for a request an item`]]
      : []),
    ...(facts.unproven ? [["unproven", "no answer of it was ever seen"]] : []),
    ["attributes", `what else is worth telling${named(others)}`],
    ...(secret.length === 0 ? [] : [["never", `may hold a secret${named(secret)}`]]),
  ];
}
