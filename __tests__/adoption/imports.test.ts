import { importedInstances, readImport } from "../../src/adoption/imports";
import { judge } from "../../src/adoption/matching/judge";
import { matchStack } from "../../src/adoption/matching/match";
import { movesOf, undeclared } from "../../src/adoption/matching/moves";
import { overridesFor } from "../../src/adoption/matching/overrides";
import { resourcesOfStack } from "../../src/adoption/matching/stack";

const stack = resourcesOfStack({
  resource: {
    aws_s3_bucket: { documents: { bucket: "b", tags: { a: "b" } } },
    aws_iam_role: { build: { name: "r", path: "/images/" } },
  },
});

test("an import is an address of this stack and an id, which may hold anything", () => {
  expect(readImport("aws_s3_bucket.documents=b")).toStrictEqual({ to: "aws_s3_bucket.documents", id: "b" });
  expect(readImport("aws_sns_topic.builds=arn:aws:sns:eu-west-1:1:a=b")?.id).toBe("arn:aws:sns:eu-west-1:1:a=b");
  for (const text of [
    "aws_s3_bucket.documents",
    "aws_s3_bucket.documents=",
    "module.m.aws_x.y=z",
    "aws_x.y[0]=z",
    "=z",
  ])
    expect(readImport(text)).toBeUndefined();
});

test("what is imported is found by its id, is neither judged nor moved, and nothing of it is overridden", () => {
  const imports = [{ to: "aws_s3_bucket.documents", id: "b" }];
  const matching = matchStack(stack, importedInstances(imports));
  expect(judge(stack, matching)).toStrictEqual([]);
  expect(overridesFor(stack, matching)).toStrictEqual({});
  expect(undeclared(imports, matching)).toStrictEqual([]);
  expect(movesOf(matching, imports)).toStrictEqual({ moved: [], removed: [], renamed: [], import: imports });
});

test("what the stack creates anew can be imported, whatever its type", () => {
  const imports = [{ to: "aws_iam_role.build", id: "r" }];
  const matching = matchStack(stack, importedInstances(imports));
  expect(undeclared(imports, matching)).toStrictEqual([]);
  expect(movesOf(matching, imports).import).toStrictEqual(imports);
});

test.each([
  ["aws_s3_bucket.logs", "b"],
  ["aws_s3_bucket.documents", "other"],
  ["aws_iam_role.other", "r"],
])("%s=%s is nothing of the stack, where what it makes has another address or name", (to, id) => {
  const imports = [{ to, id }];
  const resources = to === "aws_s3_bucket.documents" ? [] : stack;
  expect(undeclared(imports, matchStack(resources, importedInstances(imports)))).toStrictEqual(imports);
});

test("a topic is known by the name in its ARN", () => {
  const [topic] = importedInstances([{ to: "aws_sns_topic.builds", id: "arn:aws:sns:eu-west-1:123456789012:builds" }]);
  expect(topic?.attributes).toMatchObject({ name: "builds", arn: "arn:aws:sns:eu-west-1:123456789012:builds" });
});
