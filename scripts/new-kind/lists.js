// The dialect of a list, chosen by what vendor/ says of its answers, as the source of a row's `list`.
import { Refusal } from "./refusal.js";

const dialects = "../../../../listing/dialects";
const imported = (name, file) => ({ module: `${dialects}/${file}.ts`, names: [name] });
const call = (name, options) => `${name}(${objectOf(options)})`;

/** An object literal of sources by key; what is undefined is left out. */
export function objectOf(sources) {
  const entries = Object.entries(sources).filter(([, source]) => source !== undefined);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, source]) => `${key}: ${source}`).join(", ")} }`;
}

export const quoted = (text) => JSON.stringify(text);
const quotedRecord = (record) =>
  objectOf(Object.fromEntries(Object.entries(record).map(([key, value]) => [key, quoted(value)])));

/** Which field is the identity, and how a row says it where it is another one than `id`. */
function identityOf({ path, facts }) {
  const { idField, list, detail } = facts;
  if (idField === "(value)")
    throw new Refusal(`the items of ${path} are plain values: no dialect reads these, write the row by hand`);
  if (idField !== "(listed)") return { idField };
  const place = detail?.path.match(/\{(\w+)\}$/)?.[1];
  if (list.answers !== "ids" || place === undefined) {
    throw new Refusal(`vendor/ names no field of ${path} that identifies an item: write the row by hand`);
  }
  // The detail does not repeat the id: the listed one is laid into it.
  return { idField: place, isListedAlone: true };
}

/** How OVHcloud's list is read. */
export function ovhList({ path, facts, template, parent, as }) {
  const { idField, isListedAlone } = identityOf({ path, facts });
  const { answers, paging, pageParameters } = facts.list;
  const own = idField === "id" ? undefined : quoted(idField);
  const at = { path: quoted(template), idField: own };
  const made = () => {
    if (answers === "ids") {
      if (facts.detail === null) throw new Refusal(`${path} answers ids, and vendor/ knows no route that reads one`);
      const options = { path: quoted(template), detailPath: quoted(`${template}/{id}`), idField: quoted(idField) };
      return plain("idsThenDetail", "ids-then-detail", { ...options, isListedAlone }, "ids, and a detail of each");
    }
    if (answers === "one") {
      const mayBeAbsent = parent === undefined ? undefined : true;
      const asked = mayBeAbsent && "does a 404 say that there is none (`mayBeAbsent`)?";
      return { ...plain("singleDocument", "single-document", { ...at, mayBeAbsent }, "one document"), asked };
    }
    if (paging === "cursor-header") return plain("headerCursor", "cursor", at, "pages by the cursor in a header");
    if (paging === "limit-marker") {
      const asked = "how many items may a page have (`limit`)? 50 is what gateways take";
      return { ...plain("limitMarker", "limit-marker", { ...at, limit: "50" }, "pages by marker"), asked };
    }
    if (paging === "page-size-until-empty") {
      const { page, size } = pageParameters;
      const options = { ...at, pageParameter: quoted(page), sizeParameter: quoted(size) };
      return {
        ...plain("untilEmpty", "until-empty", options, "pages by number until one is empty"),
        asked: "is the first page 0 or 1 (`first`)?",
      };
    }
    return plain("wholeList", "whole-list", at, "one document that holds every item");
  };
  return below(made(), parent, as, idField);
}

const plain = (name, file, options, words) => ({ source: call(name, options), imports: [imported(name, file)], words });

/** The list below each item of another. */
function below(list, parent, as, idField) {
  if (parent === undefined) return { ...list, idField };
  const source = (parentName) => call("nested", { parent: parentName, as: quoted(as), list: list.source });
  return { ...list, source, imports: [...list.imports, imported("nested", "nested")], idField };
}

/**
 * How Scaleway's list is read, by the tools of its product.
 *
 * @param product what the product of the list says already, by `productOf`.
 */
export function scalewayList({ path, vendor, facts, template, parent, as, tools, product, scopePath, model }) {
  const { idField } = identityOf({ path, facts });
  const { listKey, paging, pageParameters } = facts.list;
  const wanted = askedFor(vendor, facts, parent);
  const asked = wanted.isOpen
    ? "nothing filters it by project: whose are its items? (drop what is not the customer's)"
    : undefined;
  const order = wanted.order;
  const proof = Object.keys(order).length === 0 ? "in an order that cannot be chosen" : "newest first";
  const at = { path: quoted(template), idField: idField === "id" ? undefined : quoted(idField) };
  const parameters = { ...wanted.filter, ...order };
  const query = Object.keys(parameters).length === 0 ? undefined : quotedRecord(parameters);
  const made = () => {
    if (listKey === null)
      return plain("singleDocument", "single-document", { ...at, mayBeAbsent: parent && true }, "one document");
    if (paging === "none")
      return plain("wholeList", "whole-list", { ...at, listKey: quoted(listKey), query }, "one document");
    if (paging === "cursor-body") {
      const { cursor, size, next } = pageParameters;
      const sized = size === undefined ? undefined : `{ parameter: ${quoted(size)}, items: 100 }`;
      const options = {
        ...at,
        listKey: quoted(listKey),
        query,
        parameter: quoted(cursor),
        nextField: quoted(next),
        size: sized,
      };
      return plain("bodyCursor", "cursor", options, "pages by the cursor in the answer");
    }
    const words = `numbered pages, ${proof}`;
    const sizeParameter = pageParameters.size === "page_size" ? undefined : quoted(pageParameters.size);
    if (idField !== "id" || pageParameters.size !== (product.sizeParameter ?? "page_size")) {
      const options = { ...at, listKey: quoted(listKey), query, sizeParameter };
      return plain("numberedPages", "numbered-pages", options, words);
    }
    const differs = (one, other) => JSON.stringify(one) !== JSON.stringify(other);
    const options = {
      path: quoted(template.slice(scopePath.length + 1)),
      listKey: quoted(listKey),
      order: differs(order, product.order) ? quotedRecord(order) : undefined,
      filter: differs(wanted.filter, product.filter) ? quotedRecord(wanted.filter) : undefined,
      namesProject: namesProject(model) ? undefined : "false",
    };
    return { source: call(`${tools}.pages`, options), imports: [], words };
  };
  return { ...below(made(), parent, as, idField), asked };
}

const namesProject = (model = {}) => "project_id" in model || "project" in model;

/** The filter and the order of a list, by its parameters. */
export function askedFor({ parameters = [] }, { list }, parent) {
  const { orders, projectParameter, organizationParameter } = list;
  const newest =
    orders.find((name) => name === "created_at_desc") ?? orders.find((name) => /creat\w*_desc$/.test(name));
  const name = parameters.includes("order_by") ? "order_by" : "order";
  const filters =
    projectParameter !== null
      ? { [projectParameter]: "{project}" }
      : organizationParameter !== null
        ? { [organizationParameter]: "{organization}" }
        : {};
  const filter = parent === undefined ? filters : {};
  const together =
    projectParameter !== null && organizationParameter !== null
      ? { [organizationParameter]: "{organization}" }
      : undefined;
  const isOpen = parent === undefined && projectParameter === null && organizationParameter === null;
  return { filter, together, order: newest === undefined ? {} : { [name]: newest }, isOpen };
}
