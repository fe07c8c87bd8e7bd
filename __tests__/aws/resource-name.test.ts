import { arnName, resourceNameFault } from "../../src/aws/resource-name";

test.each(["WindowsServer2019", "nomis_rhel_7", "Golden Image", "-_-", "2022", "a".repeat(126)])("takes %s", (name) => {
  expect(resourceNameFault(name)).toBeUndefined();
});

test.each([
  ["ab", "has 2 characters"],
  ["a".repeat(127), "has 127 characters"],
  [" base", "starts or ends with a space"],
  ["base ", "starts or ends with a space"],
  ["linux.base", 'contains "."'],
  ["größe", 'contains "ö"'],
  ["a\u00a0b", 'contains "\u00a0"'],
])("refuses %s, which %s", (name, fault) => {
  expect(resourceNameFault(name)).toBe(fault);
});

test.each([
  ["linux-base", "linux-base"],
  ["Golden Image", "golden-image"],
  ["nomis_rhel_7", "nomis-rhel-7"],
])("ARNs hold %s as %s", (name, own) => {
  expect(arnName(name)).toBe(own);
});
