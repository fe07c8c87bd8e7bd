import type { Cause } from "./cause";

const other = { text: "InvalidParameterValueException: the value is invalid" };

/** Causes for which AWS refuses the request itself, so that no build starts. */
export const startingCauses: readonly Cause[] = [
  {
    code: "parent-unauthorized",
    cause: "the caller may not read the parent",
    fix: "allow ec2:DescribeImages to the identity that deploys (docs/deploying-identity.md); where the parent is a repository of another account, let its policy allow ecr:DescribeImages",
    source:
      "aws/agent-toolkit-for-aws, Image Builder troubleshooting; aws-samples/amazon-ec2-image-builder-samples, containers",
    applies: ({ text }) => /not authorized to use the provided image/i.test(text),
    fail: { text: "You are not authorized to use the provided image." },
    pass: other,
  },
  {
    code: "service-linked-role",
    cause: "the account lacks Image Builder's service-linked role, and the caller may not create it",
    fix: "run once as an administrator: aws iam create-service-linked-role --aws-service-name imagebuilder.amazonaws.com",
    source: "IAM User Guide, Service-linked roles",
    // Once a build runs, the role in the message is that of another service, such as EC2 Fast Launch.
    applies: ({ workflow, text }) =>
      workflow === undefined && /CreateServiceLinkedRole|service.linked role/i.test(text),
    fail: {
      text: "The caller is not authorized to perform iam:CreateServiceLinkedRole for imagebuilder.amazonaws.com.",
    },
    pass: {
      workflow: "DISTRIBUTION",
      action: "ApplyImageConfigurations",
      text: "Can't enable EC2 Fast Launch. Create SLR failed: user is not authorized to perform iam:CreateServiceLinkedRole.",
    },
  },
];
