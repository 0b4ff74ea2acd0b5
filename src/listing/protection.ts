import type { Protection } from "../inventory/resource.ts";

type Words = Omit<Protection, "type" | "state">;
type Absent<Value> = { readonly [Key in keyof Value]?: Value[Key] | null | undefined };

/**
 * A protection as the cloud's answer says it.
 *
 * @param isEnabled `undefined` where the answer does not say or was not read, which is `unknown`; `null` where the provider answers
 * that there is none.
 * @param words what else is known of a protection that is there; what is absent or null is left out
 */
export function protection(
  type: Protection["type"],
  isEnabled: boolean | null | undefined,
  words: Absent<Words> = {},
): Protection {
  if (isEnabled === undefined) return { type, state: "unknown" };
  if (!isEnabled) return { type, state: "disabled" };
  const known = Object.entries(words).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return { type, state: "enabled", ...Object.fromEntries(known) };
}
