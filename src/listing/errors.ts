import { InventoryError } from "../inventory/errors.ts";

/** The item that was asked for would be lost behind the one that was answered. */
export function otherItem(): InventoryError {
  return new InventoryError("INVALID_RESPONSE", "a detail was answered with another item than the one asked for");
}
