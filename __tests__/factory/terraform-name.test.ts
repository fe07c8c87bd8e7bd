import fc from "fast-check";

import { arnName, resourceNamePattern } from "../../src/aws/resource-name";
import { terraformName, topicAddress } from "../../src/factory/terraform-name";

test.each([
  ["2022-base", "_2022-base"],
  ["base-2022", "base-2022"],
  ["WindowsServer2019", "WindowsServer2019"],
  ["nomis_rhel_7", "nomis_rhel_7"],
  ["Golden Image", "Golden_Image"],
  ["-base", "_-base"],
  ["_2022-base", "__2022-base"],
])("%s is %s in Terraform", (name, own) => {
  expect(terraformName(name)).toBe(own);
});

const names = fc.stringMatching(resourceNamePattern);

test("every name in AWS is an identifier of Terraform", () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(terraformName(name)).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
    }),
  );
});

test("two names have one address only where they have one ARN", () => {
  const short = fc.stringMatching(/^[-_aA1][-_ aA1]{1,3}[-_aA1]$/);
  fc.assert(
    fc.property(short, short, (one, other) => {
      const sameAddress = terraformName(one) === terraformName(other);
      expect(sameAddress && arnName(one) !== arnName(other)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["images", "images"],
  ["7x", "_7x"],
  ["_7x", "__7x"],
  ["__7x", "___7x"],
  ["-x", "_-x"],
  ["_-x", "__-x"],
  ["_x", "_x"],
  ["x-7", "x-7"],
])("the topic %s is %s in Terraform", (name, own) => {
  expect(topicAddress(name)).toBe(own);
});
