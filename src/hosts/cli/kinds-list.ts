import { type Family, families } from "../../inventory/family.ts";
import type { KindRow } from "../../providers/kind-row.ts";
import { providerNames } from "../../providers/names.gen.ts";

/** The kinds of one provider. */
export interface ProviderKinds {
  readonly id: string;
  readonly kinds: readonly KindRow[];
}

/** The kinds of a family, provider by provider and product by product. */
export interface FamilyGroup {
  readonly family: Family;
  readonly products: readonly ProductGroup[];
}

interface ProductGroup {
  readonly provider: string;
  /** What the ids of its kinds begin with, behind the provider: `cloud`, `rdb`. */
  readonly product: string;
  readonly kinds: readonly Nested[];
}

/** A kind, and how many kinds of the same family and product it is below. */
interface Nested {
  readonly row: KindRow;
  readonly depth: number;
}

/** Kinds by family, in the order of the families; in each by provider and product, what is below a kind right behind it. */
export function groupedKinds(providers: readonly ProviderKinds[]): readonly FamilyGroup[] {
  return (Object.keys(families) as Family[]).flatMap((family): readonly FamilyGroup[] => {
    const products = providers.flatMap(({ id, kinds }) =>
      productsOf(
        id,
        kinds.filter((row) => row.family === family),
      ),
    );
    return products.length === 0 ? [] : [{ family, products }];
  });
}

function productsOf(provider: string, rows: readonly KindRow[]): readonly ProductGroup[] {
  const products = [...new Set(rows.map(productOf))];
  return products.map((product) => {
    const own = rows.filter((row) => productOf(row) === product);
    const isBelowOther = ({ below }: KindRow): boolean => own.some(({ id }) => id === below);
    return { provider, product, kinds: own.filter((row) => !isBelowOther(row)).flatMap((row) => nest(row, own, 0)) };
  });
}

function nest(row: KindRow, among: readonly KindRow[], depth: number): readonly Nested[] {
  return [
    { row, depth },
    ...among.filter(({ below }) => below === row.id).flatMap((one) => nest(one, among, depth + 1)),
  ];
}

function productOf({ id }: KindRow): string {
  return id.split(".")[1] ?? "";
}

/** The groups as what is printed of them. */
export const inGroups = {
  rows: ({ products }: FamilyGroup): readonly KindRow[] => products.flatMap(({ kinds }) => kinds.map(({ row }) => row)),
  text: (groups: readonly FamilyGroup[]): string => `${groups.map(familyText).join("\n")}\n${legend}`,
};

function familyText({ family, products }: FamilyGroup): string {
  const lines = products.flatMap(({ provider, product, kinds }) => [
    `  ${providerNames[provider]?.title ?? provider}: ${product}`,
    ...kinds.flatMap(kindLines),
  ]);
  return [`${family}: ${families[family]}`, ...lines].map((line) => `${line}\n`).join("");
}

function kindLines({ row, depth }: Nested): readonly string[] {
  const { id, title, class: kindClass, connectors = [], requests, rights } = row;
  const indent = "  ".repeat(depth);
  const taken = connectors.length > 0 ? `, taken by ${connectors.join(", ")}` : "";
  return [
    `  ${indent}${markOf(row)} ${id}  ${title}`,
    `      ${indent}${kindClass || "no class"}${taken}; requests: ${requests}; needs ${needsOf(rights)}`,
  ];
}

function markOf({ byDefault, optional, personal }: KindRow): string {
  if (personal) return "!";
  return optional ? "+" : byDefault ? "*" : " ";
}

const legend = `* read unless --kinds says otherwise
+ read too where it is granted; where it is not, nothing fails unless --kinds names it
! people: read only where --kinds names it by its whole id, never by a family, a pattern or all
A kind that is indented is listed below the one above it. --kinds takes the families, too: --kinds databases,backups
--requests adds up what a sweep of an account takes.
`;

/** Access rules are needed all together; of permission sets, one is enough. */
function needsOf({ rules = [], permissionSets = [] }: KindRow["rights"]): string {
  return rules.join(", ") || permissionSets.join(" or ") || "rights that are not documented";
}
