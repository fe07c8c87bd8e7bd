import { policyDocument, policyLiteral } from "../../src/constructs/policy-document";

describe("text in a resource of a policy", () => {
  it.each([
    ["builds/2026-", "builds/2026-"],
    // IAM's own escapes, and Terraform's around them.
    ["a*b?", "a$${*}b$${?}"],
    ["${x}", "$${$}{x}"],
    ["%{x}", "%%{x}"],
  ])("stands for itself: %s", (text, escaped) => {
    expect(policyLiteral(text)).toBe(escaped);
  });
});

test("a policy document is of IAM's current version, and leaves out what is not said", () => {
  expect(JSON.parse(policyDocument([{ Effect: "Allow", Condition: undefined }]))).toEqual({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow" }],
  });
});
