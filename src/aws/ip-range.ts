import ipaddr from "ipaddr.js";

const { IPv4, IPv6 } = ipaddr;

/** An IPv4 range and its halves, each in CIDR notation and starting at its own first address, as EC2 takes them. */
export interface HalvedRange {
  readonly whole: string;
  readonly halves: readonly [string, string];
}

/** @param cidr an IPv4 range of at least two addresses, e.g. 10.0.0.0/24; bits after the prefix are dropped */
export function halved(cidr: string): HalvedRange {
  const [, prefix] = IPv4.parseCIDR(cidr);
  const first = IPv4.networkAddressFromCIDR(cidr).toString();
  const last = IPv4.broadcastAddressFromCIDR(cidr).toString();
  const half = prefix + 1;
  const second = IPv4.networkAddressFromCIDR(`${last}/${half}`).toString();
  return { whole: `${first}/${prefix}`, halves: [`${first}/${half}`, `${second}/${half}`] };
}

/** The same range from its first address on: `10.0.0.1/24` as `10.0.0.0/24`, `2001:DB8::/32` as it is. Undefined where it is no range. */
export function fromFirstAddress(cidr: string): string | undefined {
  if (!ipaddr.isValidCIDR(cidr)) return undefined;
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const first = cidr.includes(":") ? IPv6.networkAddressFromCIDR(cidr) : IPv4.networkAddressFromCIDR(cidr);
  return first.toString() === address.toString() ? cidr : `${first.toString()}/${prefix}`;
}

/** Whether a range lies within another; false where one of the two is not an IPv4 range. */
export function holdsRange(outer: string, inner: string): boolean {
  if (!IPv4.isValidCIDRFourPartDecimal(outer) || !IPv4.isValidCIDRFourPartDecimal(inner)) return false;
  const [around, shorter] = IPv4.parseCIDR(outer);
  const [within, longer] = IPv4.parseCIDR(inner);
  return shorter <= longer && within.match([around, shorter]);
}

/**
 * What the first address of a range is kept for, where EC2 makes no VPC of it.
 *
 * Source: RFC 6890, and EC2, which refuses these alone of the special ranges. Read 2026-11.
 */
export function purposeOf(cidr: string): "loopback" | "linkLocal" | "multicast" | "unspecified" | undefined {
  const kind = IPv4.parseCIDR(cidr)[0].range();
  return kind === "loopback" || kind === "linkLocal" || kind === "multicast" || kind === "unspecified"
    ? kind
    : undefined;
}
