import { filePlaces } from "../../../src/adoption/translation/file-places";

const policy = (resource: unknown, more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ReadComponentDocuments",
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::docs/components/*",
      },
      { Sid: "ReadFiles", Effect: "Allow", Action: "s3:GetObject", Resource: resource, ...more },
    ],
  });

test.each([
  ["a bucket", "arn:aws:s3:::tools/*", ["tools"]],
  ["a bucket in China", ["arn:aws-cn:s3:::tools/*"], ["tools"]],
  [
    "folders and a bucket",
    ["arn:aws:s3:::tools/a/b", "arn:aws:s3:::tools/a/b/*", "arn:aws:s3:::more/*"],
    ["tools/a/b", "more"],
  ],
])("reads %s", (_, resource, places) => {
  expect(filePlaces(policy(resource), "ReadFiles")).toEqual(places);
  expect(filePlaces(policy(resource), "WriteFiles")).toEqual([]);
});

test.each([
  ["a wildcard inside", policy("arn:aws:s3:::tools/*/a")],
  ["a bucket without its objects", policy("arn:aws:s3:::tools")],
  ["an escaped character", policy("arn:aws:s3:::tools/${*}/*")],
  ["one that is no location", policy(["arn:aws:s3:::tools/*", "*"])],
  ["a denial", policy("arn:aws:s3:::tools/*", { Effect: "Deny" })],
  ["no resource", policy(undefined)],
  ["no policy", undefined],
  ["no JSON", "{"],
  ["no statements", "{}"],
])("reads none of %s", (_, text) => {
  expect(filePlaces(text, "ReadFiles")).toEqual([]);
});
