import type { Resource } from "../../inventory/resource.ts";
import type { Entry } from "./messages.ts";

// A Go client refuses a message over 4 MiB (PlakarKorp/go-inventory-sdk), and details are what can grow.
const largestDetailsBytes = 64 * 1024;

/** A resource as the control plane reads it. Details that are too large lose first what is specific to the kind. */
export function entryOf(resource: Resource): Entry {
  const whole = JSON.stringify(resource.details);
  return { ...resource, details: fits(whole) ? whole : shortened(resource.details) };
}

function shortened(details: Resource["details"]): string {
  const shorter = { ...details, attributes: {} };
  const texts = [shorter, { ...shorter, relations: [], protection: [] }].map((part) => JSON.stringify(part));
  return texts.find(fits) ?? "{}";
}

function fits(text: string): boolean {
  return Buffer.byteLength(text) < largestDetailsBytes;
}
