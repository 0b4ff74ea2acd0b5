// What the golden resources of all kinds say of them: the form of the URN, the protection that is told, and which kinds relations lead to.
import { findPath } from "../examples/paths.js";
import { vendorData } from "../examples/vendor-data.js";
import { linkTo } from "./kind-page.js";
import { pathsOf } from "./rows.js";
import { hasForm, urnFormOf, urnPartsOf } from "./urn-form.js";

/**
 * @param rows the rows of all kinds
 * @param goldens the accepted golden of each kind, by its id, as far as there is one
 * @returns facts by the id of the kind
 */
export function goldenFacts(rows, goldens) {
  const known = rows.filter(({ id }) => goldens[id]?.resource !== undefined);
  const parts = known.map((row) => ({ row, parts: urnPartsOf(goldens[row.id], row) }));
  const targetOf = (urn) => {
    const found = parts.filter((form) => hasForm(urn, form.parts)).map(({ row }) => linkTo(row));
    return found.join(" or ") || "something that no kind lists";
  };
  return Object.fromEntries(
    parts.map(({ row, parts: own }) => {
      const { protection, relations } = goldens[row.id].resource.details;
      const told = relations.map(({ type, urn }) => ({ type, to: targetOf(urn) }));
      const unique = [...new Map(told.map((relation) => [`${relation.type} ${relation.to}`, relation])).values()];
      return [
        row.id,
        { urn: urnFormOf(own), protection: [...new Set(protection.map(({ type }) => type))], relations: unique },
      ];
    }),
  );
}

/** Why nobody has seen an answer of a kind's list; undefined where somebody recorded one. */
export function neverSeenBy(row) {
  if (row.provider === "ovh") return "Its form is that of OVHcloud's API schema.";
  if (row.provider !== "scaleway") return "Its form is known from documentation alone.";
  // Recorded as XML, which vendor/ does not hold (scaleway/terraform-provider-scaleway).
  if (row.provesCredential) return undefined;
  const { list = "" } = pathsOf(row);
  const isRecorded = [list, list.replace(/\/\{\w+\}$/, "")].some((path) =>
    findPath(vendorData.scaleway.recorded, path),
  );
  return isRecorded && !row.unproven ? undefined : "Its form is that of Scaleway's SDK.";
}
