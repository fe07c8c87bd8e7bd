import { environmentSchema } from "../../src/definitions/schema/environment";
import { knows, lowestAdmitted, terraformConstraint } from "../../src/factory/terraform-versions";

const accepts = (terraformVersion: string): boolean =>
  environmentSchema.safeParse({ account: "123456789012", region: "us-east-1", terraformVersion }).success;

describe("a Terraform version", () => {
  it.each([
    ["1.7", "1.7.0"],
    ["0.12.24", "0.12.24"],
    ["~> 0.12.24", "0.12.24"],
    ["~>1.9", "1.9.0"],
    [">= 1", "1.0.0"],
    ["= 1.10.5", "1.10.5"],
    ["> 1.9, < 2", "1.9.0"],
    ["< 2, >= 1.5, >= 1.10", "1.10.0"],
    ["!= 1.9.3, >= 1.9", "1.9.0"],
  ])("%s is %s at the lowest", (version, lowest) => {
    expect(accepts(version)).toBe(true);
    expect(lowestAdmitted(version)).toBe(lowest);
  });

  it.each([
    "",
    "1",
    "latest",
    "v1.7",
    "< 2",
    "!= 1.7",
    "<= 1.9, != 1.8",
    "1.7, < 2",
    ">= 1.7 < 2",
    "~> 1.2.3.4",
    ">= 1.7,",
  ])("is not %j: nothing says where it starts, or it is no constraint", (version) => {
    expect(accepts(version)).toBe(false);
  });

  it.each([
    ["1.7", ">= 1.7"],
    ["~> 1.9", "~> 1.9"],
    [">= 1.5, < 2", ">= 1.5, < 2"],
  ])("%s is required as %s", (version, constraint) => {
    expect(terraformConstraint(version)).toBe(constraint);
  });

  it.each([
    [undefined, true],
    ["1.7", true],
    ["1.7.0", true],
    ["~> 1.10", true],
    ["1.6.9", false],
    [">= 0.12.24", false],
  ])("%s knows blocks `removed`, which came with 1.7: %s", (version, known) => {
    expect(knows(version, "removed")).toBe(known);
  });

  it("is read up to its end", () => {
    expect([lowestAdmitted("1.9-beta"), lowestAdmitted("1.9 beta"), lowestAdmitted("latest")]).toEqual([
      "0.0.0",
      "0.0.0",
      "0.0.0",
    ]);
  });
});
