import { usage } from "cloud-inventory-plugin/fleet";

/** Where a server listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Reads `HOST:PORT`; an IPv6 address stands in brackets.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function listenAddress(text: string): ListenAddress {
  const { bracketed, plain, port } =
    /^(?:\[(?<bracketed>[\da-fA-F:.]+)\]|(?<plain>[^:[\]/\s]+)):(?<port>\d{1,5})$/.exec(text)?.groups ?? {};
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65_535) {
    throw usage("--listen must be HOST:PORT, such as 127.0.0.1:9464 or [::]:9464");
  }
  return { host, port: Number(port) };
}
