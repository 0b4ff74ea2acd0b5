// What Scaleway's SDK says of an API version: its GET requests, and the models that they answer with, in the API's own names.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse, readMarshalling, readRequests, readRequestTypes, readTypes } from "./sdk-syntax.js";

/** The folder of all packages of the SDK: `@scaleway/sdk` depends on one for each product. */
const modules = new URL("../../", import.meta.resolve("@scaleway/sdk"));

export const sdkVersion = JSON.parse(readFileSync(new URL("sdk/package.json", modules), "utf8")).version;

/** Every API version of the SDK, as `{ name: "rdb/v1", requests, models, enums }`. */
export function readSdk() {
  const packages = readdirSync(modules).filter((name) => name.startsWith("sdk-") && name !== "sdk-client");
  return packages.sort().flatMap((name) => {
    const dist = new URL(`${name}/dist/`, modules);
    const versions = readdirSync(dist).filter((version) => existsSync(new URL(`${version}/api.gen.js`, dist)));
    return versions.map((version) => readVersion(`${name.slice(4)}/${version}`, new URL(`${version}/`, dist)));
  });
}

function readVersion(name, folder) {
  const at = (file) => parse(new URL(file, folder));
  const types = readTypes([at("types.gen.d.ts"), at("types.private.gen.d.ts")]);
  const requestTypes = readRequestTypes(at("api.gen.d.ts"));
  const readers = readMarshalling(at("marshalling.gen.js"));
  const models = Object.fromEntries(
    Object.entries(readers).map(([reader, fields]) => {
      const model = reader.slice("unmarshal".length);
      return [model, fieldsOf(fields, types.interfaces[model] ?? {}, types.enums)];
    }),
  );
  const requests = readRequests(at("api.gen.js")).map((request) => ({
    ...request,
    model: request.reader?.replace(/^unmarshal/, ""),
    orders: ordersOf(request, requestTypes, types),
  }));
  return { name, requests, models, enums: types.enums };
}

function fieldsOf(fields, declared, enums) {
  const known = fields.filter(({ wire }) => wire !== undefined);
  return Object.fromEntries(
    known.map(({ camel, wire, readers }) => {
      const { type, optional } = declared[camel] ?? { type: "unknown", optional: true };
      return [wire, typeOf(readers, type, enums) + (optional ? "?" : "")];
    }),
  );
}

function typeOf(readers, declared, enums) {
  const model = readers.find((reader) => !/^unmarshal(ArrayOfObject|MapOfObject)$/.test(reader))?.slice(9);
  if (readers.includes("unmarshalArrayOfObject")) return `${model}[]`;
  if (readers.includes("unmarshalMapOfObject")) return `map<${model}>`;
  if (model !== undefined) return model === "Date" ? "date" : model;
  return plainType(declared, enums);
}

/** `string`, `number`, `boolean`, `date`, `zone`, `region`, an enum's name, `string[]`, `map<string>`; anything else is `object`. */
function plainType(declared, enums) {
  const type = declared.replace(/\s*\|\s*(undefined|null)/g, "").trim();
  const list = type.match(/^(?:Array<(.+)>|(.+)\[\])$/);
  if (list !== null) return `${plainType(list[1] ?? list[2], enums)}[]`;
  const map = type.match(/^Record<string,\s*(.+)>$/);
  if (map !== null) return `map<${plainType(map[1], enums)}>`;
  if (["string", "number", "boolean"].includes(type)) return type;
  if (type === "bigint") return "number";
  if (type === "Date") return "date";
  if (type === "ScwZone" || type === "ScwRegion") return type.slice(3).toLowerCase();
  if ((enums[type]?.length ?? 0) > 0) return type;
  return type.startsWith("Std") ? "string" : "object";
}

function ordersOf({ className, name, parameters }, requestTypes, { interfaces, enums }) {
  if (!parameters.some((parameter) => parameter === "order_by" || parameter === "order")) return [];
  const request = interfaces[requestTypes[`${className}.${name}`]] ?? {};
  const type = (request.orderBy ?? request.order)?.type.replace(/\s*\|\s*undefined/, "");
  return enums[type] ?? [];
}
