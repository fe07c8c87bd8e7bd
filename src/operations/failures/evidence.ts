import type { Built } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { failureContextOf } from "../aws/failure-context";
import { troubleOf } from "../aws/trouble";
import type { StepRun } from "../builds/step-run";
import type { BuildDetails } from "../images/find-builds";
import { type BuildLog, buildLog, type TimedLine } from "../logs/build-log";
import { failedInLog } from "./failed-in-log";
import { logFromS3 } from "./log-from-s3";

/** What is known about a failed build. Each fact comes from the best source that has it. */
export interface Evidence {
  /** Status that the image had when it failed: BUILDING, TESTING, DISTRIBUTING or INTEGRATING. */
  readonly stage?: string;
  readonly reason?: string;
  /** The workflow step that failed. */
  readonly step?: StepRun;
  readonly component?: FailedComponent;
  readonly regions: readonly FailedRegion[];
  /** All messages as one text in which known causes are searched. Untrusted. */
  readonly text: string;
  /** Sources that could not be read, with the reasons. */
  readonly missing: readonly string[];
}

interface FailedComponent {
  readonly arn?: string;
  readonly phase?: string;
  readonly step?: string;
  /** Action of the component step, e.g. `ExecuteBash`. */
  readonly action?: string;
  readonly message?: string;
  readonly exitCode?: number;
  /** The last lines of the step's output, at most 20. */
  readonly output: readonly string[];
}

interface FailedRegion {
  readonly region?: string;
  readonly account?: string;
  /** The distribution step after the copy that failed; undefined if the copy itself failed. */
  readonly configurationStep?: string;
  readonly message?: string;
}

/** Status of the image while workflows of a type run, by workflow type. */
const stages: Readonly<Record<string, string>> = {
  BUILD: "BUILDING",
  TEST: "TESTING",
  DISTRIBUTION: "DISTRIBUTING",
};

const componentArn = /arn:[^:\s]+:imagebuilder:[^:\s]*:[^:\s]*:component\/[^\s'"!,]+/;

/**
 * Gathers the evidence from `state.failureContext` (since 2026), the reason, the outputs of the failed step, and the log in CloudWatch, or
 * else in S3. Each of these can be missing.
 */
export async function gatherEvidence(
  connection: Connection,
  built: Built,
  image: BuildDetails,
  steps: readonly StepRun[],
): Promise<Evidence> {
  const context = failureContextOf(image.state);
  const reason = image.state?.reason;
  const step = failedStep(steps, context?.stepExecutionId);
  const missing: string[] = [];
  let lines = await linesOf(buildLog(connection, built, image), missing);
  if (lines.length === 0) lines = await logFromS3(connection, step?.outputs, missing);
  const inLog = failedInLog(lines);
  const said = context?.componentFailure;
  const arn = said?.componentArn ?? componentArn.exec([reason, step?.outputs].join(" "))?.[0] ?? inLog?.arn;
  const isOfComponents = said !== undefined || arn !== undefined;
  const texts = [
    reason,
    step?.message,
    step?.outputs,
    said?.errorMessage,
    context?.distributionFailure?.errorMessage,
    ...(context?.distributionFailure?.regionFailures ?? []).map(({ errorMessage }) => errorMessage),
    ...lines.slice(-linesForCauses).map(({ text }) => text),
  ];
  return {
    stage: context?.imageStatus ?? (step && stages[step.workflow.type]),
    reason,
    step,
    component: isOfComponents
      ? {
          arn,
          phase: said?.phaseName ?? inLog?.phase,
          step: said?.stepName ?? inLog?.step,
          action: said?.action ?? inLog?.action,
          message: said?.errorMessage,
          exitCode: inLog?.exitCode,
          output: inLog?.output ?? [],
        }
      : undefined,
    regions: (context?.distributionFailure?.regionFailures ?? []).map((each) => ({
      region: each.region,
      account: each.targetAccountId,
      configurationStep: each.imageConfigurationStep,
      message: each.errorMessage,
    })),
    text: texts.filter((each) => each !== undefined).join("\n"),
    missing,
  };
}

/** Number of lines at the end of the log that are searched for causes. Earlier lines can quote harmless errors. */
const linesForCauses = 60;

/** Returns the failed step: the one with this id, or else the last one, because a retried build still has its older failed steps. */
function failedStep(steps: readonly StepRun[], id: string | undefined): StepRun | undefined {
  return steps.find((step) => step.id === id) ?? steps.findLast(({ status }) => status === "FAILED");
}

async function linesOf(log: BuildLog, missing: string[]): Promise<readonly TimedLine[]> {
  try {
    const lines = await log.more();
    if (lines.length === 0) missing.push(`CloudWatch Logs has no stream ${log.stream} in ${log.group}`);
    return lines;
  } catch (error) {
    if (troubleOf(error) === undefined) throw error;
    missing.push(`CloudWatch Logs could not be read (${error instanceof Error ? error.name : ""})`);
    return [];
  }
}
