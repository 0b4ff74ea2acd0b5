import { isRecord } from "../../../../http/answer.ts";
import { fieldAt } from "../../../../listing/field.ts";
import { type Join, textOf } from "../../../../listing/kind.ts";
import { regionOf } from "../../regions.ts";
import { addressKind, withoutLength } from "../ipam/index.ts";

/**
 * Addresses in private networks: an interface of a server holds none, and IPAM names the interface that has an address (93 of 97
 * recorded servers of Scaleway's own clients have no other).
 */
export const privateAddresses: Join = {
  kind: addressKind,
  localityOf: regionOf,
  keyOf: (item) =>
    fieldAt(item, "resource.type") === "instance_private_nic" ? textOf(fieldAt(item, "resource.id")) : undefined,
  keep(item, kept) {
    const before = Array.isArray(kept?.["addresses"]) ? kept["addresses"] : [];
    const address = withoutLength(textOf(fieldAt(item, "address")));
    return { addresses: [...before, ...(address === undefined ? [] : [address])] };
  },
  needs: (server) => interfacesOf(server).length > 0,
  complete(server, facts) {
    if (!isRecord(server)) return server;
    const interfaces = interfacesOf(server).map((one) => ({
      ...one,
      addresses: [],
      ...facts.get(textOf(one["id"]) ?? ""),
    }));
    return { ...server, private_nics: interfaces };
  },
  warning: "instances are reported without addresses in private networks: IPAM could not be read",
};

function interfacesOf(server: unknown): readonly Readonly<Record<string, unknown>>[] {
  const interfaces = fieldAt(server, "private_nics");
  return Array.isArray(interfaces) ? interfaces.filter(isRecord) : [];
}
