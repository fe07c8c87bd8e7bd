import { ChannelRole } from "../../src/constructs/channel-role";
import { resourcesOf } from "../helpers/synthesised";

test("it lets the promoters of each account in, and only to the parameters of the channels", () => {
  const parameters = ["arn:aws:ssm:us-east-1:111122223333:parameter/golden-images/dev/web/stable"];
  const promoters = ["one", "two"].map((name) => `arn:aws:iam::123456789012:role/${name}`);
  const other = "arn:aws-cn:iam::999988887777:role/other";
  const { aws_iam_role: roles, aws_iam_role_policy: policies } = resourcesOf(
    (stack) =>
      new ChannelRole(stack, "role", { channelRole: { name: "move", promoters: [...promoters, other], parameters } }),
  );
  expect(roles?.channels?.name).toBe("move");
  expect(JSON.parse(String(roles?.channels?.assume_role_policy))).toMatchObject({
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::123456789012:root", "arn:aws-cn:iam::999988887777:root"] },
        Action: "sts:AssumeRole",
        Condition: { ArnEquals: { "aws:PrincipalArn": [...promoters, other] } },
      },
    ],
  });
  expect(JSON.parse(String(policies?.channels?.policy))).toMatchObject({
    Statement: [{ Effect: "Allow", Action: ["ssm:PutParameter", "ssm:GetParameterHistory"], Resource: parameters }],
  });
});
