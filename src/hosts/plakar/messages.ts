import type { Resource } from "../../inventory/resource.ts";
import { detailsText } from "./details.ts";
import { createEncoder, fieldsOf, type MessageWriter } from "./wire-format.ts";

// Field numbers: PlakarKorp/go-inventory-sdk, sdk/inventory.pb.go. Number 11 is the country and nothing else: an experiment that
// used it for `locators` was never released.

const encode = createEncoder();

/** `ListResponse{entry = 1}`; empty strings and maps are left out, as Go leaves them out. */
export function encodeListResponse(resource: Resource): Buffer {
  return encode((response) => response.message(1, () => writeEntry(response, resource)));
}

function writeEntry(message: MessageWriter, entry: Resource): void {
  message.optionalText(1, entry.class);
  message.optionalText(2, entry.subclass);
  for (const tag of entry.tags) message.text(3, tag);
  message.optionalText(4, entry.urn);
  message.optionalText(5, entry.name);
  message.optionalText(6, entry.region);
  message.optionalText(7, entry.service);
  message.optionalText(8, entry.resource);
  message.text(9, detailsText(entry.details));
  for (const { type, endpoint, attributes } of entry.endpoints) {
    message.message(10, () => {
      message.optionalText(1, type);
      message.optionalText(2, endpoint);
      message.map(3, attributes);
    });
  }
  message.optionalText(11, entry.country);
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
