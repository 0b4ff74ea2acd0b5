// Which fields of an item a row is likely to read, from their names and types in vendor/.
import { isSecretName, snake } from "../examples/words.js";

const plain = /^(string|text|uuid|ip|ipv4|ipv6|region|zone|ipBlock)$/;
const numeric = /^(number|long|double)$/;
const moments = { ovhcloud: /^datetime$/, scaleway: /^date$/ };

/** For each member of a resource: the names that it goes by, the likeliest first. */
const names = {
  name: [
    "name",
    "displayName",
    "display_name",
    "spec.name",
    "currentState.name",
    "label",
    "title",
    "hostname",
    "description",
  ],
  status: ["status", "state", "resourceStatus", "status.state", "currentState.status"],
  createdAt: ["createdAt", "creationDate", "created_at", "creation_date", "metadata.createdAt", "created", "creation"],
  region: ["region", "currentState.location.region", "spec.region", "location", "datacenter", "cluster", "zone"],
  size: [
    "size",
    "sizeBytes",
    "volume.size",
    "storage.size",
    "zpoolSize",
    "diskSize",
    "storageSize",
    "capacity",
    "quota",
  ],
  tags: ["tags", "labels", "spec.labels"],
  account: ["organization_id", "organization"],
};

/** What a person may want to read beside, by what it could become. */
const candidates = {
  endpoints: /(^|_)(endpoints?|ips?|ip_?v[46]|address(es)?|hosts?|hostname|fqdn|dns|ur[li]|urls|port|domain)(_|$)/,
  relations: /(_id|_ids|_urn|attached_to|parent|server|cluster|instance|volume|network|project)$/,
  protection: /backup|snapshot|retention|protect|versioning|lock|replic|highly|(^|_)ha(_|$)/,
};

/**
 * The fields of an item: what a row reads of it, and what is left for a person to look at.
 *
 * @param {{ cloud: string, models: object, type: string, secrets: readonly string[], idField: string, idType: string, isPlaced: boolean }} route
 *   `isPlaced` where the scope says the region or zone already
 */
export function fieldsOf({ cloud, models, type, secrets, idField, idType, isPlaced }) {
  const typeAt = (path) => typeOf(models, type, path.split("."));
  const isSecret = (path) =>
    secrets.some((secret) => path === secret.replace(/\[\]/g, "")) || isSecretName(path.split(".").at(-1));
  const find = (role, isFitting) =>
    names[role].find((path) => path !== idField && !isSecret(path) && isFitting(bare(typeAt(path))));
  const isText = (word) => word !== undefined && (plain.test(word) || Array.isArray(models[word]));
  const text = (role) => found(find(role, isText), "text");
  const size = find("size", (word) => numeric.test(word ?? "") || isUnitAndValue(word));
  const tags = find("tags", (word) => /^string\[\]$|^map(\[string\]string|<string>)$/.test(word ?? ""));
  const chosen = {
    id: { path: idField, code: idType === "number" ? "numericId" : "id" },
    name: text("name"),
    status: text("status"),
    createdAt: found(
      find("createdAt", (word) => moments[cloud].test(word ?? "")),
      "moment",
    ),
    region: isPlaced ? undefined : text("region"),
    size: found(size, isUnitAndValue(bare(typeAt(size ?? ""))) ? "unitAndValue" : "size"),
    tags: found(tags, bare(typeAt(tags ?? "")) === "string[]" ? "texts" : "tagMap"),
    iam: bare(typeAt("iam"))?.endsWith("iam.ResourceMetadata") ? { path: "iam", code: "iamMetadata" } : undefined,
    account: cloud === "scaleway" ? text("account") : undefined,
  };
  const read = new Set(Object.values(chosen).flatMap((field) => field?.path.split(".")[0] ?? []));
  const others = Object.keys(models[type] ?? {}).filter((name) => !read.has(name) && !isScope(name));
  return {
    chosen: Object.fromEntries(Object.entries(chosen).filter(([, field]) => field !== undefined)),
    secret: others.filter(isSecret),
    others: others.filter((name) => !isSecret(name)),
  };
}

const found = (path, code) => (path === undefined ? undefined : { path, code });

/** What names the place and the owner is known from where the item was listed. */
const isScope = (name) => /^(project_id|project|organization_id|organization|region|zone|projectId)$/.test(name);

/** A type without the mark of what may be null. */
const bare = (type) => type?.replace(/\?$/, "");

const isUnitAndValue = (type) => /^complexType\.UnitAndValue<(long|double)>$/.test(type ?? "");

function typeOf(models, type, [name, ...rest]) {
  const own = models[bare(type)]?.[name];
  return rest.length === 0 || own === undefined ? own : typeOf(models, own, rest);
}

/** Of the fields that are not read, those that a member of a resource could be made of. */
export function candidatesFor(member, others) {
  return others.filter((name) => candidates[member].test(snake(name)));
}
