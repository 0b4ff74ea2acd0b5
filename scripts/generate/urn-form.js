// The form of a kind's URN: its golden resource's, with each id, project and place replaced by the name of what it is.
import { urnPart } from "../../dist/inventory/safe-text.js";
import { fieldAt } from "../../dist/listing/field.js";

/**
 * The parts of a URN between colons: `{ text }` that is the same for all, or `{ name }` of what is filled in, which is a field of the item,
 * `realm`, `project`, `organization`, `region`, `zone`, or the kind whose id it is.
 */
export function urnPartsOf({ resource, scope, item }, row) {
  const { urn } = resource;
  const id = fieldAt(item, row.list.idField);
  if (id === urn) return [{ name: row.list.idField }];
  const own = { [row.list.idField]: id };
  const { project, organization, locality } = scope;
  const place = row.locality === "zone" ? { zone: locality } : { region: locality ?? item.region };
  const around = { project, organization, ...place, ...parentIds(scope.parent, row) };
  const parts = urn.split(":");
  return parts.map((text, index) => {
    if (index < 2) return { text };
    if (index === 2 && text === scope.realm) return { name: "realm" };
    // A project's own id is that of the project, and stands last as well.
    const known = index === parts.length - 1 ? { ...around, ...own } : { ...own, ...around };
    const name = nameOf(text, known);
    return name === undefined ? { text } : { name };
  });
}

function parentIds(parent, row) {
  const above = row.parent?.kind;
  if (parent === undefined || above === undefined) return {};
  return { ...parentIds(parent.above, above), [above.id]: parent.id };
}

function nameOf(text, values) {
  return Object.entries(values).findLast(([, value]) => isId(value) && urnPart(String(value)) === text)?.[0];
}

const isId = (value) => typeof value === "string" || typeof value === "number";

/** `urn:v1:{realm}:resource:vps:{name}`. */
export function urnFormOf(parts) {
  return parts.map(({ text, name }) => text ?? `{${name}}`).join(":");
}

/** Whether a URN has the form that these parts have: any text stands in the place of a name. */
export function hasForm(urn, parts) {
  const words = urn.split(":");
  return words.length === parts.length && parts.every(({ text }, index) => text === undefined || text === words[index]);
}
