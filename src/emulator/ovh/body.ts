import type { EmulatedRequest } from "../answer.ts";
import type { Item } from "../lists.ts";
import { ovhRefusals } from "./refusals.ts";

/** The JSON object that a request carries. */
export function readBody({ body }: EmulatedRequest): Item {
  const value = parsed(body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw ovhRefusals.badRequest("body");
  return { ...value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A list of a body, all of whose items have a type. */
export function listAt<Member>(
  body: Item,
  field: string,
  isMember: (value: unknown) => value is Member,
): readonly Member[] {
  const value = body[field];
  if (!Array.isArray(value) || !value.every(isMember)) throw ovhRefusals.badRequest(field);
  return value;
}

/** Whether a value of a body is text. */
export function isText(value: unknown): value is string {
  return typeof value === "string";
}
