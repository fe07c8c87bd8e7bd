import { terraformName } from "../../src/constructs/terraform-name";

test.each([
  ["2022-base", "_2022-base"],
  ["base-2022", "base-2022"],
])("Terraform takes no name that starts with a digit: %s", (name, own) => {
  expect(terraformName(name)).toBe(own);
});
