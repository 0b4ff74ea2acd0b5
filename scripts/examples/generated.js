// An item made from its model alone.
import { healthyValue } from "./health.js";
import { fieldValue } from "./values.js";
import { isAdverseName, isSecretName, singular, snake } from "./words.js";

/** Lists that are empty where all is well, or that offer what could be. */
const emptyLists =
  /error|alert|task|event|issue|maintenance|upgrad|incident|fail|pending|reject|deprecat|available|allowed_values|warning|capabilit|read_replicas|executions/;

/**
 * @param {{ models: Readonly<Record<string, Readonly<Record<string, string>> | readonly string[]>>, type: string, field: import("./values.js").Field, depth?: number }} request
 * @returns {unknown} undefined where nothing can be said
 */
export function generate({ models, type, field, depth = 5 }) {
  const isNullable = type.endsWith("?");
  const plain = isNullable ? type.slice(0, -1) : type;
  if (isNullable && isAdverseName(field.name)) return null;
  const inner = { models, field, depth };
  const list = plain.match(/^(.+)\[\]$/);
  if (list !== null) return listOf(list[1], inner);
  const map = plain.match(/^map(?:<(.+)>|\[[^\]]+\](.+))$/);
  if (map !== null) return mapOf(field);
  const pair = plain.match(/^complexType\.(\w+)<(\w+)>$/);
  if (pair !== null) return pairOf(pair[1], pair[2], field);
  const model = models[plain];
  // A reason is given for what went wrong; nothing did.
  if (Array.isArray(model)) return /reason|secret/i.test(field.name) ? undefined : healthyValue(model);
  if (model !== undefined) return objectOf(model, inner);
  return fieldValue(plain, field);
}

function listOf(type, { models, field, depth }) {
  if (emptyLists.test(snake(field.name)) || isAdverseName(field.name)) return [];
  const name = singular(field.name);
  const item = generate({ models, type, field: { ...field, name, path: `${field.path}.0` }, depth });
  return item === undefined ? undefined : [item];
}

const mapOf = ({ name }) => (/tags?$|labels?$/i.test(name) ? { environment: "production" } : {});

/** OVHcloud's generic pairs: `complexType.UnitAndValue<long>` and its like. */
function pairOf(form, type, field) {
  const value = fieldValue(type, field);
  if (form.startsWith("UnitAndValue")) return { unit: /duration|time/i.test(field.name) ? "s" : "GB", value };
  if (form.startsWith("Range")) return { from: 1, to: value };
  return isSecretName(field.name) ? undefined : { key: "environment", value: "production" };
}

function objectOf(model, { models, field, depth }) {
  // An item is never left out, be it called a secret: its fields are judged one by one.
  if (depth === 0 || (field.path !== "" && isSecretName(field.name))) return undefined;
  const entries = Object.entries(model).map(([name, type]) => {
    const path = field.path === "" ? name : `${field.path}.${name}`;
    return [name, generate({ models, type, field: { ...field, name, path }, depth: depth - 1 })];
  });
  return asAsked(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

/** Version 2 of OVHcloud's API says twice what a thing is like: as it is, and as it was asked to be. Here both agree. */
function asAsked(item) {
  const { currentState, targetSpec } = item;
  if (currentState === undefined || targetSpec === undefined) return item;
  return { ...item, targetSpec: agreed(targetSpec, currentState) };
}

/** What was asked for, with the values of what is wherever both say the same. */
function agreed(asked, is) {
  if (typeof asked !== typeof is || Array.isArray(asked) !== Array.isArray(is)) return asked;
  if (Array.isArray(asked)) return asked.map((value, place) => agreed(value, is[place]));
  if (!isObject(asked) || !isObject(is)) return is;
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, agreed(value, is[name])]));
}

const isObject = (value) => typeof value === "object" && value !== null;
