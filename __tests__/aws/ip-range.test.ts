import fc from "fast-check";

import { fromFirstAddress, halved } from "../../src/aws/ip-range";

test.each([
  ["10.0.0.0/24", "10.0.0.0/24", ["10.0.0.0/25", "10.0.0.128/25"]],
  ["192.168.0.0/16", "192.168.0.0/16", ["192.168.0.0/17", "192.168.128.0/17"]],
  ["172.31.255.224/27", "172.31.255.224/27", ["172.31.255.224/28", "172.31.255.240/28"]],
  ["10.1.2.3/23", "10.1.2.0/23", ["10.1.2.0/24", "10.1.3.0/24"]],
  ["255.255.255.255/16", "255.255.0.0/16", ["255.255.0.0/17", "255.255.128.0/17"]],
])("%s is halved", (cidr, whole, halves) => {
  expect(halved(cidr)).toEqual({ whole, halves });
});

test("the halves have no address in common and together all of the range", () => {
  const bits = (cidr: string): string => {
    const [address = "", length = ""] = cidr.split("/");
    const octets = address.split(".").map((octet) => Number(octet).toString(2).padStart(8, "0"));
    return octets.join("").slice(0, Number(length));
  };
  const range = fc
    .tuple(fc.ipV4(), fc.integer({ min: 16, max: 27 }))
    .map(([address, length]) => `${address}/${length}`);
  fc.assert(
    fc.property(range, (cidr) => {
      const { whole, halves } = halved(cidr);
      expect(bits(whole)).toBe(bits(cidr));
      expect(halves.map(bits)).toEqual([`${bits(cidr)}0`, `${bits(cidr)}1`]);
    }),
  );
});

test("a range starts at its first address, and halving that changes nothing", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 16, max: 27 }), (address, length) => {
      const once = halved(`${address}/${length}`);
      expect(halved(once.whole)).toEqual(once);
    }),
  );
});

test.each([
  ["10.1.2.3/8", "10.0.0.0/8"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["::/0", "::/0"],
  ["2001:db8::1/32", "2001:db8::/32"],
  ["2001:0DB8::/32", "2001:0DB8::/32"],
  ["300.0.0.0/8", undefined],
  ["1.2.3.4/33", undefined],
  ["010.0.0.0/8", undefined],
  ["10/8", undefined],
])("%s from its first address on is %s", (cidr, range) => {
  expect(fromFirstAddress(cidr)).toBe(range);
});
