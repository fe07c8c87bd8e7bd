import { intervalOfMedian, median } from "../../benchmarks/measure/median";

describe("the median", () => {
  it("is in the middle, whatever the order", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4])).toBe(4);
  });

  it("is halfway between the two in the middle", () => {
    expect(median([8, 1, 2, 4])).toBe(3);
  });

  it("is not there for no numbers", () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => intervalOfMedian([])).toThrow(RangeError);
  });
});

describe("where the true median lies", () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1).reverse();

  it("is the whole range of a few measurements", () => {
    expect(intervalOfMedian([3])).toEqual({ from: 3, to: 3 });
    expect(intervalOfMedian(upTo(8))).toEqual({ from: 1, to: 8 });
  });

  it("leaves out what is far from the middle of many", () => {
    // Ranks of the tables of the sign test for 95 %.
    expect(intervalOfMedian(upTo(9))).toEqual({ from: 2, to: 8 });
    expect(intervalOfMedian(upTo(20))).toEqual({ from: 6, to: 15 });
    expect(intervalOfMedian(upTo(41))).toEqual({ from: 14, to: 28 });
  });
});
