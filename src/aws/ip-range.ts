import ipaddr from "ipaddr.js";

const { IPv4, IPv6 } = ipaddr;

/** An IPv4 range and its two halves, each in CIDR notation with its own network address, as EC2 requires. */
export interface HalvedRange {
  readonly whole: string;
  readonly halves: readonly [string, string];
}

/** Splits an IPv4 range in two. @param cidr a range of at least two addresses, e.g. 10.0.0.0/24; host bits are cleared */
export function halved(cidr: string): HalvedRange {
  const [, prefix] = IPv4.parseCIDR(cidr);
  const first = IPv4.networkAddressFromCIDR(cidr).toString();
  const last = IPv4.broadcastAddressFromCIDR(cidr).toString();
  const half = prefix + 1;
  const second = IPv4.networkAddressFromCIDR(`${last}/${half}`).toString();
  return { whole: `${first}/${prefix}`, halves: [`${first}/${half}`, `${second}/${half}`] };
}

/**
 * Clears the host bits of a range: `10.0.0.1/24` → `10.0.0.0/24`. `2001:DB8::/32` is unchanged.
 *
 * @returns undefined if the text is not a range as EC2 writes it: `10/8` and `010.0.0.0/8`, which some programs read as octal, are not
 */
export function fromFirstAddress(cidr: string): string | undefined {
  if (!IPv4.isValidCIDRFourPartDecimal(cidr) && !IPv6.isValidCIDR(cidr)) return undefined;
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const first = cidr.includes(":") ? IPv6.networkAddressFromCIDR(cidr) : IPv4.networkAddressFromCIDR(cidr);
  return first.toString() === address.toString() ? cidr : `${first.toString()}/${prefix}`;
}

/** Checks whether `inner` lies within `outer`. False if either is not an IPv4 range. */
export function holdsRange(outer: string, inner: string): boolean {
  if (!IPv4.isValidCIDRFourPartDecimal(outer) || !IPv4.isValidCIDRFourPartDecimal(inner)) return false;
  const [around, shorter] = IPv4.parseCIDR(outer);
  const [within, longer] = IPv4.parseCIDR(inner);
  return shorter <= longer && within.match([around, shorter]);
}

/**
 * Returns the special purpose of the first address of an IPv4 range if EC2 refuses to create a VPC from that range, or undefined.
 *
 * Source: RFC 6890, and EC2, which refuses only these of the special ranges. Read 2026-11.
 */
export function purposeOf(cidr: string): "loopback" | "linkLocal" | "multicast" | "unspecified" | undefined {
  const kind = IPv4.parseCIDR(cidr)[0].range();
  return kind === "loopback" || kind === "linkLocal" || kind === "multicast" || kind === "unspecified"
    ? kind
    : undefined;
}
