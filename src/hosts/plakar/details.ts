import type { Resource } from "../../inventory/resource.ts";

// A Go client refuses a message over 4 MiB (PlakarKorp/go-inventory-sdk), and details are what can grow.
const largestDetailsBytes = 64 * 1024;

/** Details as they go over the wire, in JSON. What is too large loses first what is specific to the kind. */
export function detailsText(details: Resource["details"]): string {
  const whole = JSON.stringify(details);
  return fits(whole) ? whole : shortened(details);
}

function shortened(details: Resource["details"]): string {
  const shorter = { ...details, attributes: {} };
  const texts = [shorter, { ...shorter, relations: [], protection: [] }].map((part) => JSON.stringify(part));
  return texts.find(fits) ?? "{}";
}

function fits(text: string): boolean {
  // A character takes at most three bytes, and nearly all details are small: most need not be measured.
  return text.length * 3 < largestDetailsBytes || Buffer.byteLength(text) < largestDetailsBytes;
}
