import { amiLookUp, lookUp, securityGroupLookUp } from "../../../src/definitions/schema/look-up";

test("tags, names and filters are filters of EC2, in the order of their names", () => {
  expect(lookUp.parse({ tags: { Name: "build" }, filters: { "vpc-id": ["vpc-1", "vpc-2"] } })).toEqual({
    filters: { "tag:Name": ["build"], "vpc-id": ["vpc-1", "vpc-2"] },
  });
  expect(Object.keys(lookUp.parse({ tags: { b: "1", a: "2" }, filters: { z: "3", c: "4" } }).filters)).toEqual([
    "c",
    "tag:a",
    "tag:b",
    "z",
  ]);
  expect(securityGroupLookUp.parse({ name: "build" })).toEqual({ filters: { "group-name": ["build"] } });
  expect(amiLookUp.parse({ owners: ["self"], name: "corp-*" })).toEqual({
    owners: ["self"],
    filters: { name: ["corp-*"] },
  });
});

test.each([
  [lookUp, {}],
  [lookUp, { tags: {} }],
  [lookUp, { name: "build" }],
  [securityGroupLookUp, { tags: {}, filters: {} }],
  [amiLookUp, { owners: ["self"] }],
  [amiLookUp, { name: "corp-*" }],
  [amiLookUp, { owners: ["me"], name: "corp-*" }],
])("nothing to look for, and nobody whose it is, is refused: %#", (schema, written) => {
  expect(schema.safeParse(written).success).toBe(false);
});
