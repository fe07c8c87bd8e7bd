import type { Cause } from "./cause";

const other = { text: "InvalidParameterValueException: the value is invalid" };

/** Causes for which AWS refuses the request itself, so that no build starts. */
export const startingCauses: readonly Cause[] = [
  {
    code: "parent-unauthorized",
    cause: "the caller may not read the parent AMI",
    fix: "allow ec2:DescribeImages to the identity that deploys (docs/deploying-identity.md)",
    source: "aws/agent-toolkit-for-aws, Image Builder troubleshooting",
    applies: ({ text }) => /not authorized to use the provided image/i.test(text),
    fail: { text: "You are not authorized to use the provided image." },
    pass: other,
  },
  {
    code: "service-linked-role",
    cause: "the account lacks Image Builder's service-linked role, and the caller may not create it",
    fix: "run once as an administrator: aws iam create-service-linked-role --aws-service-name imagebuilder.amazonaws.com",
    source: "IAM User Guide, Service-linked roles",
    applies: ({ text }) => /CreateServiceLinkedRole|service.linked role/i.test(text),
    fail: {
      text: "The caller is not authorized to perform iam:CreateServiceLinkedRole for imagebuilder.amazonaws.com.",
    },
    pass: other,
  },
];
