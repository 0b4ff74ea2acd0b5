import type { Item } from "../lists.ts";
import { isoMicroseconds } from "../words.ts";
import { addressLike, numbered, withUuids } from "./form.ts";

/** What is to be put into an example to make one item of it. */
export interface Marks {
  /** The path of the id in the example, and the item's. */
  readonly idField: string;
  readonly id: string | number;
  readonly ordinal: number;
  readonly name: string;
  readonly createdAtMs: number;
  /** What the item has under a name in place of the example's value: a project, a region, something above it. */
  valueAt(key: string, example: string | number): string | number | undefined;
  /** A uuid of the item's own in place of one of the example's. */
  uuid(example: string): string;
  /** What the item has in place of a region or zone. */
  locality(example: string): string;
  /** Texts of the example that the item has others for, wherever they occur. */
  readonly replacements: readonly (readonly [text: string, other: string])[];
}

const names = /^(name|displayName|display_name|iam\.displayName)$/;
const created = /creat/i;
const changed = /updat|modif/i;
const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/;
const address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const addressVersion6 = /^(?=.*:.*:)[0-9a-f:]+(\/\d+)?$/i;
const identifiers = /(ref|serial|identifier)$/i;
const hosts = /host|url|uri|endpoint|domain|fqdn|dns|reverse/i;
const hostName = /^(\w+:\/\/)?(\*\.)?[\w-]+(\.[\w-]+)+(:\d+)?(\/.*)?$/;

/** One item, made of the example. */
export function stamped(example: Item, marks: Marks): Item {
  return stampObject(example, "", marks);
}

function stampObject(value: Item, path: string, marks: Marks): Item {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, stampValue(inner, path === "" ? key : `${path}.${key}`, marks)]),
  );
}

function stampValue(value: unknown, path: string, marks: Marks): unknown {
  if (path === marks.idField) return marks.id;
  if (Array.isArray(value)) return value.map((inner) => stampValue(inner, `${path}[]`, marks));
  if (typeof value === "object" && value !== null) return stampObject(value as Item, path, marks);
  const key = lastKey(path);
  const known =
    typeof value === "string" || typeof value === "number" ? marks.valueAt(plainKey(key), value) : undefined;
  if (typeof known === typeof value && value !== "") return known;
  return typeof value === "string" ? stampText(value, path, marks) : value;
}

function stampText(text: string, path: string, marks: Marks): string {
  const key = lastKey(path);
  const other = replaced(text, marks);
  if (other !== text && names.test(path)) return other;
  if (names.test(path)) return text === "" ? text : marks.name;
  if (date.test(text)) return stampDate(text, key, marks);
  const isOwn = (uuid: string) => marks.replacements.some(([, own]) => own.includes(uuid));
  const placed = marks.locality(withUuids(other, (uuid) => (isOwn(uuid) ? uuid : marks.uuid(uuid))));
  const addressed = /version/i.test(key) ? placed : withAddresses(placed, marks);
  const isSame = addressed === text || addressed === marks.locality(text);
  if (!isSame) return addressed;
  const isNumbered = identifiers.test(key) ? /\d/.test(text) : hosts.test(key) && hostName.test(text);
  return isNumbered ? withNumber(addressed, marks.ordinal) : addressed;
}

function replaced(text: string, { replacements }: Marks): string {
  // Whole texts may be short; parts of a text are exchanged only where they cannot be there by chance.
  const whole = replacements.find(([from]) => from === text);
  if (whole !== undefined) return whole[1];
  return replacements.reduce((result, [from, to]) => (from.length < 8 ? result : result.replaceAll(from, to)), text);
}

function stampDate(text: string, key: string, { createdAtMs, ordinal }: Marks): string {
  const isCreation = created.test(key);
  if (!isCreation && !changed.test(key)) return text;
  const timeMs = createdAtMs + (isCreation ? 0 : 3_600_000);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const whole = isoMicroseconds(timeMs, () => (ordinal % 1000) / 1000, "Z").slice(0, 26);
  if (!text.includes("T")) return whole.slice(0, 10);
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(text)?.[0] ?? "";
  const fraction = decimals === 0 ? "" : `.${whole.slice(20).padEnd(decimals, "0").slice(0, decimals)}`;
  return `${whole.slice(0, 19)}${fraction}${zone}`;
}

/** Each host address becomes one of the item's own; networks and masks stay what they are. */
function withAddresses(text: string, { ordinal }: Marks): string {
  if (addressVersion6.test(text)) {
    const [host = "", block] = text.split("/");
    return host.endsWith("::") ? text : [addressLike(host, ordinal), ...(block === undefined ? [] : [block])].join("/");
  }
  // An item may have several addresses: their last numbers keep them apart.
  const among = (host: string): number => 4 * ordinal + (Number(host.split(".").at(-1)) % 4);
  return text.replace(address, (host) => (/^(0|255)\.|\.0$/.test(host) ? host : addressLike(host, among(host))));
}

function withNumber(text: string, ordinal: number): string {
  const start = /^(\w+:\/\/)?(\*\.)?/.exec(text)?.[0] ?? "";
  return start + numbered(text.slice(start.length), ordinal);
}

/** A name without what clouds write differently: `project_id` and `projectId` are one. */
export function plainKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).replace(/\[\]$/, "");
}

/** The value at a path with dots. */
export function valueAt(item: Item, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isItem(value) ? value[key] : undefined), item);
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null;
}
