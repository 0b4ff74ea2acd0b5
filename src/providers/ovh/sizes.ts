import * as z from "zod";
import { text } from "../../listing/fields.ts";

/** `complexType.UnitAndValue` in an answer. */
export const sizeWithUnit = z.object({ unit: text, value: z.number().nonnegative() }).nullish();

/**
 * Volumes and images are counted in GiB, as OpenStack does. The schema says "GB" for some of them; that it means the same
 * unit for a volume, its snapshot and its backup is taken from their equal numbers and was never seen stated.
 */
export function gibibytes(size: number | null | undefined): number | undefined {
  return typeof size === "number" ? Math.round(size * 1024 ** 3) : undefined;
}

const unitBytes: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 1024,
  MIB: 1024 ** 2,
  GIB: 1024 ** 3,
  TIB: 1024 ** 4,
};

/** `complexType.UnitAndValue`: undefined for a unit that we do not know, rather than a wrong size. */
export function unitAndValue(
  size: { readonly unit?: string | null | undefined; readonly value: number } | null | undefined,
): number | undefined {
  const bytes = unitBytes[size?.unit?.toUpperCase() ?? ""];
  return size && bytes !== undefined ? Math.round(size.value * bytes) : undefined;
}

/** `complexType.UnitAndValue`, in an answer. */
export const unitValue = z.object({ unit: text, value: z.number().nonnegative() }).nullish();
