import { filePlaces, otherPlaces } from "../../../src/adoption/translation/file-places";

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

const other = (action: unknown, more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: action, Resource: ["arn:aws:s3:::tools", "arn:aws:s3:::tools/a/*"], ...more },
  });

test.each([
  ["an action", other("s3:GetObject")],
  ["a list", other(["s3:ListBucket", "S3:getobject"])],
  ["a wildcard", other("s3:Get*")],
])("reads the places that other code allows by %s", (_, text) => {
  expect(otherPlaces(text, "s3:GetObject")).toEqual(["tools/a"]);
  expect(otherPlaces(text, "s3:PutObject")).toEqual([]);
});

test.each([
  ["a denial", other("s3:GetObject", { Effect: "Deny" })],
  ["a condition", other("s3:GetObject", { Condition: { Bool: { "aws:SecureTransport": "true" } } })],
  ["every bucket", other("s3:GetObject", { Resource: "*" })],
  ["all but a place", other("s3:GetObject", { Resource: undefined, NotResource: "arn:aws:s3:::tools/*" })],
  ["all but an action", other(undefined, { NotAction: "s3:PutObject" })],
  ["the policy of this project", policy("arn:aws:s3:::tools/*")],
  ["no policy", undefined],
])("reads none of %s", (_, text) => {
  expect(otherPlaces(text, "s3:GetObject")).toEqual([]);
});
