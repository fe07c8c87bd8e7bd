import { type Cause, causesBeside } from "./cause";

const errors = "Amazon EC2 API Reference, error codes";
const debugging = "aws-samples/amazon-ec2-image-builder-samples, debugging";
const guide = "Image Builder User Guide, Troubleshoot";

const refused = (code: string, message: string) => ({
  workflow: "BUILD",
  action: "LaunchInstance",
  text: `An error occurred (${code}) when calling the RunInstances operation: ${message} in workflow step LaunchBuildInstance`,
});
const other = refused("InternalError", "An internal error has occurred");
const launches = (action: string | undefined): boolean => action === "LaunchInstance" || action === "WaitForSSMAgent";
/** What the service says of an instance that Systems Manager does not know. InvalidInstanceID.NotFound is EC2's, of one that is gone. */
const unknownToSsm =
  /InvalidInstanceId\b(?!\.)|Systems Manager Agent availability|CommandInvocations returned terminal state/i;
const unreached = (text: string): boolean => unknownToSsm.test(text) || text.includes("timed out");

/** Causes for which the instance does not start, or never reports to Systems Manager. */
export const launchingCauses: readonly Cause[] = causesBeside(other, [
  {
    code: "instance-quota",
    cause: "the account has reached its quota of vCPUs or instances of this kind",
    fix: "ask Service Quotas for more in this region, terminate instances that are not needed, or name a smaller type under build.instanceTypes",
    source: errors,
    applies: ({ text }) => /VcpuLimitExceeded|InstanceLimitExceeded|MaxSpotInstanceCountExceeded/.test(text),
    fail: refused(
      "VcpuLimitExceeded",
      "You have requested more vCPU capacity than your current vCPU limit of 32 allows",
    ),
  },
  {
    code: "dedicated-host",
    cause: "no dedicated host has room for the instance; macOS needs one",
    fix: "allocate a host of this family in the subnet's zone, and name it under build.placement.host: only then the test instance waits until the host has been scrubbed",
    source: "Amazon EC2 User Guide, Mac instances; aws-samples/amazon-ec2-image-builder-samples, macos-golden-image",
    applies: ({ text }) =>
      /InsufficientCapacityOnHost|InsufficientHostCapacity|InvalidHost|HostLimitExceeded|dedicated host/i.test(text),
    fail: refused("InsufficientHostCapacity", "There is not enough capacity on any host to launch the instance"),
    pass: refused("InsufficientInstanceCapacity", "We currently do not have sufficient capacity"),
  },
  {
    code: "no-capacity",
    cause: "AWS has no capacity of this instance type in the zone of the subnet right now",
    fix: "name two or three types under build.instanceTypes, which are tried in order, or build again later",
    source: errors,
    applies: ({ text }) => text.includes("InsufficientInstanceCapacity"),
    fail: refused(
      "InsufficientInstanceCapacity",
      "We currently do not have sufficient capacity in the Availability Zone you requested.",
    ),
    pass: refused("InsufficientCapacityOnHost", "There is not enough capacity on any host"),
  },
  {
    code: "type-not-in-zone",
    cause: "the instance type is not offered in the zone of the subnet, or does not fit the AMI",
    fix: "name a type of the AMI's architecture that the zone offers under build.instanceTypes, or another subnet",
    source: errors,
    applies: ({ text }) =>
      /\(Unsupported(Operation)?\)|not supported in your requested Availability Zone|\(InvalidParameter(Combination|Value)\)(?!.*Free Tier).*instances? (of )?type/.test(
        text,
      ),
    fail: refused(
      "InvalidParameterValue",
      "The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the specified AMI.",
    ),
    pass: refused("InvalidParameterCombination", "The parameter iops is not supported for gp2 volumes."),
  },
  {
    code: "no-default-vpc",
    cause: "the environment names no subnet, and the region has no default VPC",
    fix: "name network.subnet with security groups in the environment, or have it created with network.create",
    source: errors,
    applies: ({ text }) => /VPCIdNotSpecified|No default VPC|No default subnet/.test(text),
    fail: refused("VPCIdNotSpecified", "No default VPC for this user"),
    pass: refused("InvalidSubnetID.NotFound", "The subnet ID 'subnet-1' does not exist"),
  },
  {
    code: "network-gone",
    cause: "the subnet or a security group of the environment does not exist",
    fix: "name those of the account and region under network, and deploy",
    source: errors,
    applies: ({ text }) => /InvalidSubnetID\.NotFound|InvalidGroup(Id)?\.(NotFound|Malformed)/.test(text),
    fail: refused("InvalidSubnetID.NotFound", "The subnet ID 'subnet-1' does not exist"),
  },
  {
    code: "subnet-full",
    cause: "the subnet has no free address",
    fix: "terminate instances in the subnet, or name a larger one under network.subnet",
    source: errors,
    applies: ({ text }) => text.includes("InsufficientFreeAddressesInSubnet"),
    fail: refused("InsufficientFreeAddressesInSubnet", "There are not enough free addresses in subnet"),
  },
  {
    code: "not-subscribed",
    cause: "the account has not accepted the terms of its parent, a Marketplace product",
    fix: "subscribe in AWS Marketplace with this account, then build again",
    source: errors,
    applies: ({ text }) => text.includes("OptInRequired"),
    fail: refused(
      "OptInRequired",
      "In order to use this AWS Marketplace product you need to accept terms and subscribe.",
    ),
  },
  {
    code: "parent-gone",
    cause: "the parent AMI no longer exists, or is not shared with this account any more",
    fix: "name a parent that exists in images/, and deploy; every rerun fails the same way until then",
    source: "Image Builder User Guide, Image failure context",
    applies: ({ text }) => /parent image .*no longer exists|InvalidAMIID\.(NotFound|Unavailable|Malformed)/i.test(text),
    fail: { text: "The parent image of the recipe no longer exists, or is not available." },
  },
  {
    code: "volume-smaller-than-snapshot",
    cause: "a volume of the image is smaller than the snapshot of its parent, or is mapped in a way that EC2 refuses",
    fix: "raise volumes[].size of the image to at least the size of the parent's snapshot",
    source: errors,
    applies: ({ text }) => /InvalidBlockDeviceMapping|smaller than snapshot/.test(text),
    fail: refused(
      "InvalidBlockDeviceMapping",
      "Volume of size 4GB is smaller than snapshot 'snap-1', expect size >= 8GB",
    ),
  },
  {
    code: "launch-denied",
    cause: "Image Builder may not launch the instance, pass it its role, or use the key of its volumes",
    fix: "let the execution role run instances and pass the role of the instance profile; let the policy of the key allow the service-linked role",
    source: "docs/decisions/0009-roles.md",
    applies: ({ text, action }) =>
      launches(action) && /UnauthorizedOperation|iam:PassRole|Client\.(InvalidKMSKey|InternalError)/.test(text),
    fail: refused("UnauthorizedOperation", "You are not authorized to perform this operation."),
    pass: { workflow: "DISTRIBUTION", action: "DistributeImage", text: "UnauthorizedOperation" },
  },
  {
    code: "test-instance-unreached",
    cause:
      "an instance of the new AMI does not reach Systems Manager: something in the components prevents it, such as a firewall or a removed agent",
    fix: "compare it with the build instance, which did reach it; check what the components do to network, agent and certificates",
    source: debugging,
    applies: ({ workflow, action, text }) => workflow === "TEST" && launches(action) && unreached(text),
    fail: { workflow: "TEST", action: "LaunchInstance", text: "Step LaunchTestInstance timed out" },
    pass: { workflow: "BUILD", action: "LaunchInstance", text: "Step LaunchBuildInstance timed out" },
  },
  {
    code: "no-ssm-contact",
    cause: "the instance never reached Systems Manager",
    fix: "give the subnet a route out (NAT gateway, or endpoints for ssm, ssmmessages, ec2messages, imagebuilder and s3 with private DNS and port 443 open), and the role AmazonSSMManagedInstanceCore; an AMI without the SSM agent needs it installed",
    source: `${guide}; AWS Knowledge Center, build timeout errors in EC2 Image Builder`,
    applies: ({ action, text }) => launches(action) && unknownToSsm.test(text),
    fail: {
      workflow: "BUILD",
      action: "LaunchInstance",
      text: "An error occurred (InvalidInstanceId) when calling the SendCommand operation: Instances [[i-1]] not in a valid state for account 123456789012",
    },
    pass: { workflow: "BUILD", action: "LaunchInstance", text: "Step LaunchBuildInstance timed out" },
  },
  {
    code: "launch-timeout",
    cause: "the instance started but never became ready; EC2 does not say why",
    fix: "check that volumes[].device of the root volume is the parent's own root device (a second root does not boot), and that the subnet has a route out to Systems Manager",
    source: debugging,
    applies: ({ action, text }) => launches(action) && text.includes("timed out"),
    fail: { workflow: "BUILD", action: "LaunchInstance", text: "Step LaunchBuildInstance timed out" },
    pass: { workflow: "BUILD", action: "ExecuteComponents", text: "Step ApplyBuildComponents timed out" },
  },
]);
