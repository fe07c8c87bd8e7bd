import { updated } from "../../../../src/review/judgement/examples";
import { reviewExample } from "../../example-review";

const deleteAfter = (value: number, unit: string) => ({
  status: "ENABLED",
  policy_detail: [{ action: [{ type: "DELETE" }], filter: [{ type: "AGE", value, unit }] }],
  resource_selection: [{ recipe: [{ name: "linux-base" }] }],
});

type Age = readonly [value: number, unit: string];

const codes = (before: Age, after: Age) =>
  reviewExample(
    updated("aws_imagebuilder_lifecycle_policy", deleteAfter(...before), deleteAfter(...after)),
  ).findings.map(({ code }) => code);

const cases: readonly (readonly [before: Age, after: Age, earlier: boolean])[] = [
  [[1, "MONTHS"], [29, "DAYS"], true],
  [[1, "MONTHS"], [30, "DAYS"], false],
  [[31, "DAYS"], [1, "MONTHS"], true],
  [[30, "DAYS"], [1, "MONTHS"], false],
  [[1, "WEEKS"], [6, "DAYS"], true],
  [[1, "WEEKS"], [7, "DAYS"], false],
  [[1, "YEARS"], [364, "DAYS"], true],
  [[1, "YEARS"], [365, "DAYS"], false],
];

it.each(cases)("a lifecycle policy after %j is changed to %j, which deletes earlier: %s", (before, after, earlier) => {
  expect(codes(before, after).includes("lifecycle-deletes")).toBe(earlier);
});

test("a plan that does not say which Terraform made it has no other version than before", () => {
  const previous = { terraformVersion: "1.11.4" };
  expect(reviewExample({ terraform_version: undefined, previous }).findings).toEqual([]);
  expect(reviewExample({ terraform_version: "1.12.0", previous }).findings.map(({ code }) => code)).toEqual([
    "version-line-changed",
  ]);
});
