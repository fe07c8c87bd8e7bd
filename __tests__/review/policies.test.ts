import fc from "fast-check";

import { contains } from "../../src/aws/wildcards";
import { comparePolicies } from "../../src/review/policies/compare";
import { permissionInWords } from "../../src/review/policies/in-words";
import { emptyPolicy, type Policy, readPolicy } from "../../src/review/policies/policy";

const allow = {
  Effect: "Allow",
  Action: ["s3:GetObject", "s3:ListBucket"],
  Resource: ["arn:aws:s3:::a", "arn:aws:s3:::a/*"],
};
const https = { Bool: { "aws:SecureTransport": "true" } };
const where = (operator: string, key: string, ...values: string[]) => ({
  ...allow,
  Condition: { [operator]: { [key]: values } },
});
const publicly = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

function policyOf(...statements: readonly object[]): Policy {
  const policy = readPolicy(JSON.stringify({ Version: "2012-10-17", Statement: statements }));
  if (policy === undefined) throw new Error("no policy");
  return policy;
}

describe("comparePolicies", () => {
  test.each<[string, object[], object[]]>([
    ["the same", [allow], [allow]],
    [
      "another order of actions and resources",
      [allow],
      [{ ...allow, Action: ["s3:ListBucket", "s3:GetObject"], Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::a"] }],
    ],
    ["another Sid", [{ ...allow, Sid: "A" }], [{ ...allow, Sid: "B" }]],
    ["another case of actions", [allow], [{ ...allow, Action: ["S3:getobject", "s3:LISTBUCKET"] }]],
    [
      "one statement taken apart",
      [allow],
      [
        { ...allow, Action: "s3:GetObject" },
        { ...allow, Action: "s3:ListBucket" },
      ],
    ],
    ["an action less", [allow], [{ ...allow, Action: "s3:GetObject" }]],
    ["a resource less", [allow], [{ ...allow, Resource: "arn:aws:s3:::a" }]],
    ["a wildcard narrowed", [{ ...allow, Action: "s3:*" }], [allow]],
    ["every resource narrowed to one", [{ ...allow, Resource: "*" }], [allow]],
    ["a condition more", [allow], [{ ...allow, Condition: https }]],
    [
      "a value of a condition less",
      [where("StringEquals", "aws:PrincipalOrgID", "o-1", "o-2")],
      [where("StringEquals", "aws:PrincipalOrgID", "o-1")],
    ],
    [
      "a pattern of a condition narrowed",
      [where("StringLike", "sub", "repo:org/*")],
      [where("StringLike", "sub", "repo:org/one:*")],
    ],
    [
      "an exact value in place of a pattern",
      [where("StringLike", "sub", "repo:org/*")],
      [where("StringEquals", "sub", "repo:org/one")],
    ],
    [
      "one value more that is excluded",
      [where("StringNotEquals", "aws:PrincipalAccount", "1")],
      [where("StringNotEquals", "aws:PrincipalAccount", "1", "2")],
    ],
    ["a Deny more", [allow], [allow, { ...publicly, Effect: "Deny" }]],
    ["a wider Deny", [{ ...allow, Effect: "Deny" }], [{ ...allow, Effect: "Deny", Action: "s3:*" }]],
    ["a Deny without its condition", [{ ...allow, Effect: "Deny", Condition: https }], [{ ...allow, Effect: "Deny" }]],
    [
      "an account as its root",
      [{ ...publicly, Principal: { AWS: "123456789012" } }],
      [{ ...publicly, Principal: { AWS: "arn:aws:iam::123456789012:root" } }],
    ],
    ["everybody in both spellings", [{ ...publicly, Principal: "*" }], [{ ...publicly, Principal: { AWS: "*" } }]],
    [
      "all but more",
      [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
      [{ Effect: "Allow", NotAction: ["iam:*", "s3:*"], Resource: "*" }],
    ],
    ["something that is none of the exceptions", [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }], [publicly]],
    ["nothing any longer", [allow], []],
  ])("calls %s not broader", (_name, before, after) => {
    expect(comparePolicies(policyOf(...before), policyOf(...after))).toEqual({ verdict: "not-broader" });
  });

  test.each<[string, object[], object[], string[]]>([
    [
      "an action more",
      [allow],
      [{ ...allow, Action: ["s3:GetObject", "s3:ListBucket", "s3:PutObject"] }],
      ["s3:PutObject on arn:aws:s3:::a, arn:aws:s3:::a/*"],
    ],
    ["a wildcard", [allow], [{ ...allow, Action: "s3:*" }], ["s3:* on arn:aws:s3:::a, arn:aws:s3:::a/*"]],
    [
      "a resource more",
      [allow],
      [allow, { ...publicly, Resource: "arn:aws:s3:::b/*" }],
      ["s3:GetObject on arn:aws:s3:::b/*"],
    ],
    [
      "a condition less",
      [{ ...allow, Condition: https }],
      [allow],
      ["s3:GetObject, s3:ListBucket on arn:aws:s3:::a, arn:aws:s3:::a/*"],
    ],
    [
      "a value of a condition more",
      [where("StringEquals", "aws:PrincipalOrgID", "o-1")],
      [where("StringEquals", "aws:PrincipalOrgID", "o-1", "o-2")],
      ["s3:GetObject, s3:ListBucket on arn:aws:s3:::a, arn:aws:s3:::a/*, where aws:PrincipalOrgID is o-1 or o-2"],
    ],
    [
      "an excluded value less",
      [where("StringNotEquals", "aws:PrincipalAccount", "1", "2")],
      [where("StringNotEquals", "aws:PrincipalAccount", "1")],
      ["s3:GetObject, s3:ListBucket on arn:aws:s3:::a, arn:aws:s3:::a/*, where aws:PrincipalAccount StringNotEquals 1"],
    ],
    [
      "a principal more",
      [{ ...publicly, Principal: { AWS: "111122223333" } }],
      [{ ...publicly, Principal: { AWS: ["111122223333", "444455556666"] } }],
      ["s3:GetObject on every resource for account 444455556666"],
    ],
    [
      "everybody",
      [{ ...publicly, Principal: { AWS: "111122223333" } }],
      [{ ...publicly, Principal: "*" }],
      ["s3:GetObject on every resource for everybody"],
    ],
    [
      "a Deny less",
      [allow, { ...publicly, Effect: "Deny" }],
      [allow],
      ["no longer denied: s3:GetObject on every resource"],
    ],
    [
      "a Deny with a condition more",
      [{ ...allow, Effect: "Deny" }],
      [{ ...allow, Effect: "Deny", Condition: https }],
      ["no longer denied: s3:GetObject, s3:ListBucket on arn:aws:s3:::a, arn:aws:s3:::a/*"],
    ],
    [
      "an exception less",
      [{ Effect: "Allow", NotAction: ["iam:*", "s3:*"], Resource: "*" }],
      [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
      ["all but iam:* on every resource"],
    ],
    [
      "a pattern where there was an exact value",
      [where("StringEquals", "sub", "repo:org/one")],
      [where("StringLike", "sub", "repo:org/*")],
      ["s3:GetObject, s3:ListBucket on arn:aws:s3:::a, arn:aws:s3:::a/*, where sub is like repo:org/*"],
    ],
  ])("calls %s broader, and says what is new", (_name, before, after, words) => {
    const comparison = comparePolicies(policyOf(...before), policyOf(...after));
    expect(comparison.verdict).toBe("broader");
    expect(comparison.verdict === "broader" ? comparison.permissions.map(permissionInWords) : []).toEqual(words);
  });

  test.each<[string, object, object]>([
    [
      "…IfExists in place of the operator",
      where("StringEquals", "aws:SourceArn", "a"),
      where("StringEqualsIfExists", "aws:SourceArn", "a"),
    ],
    [
      "ForAllValues in place of ForAnyValue",
      where("ForAnyValue:StringEquals", "aws:TagKeys", "a"),
      where("ForAllValues:StringEquals", "aws:TagKeys", "a"),
    ],
    [
      "another range of addresses",
      where("IpAddress", "aws:SourceIp", "10.0.0.0/8"),
      where("IpAddress", "aws:SourceIp", "10.1.0.0/16"),
    ],
    [
      "another number",
      where("NumericLessThan", "aws:MultiFactorAuthAge", "60"),
      where("NumericLessThan", "aws:MultiFactorAuthAge", "90"),
    ],
  ])("says of %s that it cannot tell", (_name, before, after) => {
    expect(comparePolicies(policyOf(before), policyOf(after)).verdict).toBe("cannot-tell");
  });

  it("cannot tell what variables mean where the version changes", () => {
    const variable = { ...allow, Resource: "arn:aws:s3:::a/${aws:username}" };
    expect(comparePolicies({ ...policyOf(variable), version: "2008-10-17" }, policyOf(variable)).verdict).toBe(
      "cannot-tell",
    );
  });

  it("finds nothing in what is the same, and all of it in what was not there", () => {
    const statement = fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.uniqueArray(fc.constantFrom("s3:GetObject", "s3:Get*", "s3:*", "ec2:RunInstances"), { minLength: 1 }),
      Resource: fc.uniqueArray(fc.constantFrom("*", "arn:aws:s3:::a", "arn:aws:s3:::a/*"), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
        const policy = policyOf(...statements);
        expect(comparePolicies(policy, policyOf(...[...statements].reverse())).verdict).toBe("not-broader");
        const allows = statements.some(({ Effect }) => Effect === "Allow");
        expect(comparePolicies(emptyPolicy, policy).verdict).toBe(allows ? "broader" : "not-broader");
      }),
    );
  });
});

describe("readPolicy", () => {
  it("reads no other grammar", () => {
    expect(readPolicy(JSON.stringify({ rules: [{ rulePriority: 1 }] }))).toBeUndefined();
    expect(readPolicy("not JSON")).toBeUndefined();
    expect(readPolicy('{"Statement":[{"Effect":"Maybe"}]}')).toBeUndefined();
    expect(readPolicy('{"Statement":[{"Effect":"Allow","Principal":null,"Condition":{"Bool":null}}]}')).toBeDefined();
  });
});

describe("contains", () => {
  test.each([
    ["*", "anything", true],
    ["s3:*", "s3:Get*", true],
    ["s3:Get*", "s3:*", false],
    ["a?c", "abc", true],
    ["a?c", "a*c", false],
    ["a*c*", "axxcyy*", true],
    ["abc", "ab?", false],
    ["*a".repeat(30), `${"a".repeat(60)}b`, false],
  ])("%s contains %s: %s", (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });
});
