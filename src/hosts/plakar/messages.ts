import type { Resource } from "../../inventory/resource.ts";
import { field, fieldsOf, mapField, optionalField } from "./wire-format.ts";

// Field numbers: PlakarKorp/go-inventory-sdk, sdk/inventory.pb.go. Number 11 is the country and nothing else: an experiment that
// used it for `locators` was never released.

/** An entry with its details as they go over the wire. */
export type Entry = Pick<
  Resource,
  "urn" | "class" | "subclass" | "name" | "region" | "country" | "service" | "resource" | "tags" | "endpoints"
> & { readonly details: Uint8Array };

/** `ListResponse{entry = 1}`; empty strings and maps are left out, as Go leaves them out. */
export function encodeListResponse(entry: Entry): Buffer {
  return field(
    1,
    Buffer.concat([
      ...optionalField(1, entry.class),
      ...optionalField(2, entry.subclass),
      ...entry.tags.map((tag) => field(3, tag)),
      ...optionalField(4, entry.urn),
      ...optionalField(5, entry.name),
      ...optionalField(6, entry.region),
      ...optionalField(7, entry.service),
      ...optionalField(8, entry.resource),
      field(9, entry.details),
      ...entry.endpoints.map((endpoint) => field(10, encodeEndpoint(endpoint))),
      ...optionalField(11, entry.country),
    ]),
  );
}

function encodeEndpoint({ type, endpoint, attributes }: Entry["endpoints"][number]): Buffer {
  return Buffer.concat([...optionalField(1, type), ...optionalField(2, endpoint), ...mapField(3, attributes)]);
}

/** `InitRequest{config = 1}` as a plain object; a key that comes twice counts as it came last. */
export function decodeInitRequest(message: Buffer): Readonly<Record<string, string>> {
  const config = new Map<string, string>();
  for (const { number, bytes } of fieldsOf(message)) {
    if (number !== 1) continue;
    const entry = new Map([...fieldsOf(bytes)].map((part) => [part.number, part.bytes.toString("utf8")]));
    config.set(entry.get(1) ?? "", entry.get(2) ?? "");
  }
  return Object.fromEntries(config);
}

export type Empty = Readonly<Record<string, never>>;

/** `ListRequest` and `CloseRequest` have no field, and unknown ones are skipped. An object, since grpc-js counts `undefined` as no request. */
export function decodeEmpty(): Empty {
  return {};
}

/** `InitResponse` and `CloseResponse`. */
export function encodeEmpty(): Buffer {
  return Buffer.alloc(0);
}
