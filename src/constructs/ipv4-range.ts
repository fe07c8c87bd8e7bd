/** An IPv4 range and its halves, each in CIDR notation and starting at its own first address, as EC2 takes them. */
export interface HalvedRange {
  readonly whole: string;
  readonly halves: readonly [string, string];
}

/** @param cidr an IPv4 range of at least two addresses, e.g. 10.0.0.0/24; bits after the prefix are dropped */
export function halved(cidr: string): HalvedRange {
  const [address = "", length = ""] = cidr.split("/");
  const prefix = Number(length);
  const size = 2 ** (32 - prefix);
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const first = number - (number % size);
  return {
    whole: `${dotted(first)}/${prefix}`,
    halves: [`${dotted(first)}/${prefix + 1}`, `${dotted(first + size / 2)}/${prefix + 1}`],
  };
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");
}
