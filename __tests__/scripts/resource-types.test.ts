import { resourceTypes } from "../../scripts/resource-types";
import { overridableTypes } from "../../src/aws/provider-arguments";

test("the arguments of every resource type that a construct creates can be overridden", () => {
  expect(resourceTypes()).toEqual(overridableTypes);
});
