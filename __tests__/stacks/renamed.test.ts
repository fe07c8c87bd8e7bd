import { renameResources } from "../../stacks/renamed";

const stack = {
  resource: {
    aws_iam_role: { build: { name: "r" }, "build-more": { name: "m" } },
    aws_iam_role_policy: { build: { role: "${aws_iam_role.build.name}" } },
    aws_x: {
      y: {
        depends_on: ["aws_iam_role.build", "aws_iam_role.build-more"],
        text: "aws_iam_role.build.name and $${aws_iam_role.build.name}, ${aws_iam_role.build.name}-${aws_iam_role.build-more.id}",
        nested: [{ arn: "${upper(aws_iam_role.build.arn)}" }],
      },
    },
  },
  output: { role: { value: "${aws_iam_role.build.arn}" } },
};

test("resources get other addresses, and references follow, in templates and lists of addresses alone", () => {
  expect(renameResources(stack, new Map([["aws_iam_role.build", "aws_iam_role.build-2"]]))).toStrictEqual({
    resource: {
      aws_iam_role: { "build-2": { name: "r" }, "build-more": { name: "m" } },
      aws_iam_role_policy: { build: { role: "${aws_iam_role.build-2.name}" } },
      aws_x: {
        y: {
          depends_on: ["aws_iam_role.build-2", "aws_iam_role.build-more"],
          text: "aws_iam_role.build.name and $${aws_iam_role.build.name}, ${aws_iam_role.build-2.name}-${aws_iam_role.build-more.id}",
          nested: [{ arn: "${upper(aws_iam_role.build-2.arn)}" }],
        },
      },
    },
    output: { role: { value: "${aws_iam_role.build-2.arn}" } },
  });
});

test("nothing is touched without a renaming", () => {
  expect(renameResources(stack, new Map())).toBe(stack);
});
