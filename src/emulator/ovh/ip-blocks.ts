import { BlockList, isIP, isIPv6 } from "node:net";

/** Whether a value is a block of addresses, `192.0.2.0/24` or a lone address. */
export function isIpBlock(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const { network, prefix } = parts(value);
  return isIP(network) !== 0 && Number.isInteger(prefix) && prefix >= 0 && prefix <= widthOf(network);
}

/** Whether an address lies in one of the blocks. */
export function isWithin(blocks: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const block of blocks.map(parts)) list.addSubnet(block.network, block.prefix, familyOf(block.network));
  return list.check(address, familyOf(address));
}

function parts(block: string): { readonly network: string; readonly prefix: number } {
  const [network = "", prefix] = block.split("/");
  return { network, prefix: prefix === undefined ? widthOf(network) : Number(prefix) };
}

function widthOf(address: string): number {
  return isIPv6(address) ? 128 : 32;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
