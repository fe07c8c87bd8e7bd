import { howToRun } from "../../../problems/how-to-run";
import { type Cause, causesBeside } from "./cause";

const debugging = "aws-samples/amazon-ec2-image-builder-samples, debugging";
const guide = "Image Builder User Guide, Troubleshoot";
const skill = "aws/agent-toolkit-for-aws, Image Builder troubleshooting";

const inBuild = (text: string, exitCode?: number) => ({
  workflow: "BUILD",
  action: "ExecuteComponents",
  text,
  exitCode,
});
const failed = inBuild("Document arn:aws:imagebuilder:us-east-1:123456789012:component/web/1.0.0/1 failed!", 1);

/** Causes for which the instance runs, but something on it fails. */
export const runningCauses: readonly Cause[] = causesBeside(failed, [
  {
    code: "toe-not-fetched",
    cause: "the instance could not fetch or start AWSTOE, which runs the components",
    fix: "let the S3 endpoint's policy and the route out reach the bucket ec2imagebuilder-toe-<region>-prod; where /tmp is mounted noexec, set another workingDirectory in the image",
    source: debugging,
    applies: ({ text }) => /Unable to bootstrap TOE|HTTP status '000'|ec2imagebuilder-toe/.test(text),
    fail: inBuild("Unable to bootstrap TOE: HTTP status '000' when downloading from ec2imagebuilder-toe"),
  },
  {
    code: "component-not-fetched",
    cause: "the instance could not fetch a component from Image Builder",
    fix: "give the subnet a route out, or an endpoint for imagebuilder with private DNS",
    source: skill,
    applies: ({ text }) => /GetComponent.*(i\/o timeout|no such host|connection refused)/s.test(text),
    fail: inBuild(
      'Get "https://imagebuilder.us-east-1.amazonaws.com/GetComponent": dial tcp 10.0.0.9:443: i/o timeout',
    ),
    pass: inBuild("dial tcp 10.0.0.9:443: i/o timeout when calling https://example.com"),
  },
  {
    code: "disk-full",
    cause: "a disk of the instance is full",
    fix: "raise volumes[].size of the image, or remove what is not needed before this step",
    source: "Linux and Windows, the messages of their file systems; dnf and apt, what they say before they install",
    applies: ({ text }) =>
      /No space left on device|There is not enough space on the disk|ENOSPC|more space needed on the|have enough free space in/i.test(
        text,
      ),
    fail: inBuild("Disk Requirements: At least 312MB more space needed on the / filesystem.", 1),
    pass: inBuild("df: 12G of space left", 1),
  },
  {
    code: "s3-denied",
    cause: "S3 refused a read or write of the build instance",
    fix: "let the role of the instance profile (build.instanceProfile) and the policies of bucket, key and endpoint allow it",
    source: guide,
    applies: ({ text, action }) =>
      action === "ExecuteComponents" && text.includes("AccessDenied") && /\b403\b|s3/i.test(text),
    fail: inBuild("AccessDenied: Access Denied status code: 403"),
    pass: { workflow: "DISTRIBUTION", action: "DistributeImage", text: "AccessDenied: kms:CreateGrant 403" },
  },
  {
    code: "step-denied",
    cause: "the execution role may not run this step",
    fix: "let executionRole.statements of the environment allow the action, on the resource that the message names, and deploy",
    source: "Image Builder User Guide, IAM permissions for custom workflows",
    applies: ({ action, text }) =>
      action !== "ExecuteComponents" &&
      /not authorized to perform: (ssm:SendCommand|lambda:InvokeFunction|sns:Publish|states:\w+)/i.test(text),
    fail: {
      workflow: "BUILD",
      action: "RunCommand",
      text: "assumed-role/execution/ImageBuilder is not authorized to perform: ssm:SendCommand on resource: arn:aws:ssm:us-east-1::document/AWS-UpdateSSMAgent",
    },
    pass: inBuild("assumed-role/build/i-1 is not authorized to perform: lambda:InvokeFunction", 1),
  },
  {
    code: "docker-hub-limit",
    cause: "Docker Hub refused an image: it counts pulls by address, and this address has used up its share",
    fix: "name a copy of the image in Amazon ECR, e.g. public.ecr.aws/docker/library/…, or build again later",
    source: "Docker Hub documentation, usage and limits",
    applies: ({ text }) => /pull rate limit/i.test(text),
    fail: inBuild("toomanyrequests: You have reached your pull rate limit."),
    pass: inBuild("toomanyrequests: Data limit exceeded"),
  },
  {
    code: "home-unset",
    cause: "a program needs the variable HOME, and components run as root without it",
    fix: 'begin the script with "export HOME=/root"',
    source: "aws-samples/amazon-ec2-image-builder-samples, packer-build",
    applies: ({ text }) =>
      /\bHOME["']?:? (environment variable )?(is )?(not set|not defined|unbound|must be set)|neither .*\$HOME are defined|No \$HOME\b/.test(
        text,
      ),
    fail: inBuild("No $HOME environment variable found, required to set Config Directory", 1),
    pass: inBuild("+ HOME=/root ./configure: error: JAVA_HOME is not set", 1),
  },
  {
    code: "wrong-architecture",
    cause: "a program cannot be executed: it is for another architecture, or not executable",
    fix: "fetch the one for the image's architecture, and make it executable (chmod +x)",
    source: "POSIX shell, exit status 126",
    applies: ({ exitCode, text }) => exitCode === 126 || text.includes("Exec format error"),
    fail: inBuild("/opt/agent: cannot execute binary file: Exec format error", 126),
    pass: inBuild("permission denied", 1),
  },
  {
    code: "command-not-found",
    cause: "a program that the step calls is not installed, or not on the PATH",
    fix: "install it in an earlier step, or call it by its full path",
    source: "POSIX shell, exit status 127",
    applies: ({ exitCode }) => exitCode === 127,
    fail: inBuild("bash: line 1: nginx: command not found", 127),
    pass: inBuild("grep: command not found in the file", 1),
  },
  {
    code: "reboot-loop",
    cause: "a step asks for a restart each time it runs, and is run again after each",
    fix: "end the step with exit code 0 once its work is done; use 194 (Linux) or 3010 (Windows) only if a marker file shows that it has not restarted yet",
    source: "AWSTOE documentation, Restart the instance",
    applies: ({ text }) => (text.match(/Getting reboot signal/g) ?? []).length >= 3,
    fail: inBuild(
      "Getting reboot signal\nGetting reboot signal\nGetting reboot signal\nStep ApplyBuildComponents timed out",
    ),
    pass: inBuild("Getting reboot signal\nExecutor: System has rebooted successfully"),
  },
  {
    code: "bootstrap",
    cause:
      "the instance could not be prepared for a container: that installs Docker and the AWS CLI, and starts Docker",
    fix: "leave out instance.amis and instance.ami of the container, so that the AMI of Amazon ECS is used, or give the subnet a route out to the package repositories",
    source: "Image Builder User Guide, Step actions: BootstrapInstanceForContainer",
    applies: ({ action }) => action === "BootstrapInstanceForContainer",
    fail: {
      workflow: "BUILD",
      action: "BootstrapInstanceForContainer",
      text: "ssm:ListCommandInvocations returned terminal state Failed in workflow step BootstrapBuildInstance",
    },
  },
  {
    code: "sysprep",
    cause: "Sysprep did not finish on the Windows instance",
    fix: "read C:\\Windows\\System32\\Sysprep\\Panther\\setupact.log on an instance kept with build.terminateOnFailure: false; a pending restart or a Store app installed for only one user are the usual reasons",
    source: "aws-samples/amazon-ec2-image-builder-samples, windows-golden-image",
    applies: ({ action }) => action === "RunSysPrep",
    fail: {
      workflow: "BUILD",
      action: "RunSysPrep",
      text: "ssm:ListCommandInvocations returned terminal state Undeliverable",
    },
    pass: inBuild("ssm:ListCommandInvocations returned terminal state Undeliverable"),
  },
  {
    code: "restart-outside-protocol",
    cause: "the instance restarted, or lost its agent, in the middle of a step, so Systems Manager lost the command",
    fix: "restart with the action Reboot, or with exit code 194 (Linux) or 3010 (Windows), never with a command such as reboot or shutdown",
    source: skill,
    applies: ({ action, text }) =>
      action === "ExecuteComponents" &&
      /ListCommandInvocations returned terminal state (Failed|Undeliverable|TimedOut)/.test(text) &&
      !/Document \S+ failed!/.test(text),
    fail: inBuild(
      "ExpectationNotMet. ssm:ListCommandInvocations returned terminal state Failed in workflow step ApplyBuildComponents",
    ),
  },
  {
    code: "inventory-association",
    cause: "another inventory association of Systems Manager holds the instance, so its packages could not be listed",
    fix: "take the instances of Image Builder out of the association, or set enhancedMetadata: false in the environment",
    source: guide,
    applies: ({ action }) => action === "CollectImageMetadata",
    fail: { workflow: "BUILD", action: "CollectImageMetadata", text: "Step InventoryCollection timed out" },
    pass: inBuild("Step ApplyBuildComponents timed out"),
  },
  {
    code: "inspector",
    cause: "Amazon Inspector did not scan: it is off, or a role may not use it",
    fix: "set activateInspector: true in the environment, or scan: false for the image",
    source: skill,
    applies: ({ action, text }) => action === "CollectImageScanFindings" || text.includes("CreateResourceGroup"),
    fail: {
      workflow: "TEST",
      action: "CollectImageScanFindings",
      text: "An error occurred (AccessDeniedException) when calling the CreateResourceGroup operation",
    },
  },
  {
    code: "ami-quota",
    cause: "the account has reached a quota of AMIs or snapshots in the region",
    fix: `remove old ones with "${howToRun("clean")}", let lifecycle: remove them, or ask Service Quotas for more`,
    source: "Amazon EC2 API Reference, error codes",
    applies: ({ text }) =>
      /ResourceLimitExceeded|AMIs? (quota|limit)|SnapshotLimitExceeded|ResourceCountExceeded/.test(text),
    fail: {
      workflow: "BUILD",
      action: "CreateImage",
      text: "An error occurred (ResourceLimitExceeded) when calling the CreateImage operation: You have reached the quota of AMIs",
    },
  },
  {
    code: "rejected",
    cause: "somebody rejected the build where it waited, or nobody approved it in time",
    fix: `build again once it may pass; ${howToRun("approve")} and ${howToRun("reject")} answer a step that waits`,
    source: "Image Builder User Guide, Step actions: WaitForAction",
    applies: ({ action }) => action === "WaitForAction",
    fail: { workflow: "BUILD", action: "WaitForAction", text: "stopped by the approver: not on a Friday" },
  },
  {
    code: "instance-gone",
    cause: "the instance was terminated while it was building",
    fix: "look in CloudTrail for who called TerminateInstances; keep clean-up jobs away from instances with the tag CreatedBy: EC2 Image Builder",
    source: debugging,
    applies: ({ text }) =>
      /InvalidInstanceID\.NotFound|instance .*(was|has been) terminated|terminated unexpectedly/i.test(text),
    fail: inBuild("An error occurred (InvalidInstanceID.NotFound): the instance i-1 has been terminated"),
  },
  {
    code: "throttled",
    cause: "AWS refused a call because there were too many at once",
    fix: "build again, and fewer images at the same time; give schedules different hours",
    source: "Amazon EC2 API Reference, error codes; Image Builder API Reference, CallRateLimitExceededException",
    applies: ({ text }) => /RequestLimitExceeded|CallRateLimitExceeded|ThrottlingException|Rate exceeded/.test(text),
    fail: inBuild("An error occurred (RequestLimitExceeded) when calling the DescribeInstances operation"),
  },
  {
    code: "step-timeout",
    cause: "a step took longer than allowed",
    fix: "see in the log what it waits for; a longer limit is timeoutSeconds: of the step in the component (7200 by default), or of the step in a workflow of your own",
    source: "Image Builder User Guide, Step actions: time-outs; AWSTOE documentation, component documents",
    applies: ({ action, text }) => action !== "LaunchInstance" && /Step \S+ timed out|TimedOut|TIMED_OUT/.test(text),
    fail: inBuild("Step ApplyBuildComponents timed out"),
    pass: { workflow: "BUILD", action: "LaunchInstance", text: "Step LaunchBuildInstance timed out" },
  },
  {
    code: "component-failed",
    cause: "a step of a component failed",
    fix: `change the component, run ${howToRun("lock")}, deploy, and build again`,
    source: "Image Builder User Guide, Image failure context",
    applies: ({ text }) => /Document \S+ failed!/.test(text),
    fail: failed,
    pass: inBuild("Internal failure"),
  },
]);
