import { compareVersions, lineOf, nextVersion, parseLine, parseVersion } from "../../src/versions/version";

describe("parseVersion", () => {
  it.each(["0.0.0", "1.0.3", "1.0.1073741823"])("takes %s", (text) => {
    expect(parseVersion(text)).toEqual(text.split(".").map(Number));
  });

  it.each(["1.0", "1.0.0.0", "1.0.x", "01.0.0", "1.0.1073741824", "1.0.99999999999", "-1.0.0", " 1.0.0", ""])(
    "refuses %j",
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});

describe("parseLine", () => {
  it("takes two numbers alone", () => {
    expect(parseLine("1.1073741823")).toEqual([1, 1073741823]);
    expect(parseLine("1.1073741824")).toBeUndefined();
    expect(parseLine("1")).toBeUndefined();
    expect(parseLine("1.0.0")).toBeUndefined();
  });
});

describe("compareVersions", () => {
  it("compares numbers, not letters", () => {
    expect(["1.0.10", "2.0.0", "1.0.9", "1.10.0", "1.9.0"].sort(compareVersions)).toEqual([
      "1.0.9",
      "1.0.10",
      "1.9.0",
      "1.10.0",
      "2.0.0",
    ]);
    expect(compareVersions("1.0.0", "1.0.0")).toBe(0);
  });
});

describe("nextVersion", () => {
  it.each([
    ["1.0", undefined, "1.0.0"],
    ["1.0", "1.0.9", "1.0.10"],
    ["1.1", "1.0.9", "1.1.0"],
    ["1.0", "1.1.0", undefined],
    ["1.0", "1.0.1073741822", "1.0.1073741823"],
    ["1.0", "1.0.1073741823", undefined],
  ])("on line %s after %s gives %s", (line, highest, next) => {
    expect(nextVersion(line, highest)).toBe(next);
  });
});

describe("lineOf", () => {
  it("drops the patch", () => {
    expect(lineOf("1.20.3")).toBe("1.20");
  });
});
