import type { Resource } from "../../inventory/resource.ts";
import type { Entry } from "./messages.ts";

// A Go client refuses a message over 4 MiB (PlakarKorp/go-inventory-sdk), and details are what can grow.
const largestDetailsBytes = 64 * 1024;

/** A resource as the control plane reads it. Details that are too large lose first what is specific to the kind. */
export function entryOf({ details, ...resource }: Resource): Entry {
  const shorter = { ...details, attributes: {} };
  for (const part of [details, shorter, { ...shorter, relations: [], protection: [] }]) {
    const bytes = Buffer.from(JSON.stringify(part), "utf8");
    if (bytes.length < largestDetailsBytes) return { ...resource, details: bytes };
  }
  return { ...resource, details: Buffer.from("{}") };
}
