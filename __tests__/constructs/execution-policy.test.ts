import { executionPolicy } from "../../src/constructs/execution-policy";

const place = { partition: "aws", region: "us-east-1", account: "123456789012" } as const;
const none = { written: [], read: [] };

// Whole, so that no statement, action or condition goes unseen.
test("what the execution role may do at least", () => {
  expect(executionPolicy({ place, parameters: none })).toMatchSnapshot();
});

test("what it may do with parameters, a created build role and a created topic's key", () => {
  expect(
    executionPolicy({
      place,
      parameters: {
        written: ["arn:aws:ssm:us-east-1:123456789012:parameter/images/base"],
        read: ["arn:aws:ssm:us-east-1:123456789012:parameter/parents/base"],
      },
      buildRoleArn: "arn:aws:iam::123456789012:role/build",
      topicKey: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    }),
  ).toMatchSnapshot();
});

test("every ARN is of the partition it is for", () => {
  const china = JSON.stringify(executionPolicy({ place: { ...place, partition: "aws-cn" }, parameters: none }));
  expect(china).toContain("arn:aws-cn:");
  expect(china).not.toContain("arn:aws:");
});
