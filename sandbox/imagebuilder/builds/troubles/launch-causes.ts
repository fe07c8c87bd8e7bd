import type { StepTrouble, Trouble } from "./trouble";

const launch = { kind: "step", action: "LaunchInstance" } as const;

/** Returns a failure because EC2 refuses to launch the instance. */
const refused = (code: string, message: string): StepTrouble => ({
  ...launch,
  workflow: "BUILD",
  reason: `An error occurred (${code}) when calling the RunInstances operation: ${message} in workflow step {step}`,
});

const attempts = [2, 3, 4, 5].map(
  (number) =>
    `Waiting for instance availability (id: {instance}, expected state: ['passed']). Attempt number: ${number}.`,
);

/** The instance runs, but never registers with Systems Manager. */
const unreached: StepTrouble = {
  ...launch,
  workflow: "BUILD",
  at: "end",
  lines: attempts,
  reason:
    "An error occurred (InvalidInstanceId) when calling the SendCommand operation: Instances [[{instance}]] not in a valid state for account {account}",
};

/**
 * Failures to launch an instance.
 *
 * Sources: the readmes of AWS's samples for debugging builds and for private networks, the troubleshooting page of the User Guide, the
 * error codes of EC2's API reference.
 */
export const launchCauses: Readonly<Record<string, Trouble>> = {
  "no-ssm-contact": unreached,
  /** The same failure during the first hour, before the step times out. */
  "no-ssm-contact-yet": { ...unreached, outcome: "hangs" },
  "ssm-agent-timeout": {
    ...unreached,
    reason:
      "Step {step} timed out while verifying the Systems Manager Agent availability on the target instance {instance}",
  },
  "test-instance-unreached": { ...unreached, workflow: "TEST", reason: "Step {step} timed out" },
  quota: refused(
    "VcpuLimitExceeded",
    "You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to.",
  ),
  capacity: refused(
    "InsufficientInstanceCapacity",
    "We currently do not have sufficient capacity in the Availability Zone you requested.",
  ),
  "instance-type-unsupported": refused(
    "Unsupported",
    "Your requested instance type is not supported in your requested Availability Zone.",
  ),
  "no-default-vpc": refused("VPCIdNotSpecified", "No default VPC for this user"),
  "not-subscribed": refused(
    "OptInRequired",
    "In order to use this AWS Marketplace product you need to accept terms and subscribe.",
  ),
  "no-mac-host": refused(
    "InsufficientCapacityOnHost",
    "There is not enough capacity on any host to launch the instance: no dedicated host of the family mac2 is available.",
  ),
  "root-device": { ...launch, workflow: "BUILD", at: "end", lines: attempts, reason: "Step {step} timed out" },
  "parent-gone": {
    kind: "early",
    reason: "The parent image of the recipe no longer exists, or is not available.",
  },
};
