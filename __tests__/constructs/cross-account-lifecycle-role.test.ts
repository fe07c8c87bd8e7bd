import {
  CrossAccountLifecycleRole,
  type CrossAccountLifecycleRoleProps,
} from "../../src/constructs/cross-account-lifecycle-role";
import { resourcesOf } from "../helpers/synthesised";

const required: CrossAccountLifecycleRoleProps = {
  builders: ["123456789012", "999988887777"],
  place: { partition: "aws", region: "us-east-1", account: "111122223333" },
};
const roleWith = (props: Partial<CrossAccountLifecycleRoleProps> = {}) =>
  resourcesOf((stack) => new CrossAccountLifecycleRole(stack, "role", { ...required, ...props }));

test("Image Builder assumes it for images of the builders, by the name that it looks for", () => {
  const { aws_iam_role: roles } = roleWith();
  expect(roles?.lifecycle?.name).toBe("Ec2ImageBuilderCrossAccountLifecycleAccess");
  expect(JSON.parse(String(roles?.lifecycle?.assume_role_policy))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "imagebuilder.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": ["123456789012", "999988887777", "111122223333"] },
          ArnLike: { "aws:SourceArn": "arn:*:imagebuilder:*:*:image/*/*/*" },
        },
      },
    ],
  });
});

test("it has AWS's policy for it, of its partition, and no other", () => {
  const place = { ...required.place, partition: "aws-cn" } as const;
  const { aws_iam_role_policy_attachment: attachments, aws_iam_role_policy: policy } = roleWith({ place });
  expect(Object.values(attachments ?? {}).map(({ policy_arn: arn }) => arn)).toEqual([
    "arn:aws-cn:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy",
  ]);
  expect(policy).toBeUndefined();
});
