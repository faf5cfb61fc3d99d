import { isIPv6 } from "node:net";

const IPV4_WITHIN = /\d+\.\d+\.\d+\.\d+$/;

/**
 * The network that an address is counted as, where attempts are counted: a customer of IPv6 has a whole network of 64
 * bits (RFC 6177), and could come from another address each time.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const ipv4 = IPV4_WITHIN.exec(address)?.[0];
  if (ipv4) return ipv4;
  const [left = "", right] = (address.split("%")[0] ?? "").split("::");
  const [head, tail] = [left, right ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  if (!head || !tail) return address;
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => "0"), ...tail];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
