import { InventoryError } from "./errors.ts";
import type { Remembered } from "./remembered.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { safeText } from "./safe-text.ts";
import type { Scope } from "./scope.ts";

/**
 * The error of a place that says not to have a product, against other evidence. It is no absence any more: what was there may
 * still be there. The sentence names the setting that ends it where the product is really gone.
 *
 * @param evidence what says the opposite, as a part of a sentence.
 */
export function contradictedAbsence(
  error: InventoryError,
  evidence: string,
  kind: Pick<ResourceKind, "id">,
  scope: Pick<Scope, "id">,
): InventoryError {
  const exception = `accepted_gaps: ${kind.id}@${safeText(scope.id)}`;
  const sentence = `${error.message}, and ${evidence}; if the product is really gone there, ${exception} accepts that`;
  return new InventoryError("INVALID_RESPONSE", sentence, { requestId: error.requestId, cause: error });
}

/** The error of a place that says not to have a product, held against what earlier runs found there. */
export function rememberedAbsence(
  error: InventoryError,
  kind: Pick<ResourceKind, "id">,
  scope: Pick<Scope, "id">,
  remembered: Remembered | undefined,
): InventoryError {
  if (!error.notOffered || !remembered?.wasRead(kind.id, scope.id)) return error;
  return contradictedAbsence(error, "an earlier run found resources there", kind, scope);
}

/** The error without its claim that a product is "not offered", where that says nothing about the product. */
export function withoutAbsence(error: InventoryError): InventoryError {
  if (!error.notOffered) return error;
  const { code, message, requestId, advice } = error;
  return new InventoryError(code, message, { requestId, advice, cause: error });
}
