import type { ComponentTrouble, StepTrouble, Trouble } from "./trouble";

const components = { kind: "step", action: "ExecuteComponents", workflow: "BUILD" } as const;
const command = { kind: "component" } as const;

/** Returns a failure before the first component. Only the outputs of the step give the reason. */
const beforeComponents = (reason: string): StepTrouble => ({ ...components, reason, onlyInOutputs: true });
const failing = (stderr: string, exitCode = 1): ComponentTrouble => ({ ...command, exitCode, stderr });

/**
 * Failures of component steps and of steps that run on the instance.
 *
 * Sources: the readmes of AWS's samples for debugging builds and for Windows images, the troubleshooting page of the User Guide, reports of
 * users. The messages for a full disk and for a missing program are those of Linux.
 */
export const componentCauses: Readonly<Record<string, Trouble>> = {
  "toe-bootstrap": {
    ...beforeComponents("Unable to bootstrap TOE: HTTP status '000' when downloading from ec2imagebuilder-toe"),
    lines: ["Command failed (command id: {command}, state: Failed)"],
  },
  "component-not-fetched": beforeComponents(
    'Failed to get the component: RequestError: send request failed caused by: Get "https://imagebuilder.us-east-1.amazonaws.com/GetComponent": dial tcp 10.0.0.9:443: i/o timeout',
  ),
  "s3-denied": { ...command, error: "AccessDenied: Access Denied status code: 403" },
  "disk-full": failing("cp: error writing '/opt/data': No space left on device"),
  "command-not-found": failing("bash: line 1: nginx: command not found", 127),
  "wrong-architecture": failing("/opt/agent: cannot execute binary file: Exec format error", 126),
  "reboot-outside-protocol": {
    ...components,
    at: "end",
    lines: ["Command failed (command id: {command}, state: Failed)"],
    reason: "ExpectationNotMet. ssm:ListCommandInvocations returned terminal state Failed in workflow step {step}",
  },
  "reboot-loop": { ...command, exitCode: 194, reboots: 5, outcome: "hangs" },
  "step-timeout": { ...components, reason: "Step {step} timed out" },
  "instance-terminated": { ...components, reason: "Step {step} timed out", endsInstance: true, outcome: "hangs" },
  "inventory-association": {
    kind: "step",
    action: "CollectImageMetadata",
    reason: "Step {step} timed out",
  },
  sysprep: {
    kind: "step",
    action: "RunSysPrep",
    reason:
      "ExpectationNotMet. ssm:ListCommandInvocations returned terminal state Undeliverable in workflow step {step}",
  },
  "ami-quota": {
    kind: "step",
    action: "CreateImage",
    reason:
      "An error occurred (ResourceLimitExceeded) when calling the CreateImage operation: You have reached the quota of AMIs in this Region. in workflow step {step}",
  },
  "inspector-denied": {
    kind: "step",
    action: "CollectImageScanFindings",
    reason:
      "An error occurred (AccessDeniedException) when calling the CreateResourceGroup operation: not authorized to perform inspector:CreateResourceGroup in workflow step {step}",
  },
};
