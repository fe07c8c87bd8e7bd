import { ssmParameterName } from "../../src/aws/ssm-parameter";

test.each([
  ["/images/base", "/images/base"],
  ["base", "base"],
  ["arn:aws:ssm:us-east-1:123456789012:parameter/images/base", "/images/base"],
  ["arn:aws:ssm:us-east-1:123456789012:parameter/base", "base"],
  ["arn:aws:ssm:us-east-1::parameter/aws/service/ami", "/aws/service/ami"],
])("the parameter %s has the name %s", (given, name) => {
  expect(ssmParameterName(given)).toBe(name);
});
