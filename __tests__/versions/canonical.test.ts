import fc from "fast-check";

import { canonicalJson } from "../../src/versions/canonical";

describe("canonicalJson", () => {
  it("sorts keys, leaves undefined members out and keeps the order of lists", () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: undefined }, "10": true })).toBe(
      '{"10":true,"a":{"d":null},"b":[2,1]}',
    );
  });

  it("tells apart what differs, and reads back as what it was made of", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
      }),
    );
  });

  it.each([[new Map([["a", 1]])], [new Date(0)], [NaN], [Infinity], [() => 1], [1n], [undefined], [[undefined]]])(
    "refuses %p, whose content would be lost",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(/^canonical JSON cannot hold \[object/);
    },
  );
});
