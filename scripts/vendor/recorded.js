// Of Scaleway's recorded items: the form and the healthy states. Identifiers, names, addresses and dates are made up.
import { isIP } from "node:net";
import { generate } from "../examples/generated.js";
import { healthyValue, isDead } from "../examples/health.js";
import { anonymous } from "../examples/paths.js";
import { fieldValue, timeOf } from "../examples/values.js";
import { isAdverseName, isSecretName, singular, snake } from "../examples/words.js";
import { readRecordings } from "./sources.js";

/** Names whose words are the vendor's own: sizes, versions, offers, places. Everything else is a customer's, and made up. */
const vendorWords =
  /(^|_)(type|class|engine|version|arch|architecture|cni|offer|protocol|privacy|generation|runtime|policy|mode|status|state|zone|region|level|plan|sandbox|http_option|algorithm|unit|family|visibility|frequency|currency|locale|boot_type|expander|estimator|ingress|range|action|cooldown|origin|stack|product|memory_limit|forward_protocol|modification_state|pn_id_as_name|state_detail|netmask|allowed_action)$/;
const token = /^[A-Za-z0-9][\w .+:-]{0,47}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const duration = /^(\d+(\.\d+)?(ns|us|ms|s|m|h|d))+$/;
const moment = /^\d{4}-\d\d-\d\dT/;
const versionless = (path) => anonymous(path).replace(/\/v\d\w*\//, "/v/");

/** One item for each list that was ever recorded, by the list's path in the API's own places. */
export function recordedItems(kinds, { paths, models }) {
  const recordings = readRecordings();
  const entries = kinds.map((row) => {
    const [path, facts] = Object.entries(paths).find(([name]) => anonymous(name) === anonymous(row.path)) ?? [];
    const best = itemsOf(row, recordings).sort((one, other) => merit(other) - merit(one))[0];
    if (best === undefined) return undefined;
    // What npm's SDK does not hold is spelled as the table spells the SDK's source.
    const list = path ?? row.sdkPath;
    const type = facts?.item ?? "";
    const field = { cloud: "scaleway", list, path: "", name: "" };
    const context = { models, type, omit: row.secretFields, field };
    if (best.isSameVersion) return [list, madeUp(best.item, context)];
    const item = madeUp(known(best.item, type, models), context);
    return [list, models[type] === undefined ? item : completed(item, generate({ models, type, field }))];
  });
  return Object.fromEntries(entries.filter(Boolean));
}

/** What the model of the row's own version knows of an item that another version answered, at every depth. */
function known(value, type, models) {
  if (Array.isArray(value)) return value.map((entry) => known(entry, bare(type).replace(/\[\]$/, ""), models));
  const model = models[bare(type)];
  if (value === null || typeof value !== "object" || model === undefined || Array.isArray(model)) return value;
  const entries = Object.entries(value).filter(([field]) => field in model);
  return Object.fromEntries(entries.map(([field, inner]) => [field, known(inner, model[field], models)]));
}

/** An item of another version with what this one has besides, made from the model. */
function completed(value, made) {
  if (Array.isArray(value))
    return value.map((entry, index) => completed(entry, made?.[Math.min(index, made.length - 1)]));
  if (typeof value !== "object" || value === null || typeof made !== "object" || made === null) return value;
  const entries = Object.entries(made).map(([name, inner]) => [
    name,
    name in value ? completed(value[name], inner) : inner,
  ]);
  return { ...value, ...Object.fromEntries(entries) };
}

function itemsOf(row, { lists, details }) {
  const isRead = ({ status, body }) => status === 200 && typeof body === "object" && body !== null;
  const listed = lists
    .filter(({ path }) => versionless(path ?? "") === versionless(row.path))
    .flatMap(({ path, responses }) => responses.filter(isRead).map((answer) => ({ path, answer })))
    .flatMap(({ path, answer }) => (answer.body[row.listKey] ?? []).map((item) => ({ path, item })));
  const single = details
    .filter(({ kind }) => kind === row.id)
    .flatMap(({ path, responses }) => responses.filter(isRead).map(({ body }) => ({ path, item: unwrapped(body) })));
  const version = row.path.split("/")[2];
  return [...listed, ...single].map(({ path, item }) => ({ item, isSameVersion: path.split("/")[2] === version, row }));
}

/** Instance and IoT put a single item into an envelope. */
function unwrapped(body) {
  const values = Object.values(body);
  const isEnvelope = values.length <= 2 && !("id" in body) && typeof values[0] === "object" && values[0] !== null;
  return isEnvelope ? values[0] : body;
}

/** Same version first, then a healthy state, then the most that is filled in; lists and details count alike. */
function merit({ item, isSameVersion, row }) {
  const status = item[row.itemFields.status ?? "status"];
  const isWell = typeof status !== "string" || (!isDead(status) && !/ing$/.test(status)) || status === "running";
  return (isSameVersion ? 1e6 : 0) + (isWell ? 1e5 : 0) + filled(item);
}

function filled(value) {
  if (value === null || value === "") return 0;
  if (typeof value !== "object") return 1;
  const inner = Object.values(value).slice(0, Array.isArray(value) ? 2 : undefined);
  return inner.reduce((sum, each) => sum + filled(each), 0);
}

function madeUp(value, context) {
  const { field, omit } = context;
  if (value === null || typeof value === "boolean") return value === true && isAdverseName(field.name) ? false : value;
  if (Array.isArray(value)) return listMadeUp(value, context);
  if (typeof value === "number") return /(^|_)id$/.test(snake(field.name)) ? fieldValue("number", field) : value;
  if (typeof value === "string") return stringMadeUp(value, context);
  const entries = Object.entries(value)
    .filter(
      ([name]) => !omit.includes(pathOf(field, name)) && !(isSecretName(name) && typeof value[name] !== "boolean"),
    )
    .map(([name, inner]) => [name, madeUp(inner, memberOf(context, name))]);
  return Object.fromEntries(entries.filter(([, inner]) => isKept(inner)));
}

/** Two items show that it is a list; words are said once. */
function listMadeUp(items, context) {
  const made = items.slice(0, 2).map((item, index) => madeUp(item, elementOf(context, index)));
  return [...new Set(made.filter(isKept))];
}

const isKept = (value) => value !== undefined;
const pathOf = (field, name) => (field.path === "" ? name : `${field.path}.${name}`);

const bare = (type) => type.replace(/\?$/, "");

function memberOf(context, name) {
  const { models, type, field } = context;
  const map = bare(type).match(/^map<(.+)>$/);
  const inner = map?.[1] ?? models[bare(type)]?.[name] ?? "";
  return { ...context, type: inner, field: { ...field, name, path: pathOf(field, name) } };
}

function elementOf(context, index) {
  const { type, field } = context;
  const inner = bare(type).replace(/\[\]$/, "");
  return { ...context, type: inner, field: { ...field, name: singular(field.name), path: `${field.path}.${index}` } };
}

function addressType(value) {
  const [host, length] = value.split("/");
  const version = isIP(host);
  return version === 0 ? undefined : `ipv${version}${length === undefined ? "" : "Block"}`;
}

function stringMadeUp(value, { models, type, field }) {
  if (value === "") return value;
  const values = models[bare(type)];
  if (Array.isArray(values)) return isDead(value) || /ing$/.test(value) ? healthyValue(values) : value;
  if (uuid.test(value)) return fieldValue("uuid", field);
  const address = addressType(value);
  if (address !== undefined) return fieldValue(address, field);
  if (moment.test(value)) return timeOf(field);
  if (duration.test(value)) return value;
  if (/^(type|status|state)$/.test(snake(field.name)) && isDead(value)) return undefined;
  if (vendorWords.test(snake(field.name)) && token.test(value) && !isDead(value)) return value;
  return fieldValue("string", field);
}
