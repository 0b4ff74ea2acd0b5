// The source of a schema and of what a row makes of its fields.
import { quoted } from "./lists.js";

const isWord = (name) => /^[A-Za-z_$][\w$]*$/.test(name);
const keyOf = (name) => (isWord(name) ? name : quoted(name));
const step = (name) => (isWord(name) ? `.${name}` : `[${quoted(name)}]`);
const optionalStep = (name) => (isWord(name) ? `?.${name}` : `?.[${quoted(name)}]`);

/** `item.spec?.name`; the identity has no part that may be missing. */
export function reading({ path, code }) {
  const [first, ...rest] = path.split(".");
  const isIdentity = code === "id" || code === "numericId";
  return `item${step(first)}${rest.map(isIdentity ? step : optionalStep).join("")}`;
}

/** The schema of some fields, as a constant of that name, with the fields and helpers that it is made of. */
export function schemaSource(name, model, chosen) {
  const fields = Object.values(chosen).toSorted((one, other) => Number(isId(other)) - Number(isId(one)));
  return {
    statement: `/** \`${model}\` */\nexport const ${name} = ${objectSource(fields.map((field) => [field.path.split("."), field.code]))};`,
    helpers: [...new Set(fields.flatMap(({ code }) => helpersOf[code] ?? [code]))],
    takesMetadata: fields.some(({ code }) => code === "iamMetadata"),
  };
}

const isId = ({ code }) => code === "id" || code === "numericId";

/** Codes that are no field of `src/listing/fields.ts` themselves. */
const helpersOf = { iamMetadata: [], unitAndValue: ["text"] };
const unitAndValue = "z.object({ unit: text, value: z.number() }).nullish()";

function objectSource(fields) {
  const groups = groupsOf(fields);
  const members = [...groups].map(([name, ofName]) => {
    const [[path, code]] = ofName;
    if (path.length === 1 && name === code) return name;
    if (path.length === 1) return `${keyOf(name)}: ${code === "unitAndValue" ? unitAndValue : code}`;
    const inner = objectSource(ofName.map(([[, ...rest], itsCode]) => [rest, itsCode]));
    const isRequired = ofName.some(([, itsCode]) => isId({ code: itsCode }));
    return `${keyOf(name)}: ${inner}${isRequired ? "" : ".nullish()"}`;
  });
  return `z.object({ ${members.join(", ")} })`;
}

function groupsOf(fields) {
  const groups = new Map();
  for (const field of fields) groups.set(field[0][0], [...(groups.get(field[0][0]) ?? []), field]);
  return groups;
}

/** The members of a resource, but URN, endpoints and relations, by their sources. */
export function membersOf({ name, account, region, status, createdAt, size, tags, iam }) {
  const read = (field) => (field === undefined ? undefined : reading(field));
  const isSized = size?.code === "unitAndValue";
  const displayName = iam === undefined ? undefined : "item.iam?.displayName";
  return {
    name: read(name) ?? displayName,
    account: read(account),
    region: read(region),
    status: read(status) ?? (iam === undefined ? undefined : "item.iam?.state"),
    createdAt: read(createdAt),
    sizeBytes: isSized ? `unitAndValue(${read(size)})` : undefined,
    tags: tagsOf(tags, iam),
    attributes: size === undefined || isSized ? undefined : `{ size: ${read(size)} }`,
  };
}

function tagsOf(tags, iam) {
  if (tags?.code === "texts") return `${reading(tags)} ?? []`;
  if (iam !== undefined) return "customerTags(item.iam?.tags)";
  return tags === undefined ? undefined : `customerTags(${reading(tags)})`;
}
