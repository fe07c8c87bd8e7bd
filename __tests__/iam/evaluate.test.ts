import { decide, type Request } from "../helpers/iam/evaluate";
import type { Statement } from "../helpers/iam/policy";

const role = "arn:aws:iam::123456789012:role/images";
const allowing = (statement: Partial<Statement>, request: Partial<Request> = {}) =>
  decide([{ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...statement }] }], {
    action: "s3:GetObject",
    resource: "arn:aws:s3:::bucket/a/b",
    context: {},
    ...request,
  });

test.each<[string, Partial<Statement>, Partial<Request>, string]>([
  ["an action", {}, {}, "allow"],
  ["an action in another case", { Action: "S3:getobject" }, {}, "allow"],
  ["an action by wildcard", { Action: ["s3:Put*", "s3:Get*"] }, {}, "allow"],
  ["another action", { Action: "s3:GetObjectAcl" }, {}, "none"],
  ["all actions but another", { Action: undefined, NotAction: "s3:Put*" }, {}, "allow"],
  ["all actions but this", { Action: undefined, NotAction: "s3:Get*" }, {}, "none"],
  ["a resource by wildcard", { Resource: ["arn:aws:s3:::bucket/*"] }, {}, "allow"],
  ["another resource", { Resource: "arn:aws:s3:::bucket" }, {}, "none"],
  ["all resources but another", { Resource: undefined, NotResource: "arn:aws:s3:::other/*" }, {}, "allow"],
  ["all resources but this", { Resource: undefined, NotResource: "arn:aws:s3:::bucket/*" }, {}, "none"],
  ["a resource with a star in its name", { Resource: "arn:aws:s3:::bucket/${*}/*" }, {}, "none"],
  ["that one", { Resource: "arn:aws:s3:::bucket/${*}/*" }, { resource: "arn:aws:s3:::bucket/*/b" }, "allow"],
  ["a resource with a dot, which is no wildcard", { Resource: "arn:aws:s3:::b.cket/*" }, {}, "none"],
  ["to deny", { Effect: "Deny" }, {}, "deny"],
])("says of %s", (_what, statement, request, decision) => {
  expect(allowing(statement, request)).toBe(decision);
});

test.each<[Statement["Condition"], Request["context"], string]>([
  [{ StringEquals: { "aws:RequestTag/CreatedBy": ["a", "b"] } }, { "aws:requesttag/CreatedBy": "b" }, "allow"],
  [{ StringEquals: { "aws:RequestTag/CreatedBy": "a" } }, { "aws:RequestTag/CreatedBy": "A" }, "none"],
  [{ StringEquals: { "aws:RequestTag/CreatedBy": "a" } }, {}, "none"],
  [{ StringEqualsIfExists: { "aws:SourceAccount": "1" } }, {}, "allow"],
  [{ StringEqualsIfExists: { "aws:SourceAccount": "1" } }, { "aws:SourceAccount": "2" }, "none"],
  [{ StringNotEquals: { "aws:SourceAccount": ["1", "2"] } }, { "aws:SourceAccount": "2" }, "none"],
  [{ StringNotEquals: { "aws:SourceAccount": "1" } }, {}, "allow"],
  [{ StringLike: { "kms:ViaService": "ec2.*.amazonaws.com" } }, { "kms:ViaService": "ec2.x.amazonaws.com" }, "allow"],
  [{ StringLike: { "kms:ViaService": "ec2.*.amazonaws.com" } }, { "kms:ViaService": "s3.x.amazonaws.com" }, "none"],
  [{ StringEquals: { "kms:ViaService": "ec2.*.amazonaws.com" } }, { "kms:ViaService": "ec2.x.amazonaws.com" }, "none"],
  [{ ArnLike: { "aws:SourceArn": "arn:*:x:*" } }, { "aws:SourceArn": "arn:aws:x:y" }, "allow"],
  [{ ArnEquals: { "aws:PrincipalArn": role } }, { "aws:PrincipalArn": role }, "allow"],
  [{ ArnEquals: { "aws:PrincipalArn": role } }, { "aws:PrincipalArn": `${role}2` }, "none"],
  [{ Bool: { "aws:SecureTransport": "false" } }, { "aws:SecureTransport": "false" }, "allow"],
  [{ Bool: { "kms:GrantIsForAWSResource": true } }, { "kms:GrantIsForAWSResource": "true" }, "allow"],
  [{ Bool: { "aws:SecureTransport": "false" } }, {}, "none"],
  [{ Null: { "aws:TokenIssueTime": "true" } }, {}, "allow"],
  [{ Null: { "aws:TokenIssueTime": "false" } }, {}, "none"],
  [{ "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } }, { "aws:TagKeys": ["a"] }, "allow"],
  [{ "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": ["a", "b"] }, "none"],
  [{ "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }, {}, "allow"],
  [{ "ForAnyValue:StringEquals": { "aws:CalledVia": "a" } }, { "aws:CalledVia": ["a", "b"] }, "allow"],
  [{ "ForAnyValue:StringEquals": { "aws:CalledVia": "a" } }, {}, "none"],
  [
    { StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } },
    { "aws:ResourceAccount": "1", "aws:PrincipalAccount": "1" },
    "allow",
  ],
  [{ StringEquals: { a: "1" }, Bool: { b: "true" } }, { a: "1", b: "false" }, "none"],
])("with the condition %j, says of %j", (Condition, context, decision) => {
  expect(allowing({ Condition }, { context })).toBe(decision);
});

test("an operator that it does not know is no condition that holds", () => {
  expect(() => allowing({ Condition: { NumericLessThan: { a: "1" } } }, { context: { a: "0" } })).toThrow(
    'the condition operator "NumericLessThan" is not known',
  );
});

test.each<[string, Statement["Principal"], string, string]>([
  ["everybody", "*", role, "allow"],
  ["everybody with an account", { AWS: "*" }, role, "allow"],
  ["the role", { AWS: [role] }, role, "allow"],
  ["another role", { AWS: `${role}2` }, role, "none"],
  ["its account", { AWS: "arn:aws:iam::123456789012:root" }, role, "delegate"],
  ["another account", { AWS: "arn:aws:iam::111122223333:root" }, role, "none"],
  ["a service", { Service: "events.amazonaws.com" }, "service:events.amazonaws.com", "allow"],
  ["another service", { Service: "events.amazonaws.com" }, "service:ec2.amazonaws.com", "none"],
])("a policy of a resource that names %s", (_who, Principal, principal, decision) => {
  expect(allowing({ Principal }, { principal })).toBe(decision);
});

test("what one statement denies, no other allows", () => {
  const Statement = [
    { Effect: "Deny", Action: "*", Resource: "*" },
    { Effect: "Allow", Action: "*", Resource: "*" },
  ] as const;
  expect(decide([{ Statement }], { action: "s3:GetObject", resource: "arn:aws:s3:::b/k", context: {} })).toBe("deny");
});
