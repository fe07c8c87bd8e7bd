import { admits, parseConstraint } from "../../src/versions/version-constraint";

/** The versions that a constraint admits, of those around it. */
const admitted = (constraint: string) =>
  ["4.99.9", "5.99.9", "5.100.0", "5.100.1", "5.101.0", "6.0.0"].filter((version) => admits(constraint, version));

describe("a version constraint", () => {
  it.each([
    ["5.100.0", ["5.100.0"]],
    ["= 5.100", ["5.100.0"]],
    ["!= 5.100.0", ["4.99.9", "5.99.9", "5.100.1", "5.101.0", "6.0.0"]],
    ["> 5.100.0", ["5.100.1", "5.101.0", "6.0.0"]],
    [">= 5.100.0", ["5.100.0", "5.100.1", "5.101.0", "6.0.0"]],
    ["< 5.100.0", ["4.99.9", "5.99.9"]],
    ["<= 5.100.0", ["4.99.9", "5.99.9", "5.100.0"]],
  ])("%s compares a version with its own", (constraint, versions) => {
    expect(admitted(constraint)).toEqual(versions);
  });

  it.each([
    ["~> 5.100.0", ["5.100.0", "5.100.1"]],
    ["~> 5.100", ["5.100.0", "5.100.1", "5.101.0"]],
    ["~> 5", ["5.99.9", "5.100.0", "5.100.1", "5.101.0"]],
  ])("%s admits later versions before the next one of its last but one number", (constraint, versions) => {
    expect(admitted(constraint)).toEqual(versions);
  });

  it("admits what meets all of its parts", () => {
    expect(admitted(">= 5.100, < 6, != 5.100.1")).toEqual(["5.100.0", "5.101.0"]);
    expect(admitted("  >=5.100.1 ,<  6 ")).toEqual(["5.100.1", "5.101.0"]);
  });

  it.each(["latest", "v5.100.0", "5.100.0-beta1", "5.100.0 or 6.0.0", ">= 5 < 6"])(
    "admits no version if it is none: %s",
    (constraint) => {
      expect(admitted(constraint)).toEqual([]);
    },
  );

  it("has the version of each part with three numbers", () => {
    expect(parseConstraint(">= 5, ~> 5.100, != 5.100.12").map(({ version }) => version)).toEqual([
      "5.0.0",
      "5.100.0",
      "5.100.12",
    ]);
  });
});
