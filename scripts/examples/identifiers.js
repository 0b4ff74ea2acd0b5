// Identifiers, addresses and names that belong to nobody, always the same for the same field of the same list.
import { createHash } from "node:crypto";

const digest = (seed) => createHash("sha256").update(seed).digest("hex");

/** A number below a bound. */
export const numberBelow = (bound, seed) => Number.parseInt(digest(seed).slice(0, 8), 16) % bound;

export const hexOf = (length, seed) => digest(seed).slice(0, length);

/** A UUID of version 4 (RFC 9562). */
export function uuidOf(seed) {
  const hex = digest(seed);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

// Addresses for documentation: RFC 5737 and RFC 3849; names: RFC 2606; MAC addresses: RFC 7042, section 2.1.2.
export const ipv4Of = (seed) =>
  `${numberBelow(2, `${seed}#net`) === 0 ? "192.0.2" : "198.51.100"}.${1 + numberBelow(254, seed)}`;
export const ipv6Of = (seed) => `2001:db8::${hexOf(4, seed).replace(/^0+(?=.)/, "")}`;
export const ipv4BlockOf = (seed) => (numberBelow(2, seed) === 0 ? "192.0.2.0/24" : "198.51.100.0/24");
export const ipv6BlockOf = (seed) => `2001:db8:${hexOf(4, seed).replace(/^0+(?=.)/, "")}::/64`;
export const macOf = (seed) => `00:00:5e:00:53:${hexOf(2, seed)}`;
export const hostOf = (label, seed) => `${label}-${hexOf(4, seed)}.example.com`;
