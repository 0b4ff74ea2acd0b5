import type { ListedKind } from "../../src/listing/kind.ts";
import type { ExampleRow } from "../generate/goldens.d.ts";

export interface KindRequest {
  readonly id: string;
  readonly provider: string;
  readonly cloud: "ovhcloud" | "scaleway";
  /** The route that lists it, as vendor/ writes it. */
  readonly list: string;
  readonly family: string;
  readonly title?: string;
  readonly below?: string;
  readonly product?: string;
  readonly permissionSet?: string;
}

export interface KindPlan {
  /** The text of each file, by its path; not yet formatted. */
  readonly files: Readonly<Record<string, string>>;
  /** What `npm run generate` has to know of the row to make its example. */
  readonly example: ExampleRow;
  /** What docs/not-covered.md says of the product already. */
  readonly notCovered: readonly { readonly name: string; readonly reason: string }[];
  /** How the list is read, in words. */
  readonly words: string;
  /** What a person has to decide, with what is known of it. */
  readonly decisions: readonly (readonly [member: string, what: string])[];
}

export function planOf(request: KindRequest, rowsOfProduct: Readonly<Record<string, readonly ListedKind[]>>): KindPlan;
